import type { VariablesOf } from '../../graphql.ts';
import type { WithholdReportDocument } from './deciding.graphql.ts';

export type ModerationRule = VariablesOf<typeof WithholdReportDocument>['input']['rule'];

/** By which something is kept from the public; they stand in the public log. */
export const MODERATION_RULES = [
  'PERSONAL_DATA',
  'SLANDER',
  'HATE',
  'CHILD',
  'SECRET_BY_LAW',
  'OTHER',
] as const satisfies readonly ModerationRule[];
