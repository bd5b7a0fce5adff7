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
  'nilai',
  'terjadi',
  'pengembali',
  'kembaliDari',
  'kembaliSampai',
] as const;
export type Name = (typeof NAMES)[number];

type Filter = VariablesOf<typeof CountedReportsDocument>['filter'];

const STATES = ['SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS', 'COMPLETED', 'ARCHIVED'] as const;
const EVENTS = ['OBSTACLE', 'DISPUTED', 'REOPENED'] as const;
const KINDS = ['COMPLAINT', 'ASPIRATION', 'INFORMATION_REQUEST'] as const;
const CLASSES = [
  'INFORMATION_REQUEST',
  'ASPIRATION',
  'GRIEVANCE',
  'DISPUTE_WITHOUT_INSPECTION',
  'DISPUTE_WITH_INSPECTION',
] as const;
const CHANNELS = [
  'WEB',
  'ANDROID',
  'IOS',
  'SMS',
  'X',
  'WHATSAPP',
  'EMAIL',
  'COUNTER',
  'API',
  'FACEBOOK',
] as const;
const CODES = [
  'NOT_COMPLETED',
  'DUPLICATE',
  'REFERRED_OUTSIDE',
  'HATE_OR_HOAX',
  'SPAM',
  'WITHDRAWN',
] as const;

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
    ratings: ratings.length > 0 ? ratings : null,
    happened: oneOf(EVENTS, values.terjadi),
    returnedById: values.pengembali || null,
    returnedFrom: dayOf(values.kembaliDari),
    returnedUntil: dayOf(values.kembaliSampai),
  };
}
