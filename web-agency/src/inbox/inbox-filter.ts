import type { VariablesOf } from '../graphql.ts';
import { bucketOf, hrefOf, slugOf, type Bucket } from './buckets.ts';
import type { InboxDocument } from './inbox.graphql.ts';
import type { SaveFilterDocument } from './saved-filters.graphql.ts';

type ListFilter = NonNullable<VariablesOf<typeof InboxDocument>['filter']>;
type Kind = NonNullable<ListFilter['kinds']>[number];
type State = NonNullable<ListFilter['states']>[number];
type KeptValues = VariablesOf<typeof SaveFilterDocument>['input']['values'];

/** What narrows a box, by the names in its address. */
export const FILTER_NAMES = [
  'cari',
  'jenis',
  'status',
  'kategori',
  'wilayah',
  'unit',
  'langsung',
  'tenggat',
  'umur',
  'dari',
  'sampai',
  'langkah',
  'nilai',
  'lindung',
  'bersama',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
/** Empty: not narrowed by this. */
export type InboxFilter = Readonly<Record<FilterName, string>>;

export const NO_FILTER = Object.fromEntries(FILTER_NAMES.map((name) => [name, ''])) as InboxFilter;

/** Addresses are in the language of the officers. */
export const KINDS = {
  pengaduan: 'COMPLAINT',
  aspirasi: 'ASPIRATION',
  informasi: 'INFORMATION_REQUEST',
} as const;
export const STATES = {
  terdisposisi: 'DISPOSED',
  proses: 'IN_PROGRESS',
  selesai: 'COMPLETED',
  arsip: 'ARCHIVED',
} as const;
export const DUE = ['lewat', 'belum', '0', '3', '7', '14'] as const;
export const YES_NO = ['ya', 'tidak'] as const;
/** How a step of a unit ended; days and unit are then those of the step. */
export const STEPS = { tepat: true, terlambat: false } as const;
/** For how many days reports have been there, as the figures of units part them: from, until. */
export const AGES = {
  '0-6': [null, 6],
  '7-29': [7, 29],
  '30-59': [30, 59],
  '60-lebih': [60, null],
} as const satisfies Record<string, readonly [number | null, number | null]>;
export type AgeSlug = keyof typeof AGES;

const one = <Value>(table: Readonly<Record<string, Value>>, slug: string): [Value] | null => {
  const value = Object.hasOwn(table, slug) ? table[slug] : undefined;
  return value === undefined ? null : [value];
};
const slugIn = (table: Readonly<Record<string, string>>, value: string | undefined): string =>
  Object.keys(table).find((slug) => table[slug] === value) ?? '';
const truth = (value: string): boolean | null => (value === 'ya' ? true : value === 'tidak' ? false : null);
const DAY = /^(?:19|2\d)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
/** A day that is one; the graph takes no other, and an address may say anything. */
const dayOf = (value: string): string | null =>
  DAY.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value) ? value : null;
const ageSlugOf = (from: number | null | undefined, until: number | null | undefined): string =>
  (Object.keys(AGES) as AgeSlug[]).find(
    (slug) => AGES[slug][0] === (from ?? null) && AGES[slug][1] === (until ?? null),
  ) ?? '';
const answer = (value: boolean | null | undefined): string => (value == null ? '' : value ? 'ya' : 'tidak');

/** What the graph is asked for; null when nothing narrows the list. What an address says wrongly narrows nothing. */
export function listFilterOf(filter: InboxFilter): ListFilter | null {
  const days = (DUE as readonly string[]).includes(filter.tenggat) ? Number(filter.tenggat) : Number.NaN;
  const [ageFromDays, ageUntilDays] = Object.hasOwn(AGES, filter.umur)
    ? AGES[filter.umur as AgeSlug]
    : [null, null];
  const [stepOnTime] = one<boolean>(STEPS, filter.langkah) ?? [null];
  const isOfSteps = stepOnTime !== null;
  const [from, until, unit] = [dayOf(filter.dari), dayOf(filter.sampai), filter.unit || null];
  const list = {
    kinds: one<Kind>(KINDS, filter.jenis),
    states: one<State>(STATES, filter.status),
    categoryId: filter.kategori || null,
    regionCode: filter.wilayah || null,
    dueWithinDays: Number.isNaN(days) ? null : days,
    overdue: filter.tenggat === 'lewat' ? true : filter.tenggat === 'belum' ? false : null,
    ageFromDays,
    ageUntilDays,
    receivedFrom: isOfSteps ? null : from,
    receivedUntil: isOfSteps ? null : until,
    stepOnTime,
    stepFrom: isOfSteps ? from : null,
    stepUntil: isOfSteps ? until : null,
    stepOfId: isOfSteps ? unit : null,
    rated: truth(filter.nilai),
    confidential: truth(filter.lindung),
    coHandled: truth(filter.bersama),
    leadWithinId: isOfSteps ? null : unit,
    leadItself: (!isOfSteps && unit !== null && filter.langsung === 'ya') || null,
  };
  const given = Object.entries(list).filter(([, value]) => value !== null);
  return given.length === 0 ? null : Object.fromEntries(given);
}

/** What is kept under a name. */
export function keptValuesOf(bucket: Bucket, filter: InboxFilter): KeptValues {
  const { leadWithinId, receivedFrom, receivedUntil, stepOfId, stepFrom, stepUntil, ...list } =
    listFilterOf(narrowingOf(bucket, filter)) ?? {};
  const [unit, from, until] = [
    leadWithinId ?? stepOfId,
    receivedFrom ?? stepFrom,
    receivedUntil ?? stepUntil,
  ];
  return {
    bucket,
    ...list,
    ...(filter.cari && { search: filter.cari }),
    ...(unit && { organisationId: unit }),
    ...(from && { from }),
    ...(until && { until }),
  };
}

interface Kept {
  bucket?: string | null;
  search?: string | null;
  states?: readonly string[] | null;
  kinds?: readonly string[] | null;
  categoryId?: string | null;
  regionCode?: string | null;
  organisationId?: string | null;
  dueWithinDays?: number | null;
  overdue?: boolean | null;
  coHandled?: boolean | null;
  confidential?: boolean | null;
  leadItself?: boolean | null;
  ageFromDays?: number | null;
  ageUntilDays?: number | null;
  from?: string | null;
  until?: string | null;
  rated?: boolean | null;
  stepOnTime?: boolean | null;
}

const known: Record<Bucket, true> = {
  TO_VERIFY: true,
  NEW: true,
  WAITING_FOR_US: true,
  WAITING_FOR_CITIZEN: true,
  OVERDUE: true,
  DONE: true,
  OPEN: true,
  ALL: true,
};

function dueSlugOf({ overdue, dueWithinDays }: Kept): string {
  if (overdue != null) return overdue ? 'lewat' : 'belum';
  return dueWithinDays == null ? '' : String(dueWithinDays);
}

/** The address at which a kept filter is seen. */
export function hrefOfKept(values: Kept): string {
  const bucket =
    values.bucket && Object.hasOwn(known, values.bucket) ? (values.bucket as Bucket) : 'WAITING_FOR_US';
  return hrefOfFilter(bucket, {
    cari: values.search ?? '',
    jenis: slugIn(KINDS, values.kinds?.[0]),
    status: slugIn(STATES, values.states?.[0]),
    kategori: values.categoryId ?? '',
    wilayah: values.regionCode ?? '',
    unit: values.organisationId ?? '',
    langsung: values.leadItself ? 'ya' : '',
    tenggat: dueSlugOf(values),
    umur: ageSlugOf(values.ageFromDays, values.ageUntilDays),
    dari: values.from ?? '',
    sampai: values.until ?? '',
    langkah: values.stepOnTime == null ? '' : values.stepOnTime ? 'tepat' : 'terlambat',
    nilai: answer(values.rated),
    lindung: answer(values.confidential),
    bersama: answer(values.coHandled),
  });
}

/** Deadlines and ages are of what is open; these lists hold more. */
const OF_OPEN: readonly FilterName[] = ['tenggat', 'umur'];
export const isOfOpen = (bucket: Bucket): boolean => bucket !== 'DONE' && bucket !== 'ALL';

/** What of a filter narrows a box. */
export const narrowingOf = <Filter extends Partial<InboxFilter>>(bucket: Bucket, filter: Filter): Filter =>
  isOfOpen(bucket) || OF_OPEN.every((name) => !filter[name]) ? filter : { ...filter, tenggat: '', umur: '' };

/** The address of a box narrowed like this, the same for the same filter. */
export function hrefOfFilter(bucket: Bucket, filter: Partial<InboxFilter>): string {
  const narrowing = narrowingOf(bucket, filter);
  const query = new URLSearchParams();
  for (const name of FILTER_NAMES) if (narrowing[name]) query.set(name, narrowing[name]);
  const text = query.toString();
  return text ? `${hrefOf(bucket)}?${text}` : hrefOf(bucket);
}

/** The filter that an address of this console asks for, as `hrefOfFilter` would write it; null where it is no box. */
export function canonicalHref(pathname: string, query: URLSearchParams): string | null {
  const bucket = bucketOf(pathname.split('/')[2] ?? '');
  if (!bucket || pathname !== `/kotak/${slugOf(bucket)}`) return null;
  return hrefOfFilter(
    bucket,
    Object.fromEntries(FILTER_NAMES.map((name) => [name, query.get(name) ?? ''])) as InboxFilter,
  );
}
