import type { VariablesOf } from '../graphql.ts';
import { isDay } from '../situation/address/periods.ts';
import type { CountedReportsDocument } from './reports.graphql.ts';

/** Names in the address, as `reportAddress` writes them. */
export const NAMES = [
  'dari',
  'sampai',
  'keadaan',
  'jenis',
  'kelas',
  'kanal',
  'kategori',
  'wilayah',
  'instansi',
  'arsip',
  'terlambat',
  'lewatSejak',
  'lewatKurang',
  'tanpa',
  'selesaiDari',
  'selesaiSampai',
  'nilai',
  'terjadi',
  'pengembali',
  'kembaliDari',
  'kembaliSampai',
  'langkah',
  'tahap',
  'langkahOleh',
  'langkahDari',
  'langkahSampai',
] as const;
export type Name = (typeof NAMES)[number];

type Filter = VariablesOf<typeof CountedReportsDocument>['filter'];

/** All values that the graph has, in its order: a new one does not compile until it is here. */
const every = <Value extends string>(values: Readonly<Record<Value, true>>): readonly Value[] =>
  Object.keys(values) as Value[];
type ValueOf<Part extends keyof Filter> = Exclude<NonNullable<Filter[Part]>, readonly unknown[]>;

/** Where a report may stand. */
export const STATES = every<NonNullable<Filter['states']>[number]>({
  SUBMITTED: true,
  POSTPONED: true,
  DISPOSED: true,
  IN_PROGRESS: true,
  COMPLETED: true,
  ARCHIVED: true,
});
const EVENTS = every<ValueOf<'happened'>>({ OBSTACLE: true, DISPUTED: true, REOPENED: true });
const KINDS = every<ValueOf<'kind'>>({ COMPLAINT: true, ASPIRATION: true, INFORMATION_REQUEST: true });
const CLASSES = every<ValueOf<'class'>>({
  INFORMATION_REQUEST: true,
  ASPIRATION: true,
  GRIEVANCE: true,
  DISPUTE_WITHOUT_INSPECTION: true,
  DISPUTE_WITH_INSPECTION: true,
});
const CHANNELS = every<ValueOf<'channel'>>({
  WEB: true,
  ANDROID: true,
  IOS: true,
  SMS: true,
  X: true,
  WHATSAPP: true,
  TELEGRAM: true,
  EMAIL: true,
  COUNTER: true,
  API: true,
  FACEBOOK: true,
});
const CODES = every<ValueOf<'archiveCode'>>({
  NOT_COMPLETED: true,
  DUPLICATE: true,
  REFERRED_OUTSIDE: true,
  HATE_OR_HOAX: true,
  SPAM: true,
  WITHDRAWN: true,
});
const STEPS = every<ValueOf<'stepKind'>>({
  VERIFICATION: true,
  FOLLOW_UP: true,
  RESOLUTION: true,
  REPLY_TURN: true,
});

const PARTS = every<NonNullable<Filter['without']>[number]>({ CLASS: true, CATEGORY: true, REGION: true });

/** Whole days of lateness; a longer number is none that a figure has. */
const countOf = (text: string): number | null => (/^\d{1,4}$/.test(text) ? Number(text) : null);
const dayOf = (text: string): string | null => (isDay(text) ? text : null);
const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find((value) => value === text) ?? null;

/** Which states the address names, in their order. */
export const statesOf = (text: string) => {
  const given = text.split(',');
  return STATES.filter((state) => given.includes(state));
};

/** The list that an address asks for; what it says that means nothing is left out. */
export function readFilter(values: Readonly<Record<Name, string>>): Filter {
  const states = statesOf(values.keadaan);
  const parts = values.tanpa.split(',');
  const without = PARTS.filter((part) => parts.includes(part));
  const ratings = values.nilai
    .split(',')
    .map(Number)
    .filter((rating) => Number.isInteger(rating) && rating >= 1 && rating <= 5);
  return {
    from: dayOf(values.dari),
    until: dayOf(values.sampai),
    states: states.length > 0 ? states : null,
    kind: oneOf(KINDS, values.jenis),
    class: oneOf(CLASSES, values.kelas),
    channel: oneOf(CHANNELS, values.kanal),
    categoryId: values.kategori || null,
    regionCode: values.wilayah || null,
    organisationId: values.instansi || null,
    archiveCode: oneOf(CODES, values.arsip),
    overdue: values.terlambat === '1' ? true : null,
    overdueAtLeastDays: countOf(values.lewatSejak),
    overdueLessThanDays: countOf(values.lewatKurang),
    without: without.length > 0 ? without : null,
    completedFrom: dayOf(values.selesaiDari),
    completedUntil: dayOf(values.selesaiSampai),
    ratings: ratings.length > 0 ? ratings : null,
    happened: oneOf(EVENTS, values.terjadi),
    returnedById: values.pengembali || null,
    returnedFrom: dayOf(values.kembaliDari),
    returnedUntil: dayOf(values.kembaliSampai),
    stepOnTime: values.langkah === 'tepat' ? true : values.langkah === 'terlambat' ? false : null,
    stepKind: oneOf(STEPS, values.tahap),
    stepOfId: values.langkahOleh || null,
    stepFrom: dayOf(values.langkahDari),
    stepUntil: dayOf(values.langkahSampai),
  };
}
