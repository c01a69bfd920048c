/** Where a request comes from and where it went to, with or without a proxy in between. Pure. */
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import type { EdgeContext, EdgeSettings } from './edge.ts';

/** Host names and addresses with an optional port; anything else is not shown back to anybody. */
const HOST = /^(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/;

/** What is known of a request before anything of it is read. */
type Arrived = Pick<IncomingMessage, 'headers'> & { readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress'> };
type Proxies = Pick<EdgeSettings, 'trustedProxies'>;

/** Key for limits: an IPv4 address, or the /64 an IPv6 address is in. */
export const addressOf = (c: EdgeContext, settings: Proxies): string => addressOfRequest(c.env.incoming, settings);

/** The same of a request that is not the API's. */
export function addressOfRequest({ headers, socket }: Arrived, { trustedProxies }: Proxies): string {
  const forwarded = forwardedFor(headers).split(',');
  const believed = trustedProxies > 0 ? forwarded.at(-trustedProxies)?.trim() : undefined;
  return network(believed || (socket.remoteAddress ?? ''));
}

/** A script on the server's own machine; a proxy there says for whom it asks, and then it is not. */
export const isFromThisMachine = (c: EdgeContext): boolean => isRequestFromThisMachine(c.env.incoming);

export const isRequestFromThisMachine = ({ headers, socket }: Arrived): boolean =>
  headers['x-forwarded-for'] === undefined && /^(::1|(::ffff:)?127\.)/.test(socket.remoteAddress ?? '');

/** Node joins this header when it comes more than once, and types it as if it did not. */
const forwardedFor = (headers: Arrived['headers']): string => {
  const given = headers['x-forwarded-for'] ?? '';
  return typeof given === 'string' ? given : given.join(',');
};

function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  // Looking for the colon first: the test for IPv6 is long, and each connection asks.
  if (!plain.includes(':') || !isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : 4 - groups.length;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0')].slice(0, 4).join(':');
}

/** `https://host[:port]` under which the sender reached us; null when the Host header is no host. */
export function baseUrlOf(c: EdgeContext, { publicUrl, trustedProxies }: EdgeSettings): string | null {
  if (publicUrl !== null) return publicUrl;
  const host = c.req.header('host') ?? '';
  if (!HOST.test(host)) return null;
  const secure = trustedProxies > 0 && c.req.header('x-forwarded-proto')?.split(',')[0]?.trim() === 'https';
  return `${secure ? 'https' : 'http'}://${host}`;
}

/** The same place for WebSockets. */
export const webSocketUrl = (baseUrl: string): string => baseUrl.replace(/^http/, 'ws');
