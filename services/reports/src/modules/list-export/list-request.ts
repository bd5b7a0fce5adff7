import { STEP_KINDS } from '@lapor/events';
import { z } from 'zod';
import { COUNTED_EVENTS, COUNTED_PARTS } from '../counted/index.ts';
import {
  ARCHIVE_CODES,
  INBOX_LISTS,
  REPORT_CHANNELS,
  REPORT_CLASSES,
  REPORT_KINDS,
  REPORT_STATES,
} from '../report/index.ts';

const id = z.string().max(200).nullish();
const day = z.iso
  .date()
  .regex(/^(19|2\d)/)
  .nullish();

const step = {
  stepOnTime: z.boolean().nullish(),
  stepKind: z.enum(STEP_KINDS).nullish(),
  stepFrom: day,
  stepUntil: day,
  stepOfId: id,
};

/** Conditions as in the graph's `ListFilterInput`. */
const filter = z.strictObject({
  states: z.array(z.enum(REPORT_STATES)).nullish(),
  kinds: z.array(z.enum(REPORT_KINDS)).nullish(),
  categoryId: id,
  regionCode: id,
  dueWithinDays: z.int().nullish(),
  overdue: z.boolean().nullish(),
  coHandled: z.boolean().nullish(),
  leadWithinId: id,
  leadItself: z.boolean().nullish(),
  confidential: z.boolean().nullish(),
  ageFromDays: z.int().nullish(),
  ageUntilDays: z.int().nullish(),
  receivedFrom: day,
  receivedUntil: day,
  rated: z.boolean().nullish(),
  ...step,
});
const narrowed = {
  language: z.enum(['id', 'en']).default('id'),
  search: z.string().max(200).nullish(),
  filter: filter.nullish(),
};

/** Conditions as in the graph's `CountedReportFilter`. */
const counted = z.strictObject({
  from: day,
  until: day,
  states: z.array(z.enum(REPORT_STATES)).nullish(),
  kind: z.enum(REPORT_KINDS).nullish(),
  class: z.enum(REPORT_CLASSES).nullish(),
  channel: z.enum(REPORT_CHANNELS).nullish(),
  categoryId: id,
  regionCode: id,
  organisationId: id,
  archiveCode: z.enum(ARCHIVE_CODES).nullish(),
  overdue: z.boolean().nullish(),
  overdueAtLeastDays: z.int().nullish(),
  overdueLessThanDays: z.int().nullish(),
  without: z.array(z.enum(COUNTED_PARTS)).max(COUNTED_PARTS.length).nullish(),
  completedFrom: day,
  completedUntil: day,
  ratings: z.array(z.int()).max(5).nullish(),
  happened: z.enum(COUNTED_EVENTS).nullish(),
  returnedById: id,
  returnedFrom: day,
  returnedUntil: day,
  ...step,
});

/** Body of `POST /exports/reports.csv`: which list, narrowed as on the screen. */
export const listRequest = z.discriminatedUnion('list', [
  z.strictObject({ list: z.literal('DESK'), ...narrowed }),
  z.strictObject({
    list: z.literal('INBOX'),
    organisationId: id,
    bucket: z.enum(INBOX_LISTS),
    ...narrowed,
  }),
  z.strictObject({ list: z.literal('COUNTED'), language: narrowed.language, counted }),
]);
export type ListRequest = z.infer<typeof listRequest>;
