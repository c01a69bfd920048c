/** Where a request comes from and where it went to, with or without a proxy in between. Pure. */
import { isIPv6 } from 'node:net';
import type { EdgeContext, EdgeSettings } from './edge.ts';

/** Host names and addresses with an optional port; anything else is not shown back to anybody. */
const HOST = /^(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/;

/** Key for limits: an IPv4 address, or the /64 an IPv6 address is in. */
export function addressOf(c: EdgeContext, { trustedProxies }: Pick<EdgeSettings, 'trustedProxies'>): string {
  const socket = c.env.incoming.socket.remoteAddress ?? '';
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const believed = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined;
  return network(believed || socket);
}

/** A script on the server's own machine; a proxy there says for whom it asks, and then it is not. */
export function isFromThisMachine(c: EdgeContext): boolean {
  const socket = c.env.incoming.socket.remoteAddress ?? '';
  return /^(::1|(::ffff:)?127\.)/.test(socket) && c.req.header('x-forwarded-for') === undefined;
}

function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
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
