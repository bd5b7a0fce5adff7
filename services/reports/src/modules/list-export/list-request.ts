import { z } from 'zod';
import { REPORT_KINDS, REPORT_STATES } from '../report/index.ts';

const id = z.string().max(200).nullish();

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
  confidential: z.boolean().nullish(),
});
const narrowed = {
  language: z.enum(['id', 'en']).default('id'),
  search: z.string().max(200).nullish(),
  filter: filter.nullish(),
};

/** Body of `POST /exports/reports.csv`: which list, narrowed as on the screen. */
export const listRequest = z.discriminatedUnion('list', [
  z.strictObject({ list: z.literal('DESK'), ...narrowed }),
  z.strictObject({
    list: z.literal('INBOX'),
    organisationId: id,
    bucket: z.enum(['TO_VERIFY', 'NEW', 'WAITING_FOR_US', 'WAITING_FOR_CITIZEN', 'OVERDUE', 'DONE']),
    ...narrowed,
  }),
]);
export type ListRequest = z.infer<typeof listRequest>;
