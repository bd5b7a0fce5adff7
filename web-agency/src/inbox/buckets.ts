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

/** The box to begin the day with: all that is open by what is due first, so that what is late and what ends today stand on top; where that is nothing, what waits to be verified. */
export const firstBucket = ({
  toVerify,
  new: fresh,
  waitingForUs,
  waitingForCitizen,
  overdue,
}: Waiting): Bucket =>
  toVerify > 0 && fresh + waitingForUs + waitingForCitizen + overdue === 0 ? 'TO_VERIFY' : 'OPEN';

interface Waiting {
  toVerify: number;
  new: number;
  waitingForUs: number;
  waitingForCitizen: number;
  overdue: number;
}
