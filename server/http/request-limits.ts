/** How often one address or person may try a secret, make a cohort, join, import, or change something of a call. The numbers are in shared/limits.ts. */
import { COUNT, RATE } from '../../shared/limits.ts';
import { createSlots, type Slots } from './slots.ts';
import { type Buckets, createBuckets } from './token-bucket.ts';
import { createUnread, type Unread } from './unread.ts';

export interface RequestLimits {
  readonly wrongSecrets: Buckets;
  readonly cohorts: Buckets;
  readonly joins: Buckets;
  /** By person. */
  readonly changes: Buckets;
  /** In bytes: by person, by address; and who is importing now. */
  readonly importsOfPerson: Buckets;
  readonly importsOfAddress: Buckets;
  readonly importing: Slots;
  /** Boards and copies that were asked for, by person. */
  readonly unread: Unread;
}

export const createRequestLimits = (now: () => number, cohortsPerHour: number): RequestLimits => ({
  wrongSecrets: createBuckets(RATE.wrongSecretsPerMinute, 60_000, now),
  cohorts: createBuckets(cohortsPerHour, 3_600_000, now),
  joins: createBuckets(RATE.joinsPer10Seconds, 10_000, now),
  changes: createBuckets(RATE.changesPerMinute, 60_000, now),
  importsOfPerson: createBuckets(RATE.importBytesPerMinute, 60_000, now),
  importsOfAddress: createBuckets(RATE.importBytesPerMinuteAndAddress, 60_000, now),
  importing: createSlots(COUNT.importsAtOnce),
  unread: createUnread(now),
});
