import type { VariablesOf } from '../graphql.ts';
import type { InboxDocument } from './inbox.graphql.ts';

export type Bucket = VariablesOf<typeof InboxDocument>['bucket'];

/** Addresses are in the language of the officers. */
const slugs: Record<Bucket, string> = {
  TO_VERIFY: 'perlu-diperiksa',
  NEW: 'baru',
  WAITING_FOR_US: 'menunggu-kami',
  WAITING_FOR_CITIZEN: 'menunggu-warga',
  OVERDUE: 'terlambat',
  DONE: 'selesai',
  OPEN: 'terbuka',
  ALL: 'semua',
};

export const slugOf = (bucket: Bucket): string => slugs[bucket];

export const bucketOf = (slug: string): Bucket | null =>
  (Object.keys(slugs) as Bucket[]).find((bucket) => slugs[bucket] === slug) ?? null;

/** Path of a box within the console, with the words searched for. */
export const hrefOf = (bucket: Bucket, search = ''): string =>
  `/kotak/${slugs[bucket]}${search ? `?${new URLSearchParams({ cari: search })}` : ''}`;

/** The box to begin the day with: what is late, then what is new, then what waits. */
export const firstBucket = ({ overdue, new: fresh }: { overdue: number; new: number }): Bucket =>
  overdue > 0 ? 'OVERDUE' : fresh > 0 ? 'NEW' : 'WAITING_FOR_US';
