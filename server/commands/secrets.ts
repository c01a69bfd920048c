/**
 * Secrets of a cohort. One random root gives all its links and its code; the root is kept only sealed with a secret that
 * the server does not keep (the facilitation link's, or a facilitator's session token). Knows no table and no address.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { LINK_NAMES, type LinkName } from '../../shared/api.ts';
import { JOIN_CODE_CHARACTERS, JOIN_CODE_LENGTH } from '../../shared/ids.ts';

/** 144 random bits in 24 URL-safe characters. */
const SECRET_BYTES = 18;
const IV_BYTES = 12;
const TAG_BYTES = 16;

export const newRoot = (): Uint8Array => randomBytes(32);
export const newToken = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** What is stored of a secret. It is random enough that a fast hash cannot be turned back. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
/** A code has fewer bits: kept apart from secrets, so that one is never taken for the other. */
export const hashCode = (code: string): string => hashSecret(`code:${code}`);

const derive = (root: Uint8Array, name: string, version: number): Buffer =>
  createHmac('sha256', root).update(`tempano/${name}/${version}`).digest();

/** The secret of a link: the same root, name and version always give the same. */
export const linkSecret = (root: Uint8Array, name: LinkName, version: number): string =>
  derive(root, name, version).subarray(0, SECRET_BYTES).toString('base64url');

export function joinCode(root: Uint8Array, version: number): string {
  let rest = derive(root, 'code', version).readBigUInt64BE();
  let code = '';
  for (let i = 0; i < JOIN_CODE_LENGTH; i += 1) {
    code += JOIN_CODE_CHARACTERS.charAt(Number(rest % BigInt(JOIN_CODE_CHARACTERS.length)));
    rest /= BigInt(JOIN_CODE_CHARACTERS.length);
  }
  return code;
}

/** Locks a root with a secret (AES-256-GCM): nonce, tag, ciphertext. */
export function seal(root: Uint8Array, secret: string): Uint8Array {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', sealKey(secret), iv);
  const sealed = Buffer.concat([cipher.update(root), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** The root, or null when the secret is another one. */
export function unseal(sealed: Uint8Array, secret: string): Uint8Array | null {
  const decipher = createDecipheriv('aes-256-gcm', sealKey(secret), sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const root = decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([root, decipher.final()]);
  } catch {
    // The tag does not fit: sealed with another secret.
    return null;
  }
}

const sealKey = (secret: string): Buffer => createHash('sha256').update(`seal:${secret}`).digest();

/** All that a facilitator hands out. */
export interface CohortSecrets {
  readonly secrets: Readonly<Record<LinkName, string>>;
  readonly code: string;
}
export type LinkVersions = Readonly<Record<LinkName | 'code', number>>;

export const secretsOf = (root: Uint8Array, versions: LinkVersions): CohortSecrets => ({
  secrets: {
    facilitation: linkSecret(root, 'facilitation', versions.facilitation),
    participation: linkSecret(root, 'participation', versions.participation),
    viewing: linkSecret(root, 'viewing', versions.viewing),
    projection: linkSecret(root, 'projection', versions.projection),
  },
  code: joinCode(root, versions.code),
});

export const isLinkName = (x: string): x is LinkName => LINK_NAMES.some((name) => name === x);
