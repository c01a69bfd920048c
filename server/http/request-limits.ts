/** How often one address may try a secret, make a cohort or join. The numbers are in shared/limits.ts. */
import { RATE } from '../../shared/limits.ts';
import { type Buckets, createBuckets } from './token-bucket.ts';

export interface RequestLimits {
  readonly wrongSecrets: Buckets;
  readonly cohorts: Buckets;
  readonly joins: Buckets;
}

export const createRequestLimits = (now: () => number, cohortsPerHour: number): RequestLimits => ({
  wrongSecrets: createBuckets(RATE.wrongSecretsPerMinute, 60_000, now),
  cohorts: createBuckets(cohortsPerHour, 3_600_000, now),
  joins: createBuckets(RATE.joinsPer10Seconds, 10_000, now),
});
