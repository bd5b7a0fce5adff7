import { GraphQLError } from 'graphql';
import type { Database } from '@lapor/database';
import { readGovernmentKinds } from '../organisation/index.ts';
import {
  limitOf,
  policyAt,
  readPolicies,
  resolutionLimitOf,
  tellsKindsApart,
  type Limit,
  type ReportClass,
  type Rule,
} from '../policy/index.ts';

/** A year of working days; a longer preview would only cost time. */
export const PREVIEW_AT_MOST = 250;

export const invalid = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** Either a number of days, or what they are for. What a client does not name is absent or `null`. */
interface Asked {
  amount?: number | null;
  unit?: Limit['unit'] | null;
  rule?: Rule | null;
  reportClass?: ReportClass | null;
  startedAt: Date;
}

/**
 * How many days a preview counts: as asked for, or as the policy of the day on which it starts says of a rule. Throws what a client can mend.
 * @param government whose kind may have a number of its own.
 */
export async function previewedLength(
  database: Database,
  { startedAt, ...asked }: Asked,
  government: string | null,
): Promise<Limit & { policyVersion: string | null }> {
  const { amount = null, unit = null, rule = null, reportClass = null } = asked;
  if (rule === null) {
    if (amount === null || unit === null) throw invalid('Name a rule, or amount and unit');
    if (amount < 1 || amount > PREVIEW_AT_MOST) throw invalid(`amount must be 1 to ${PREVIEW_AT_MOST}`);
    return { days: amount, unit, policyVersion: null };
  }
  if (amount !== null || unit !== null) throw invalid('Name a rule, or amount and unit, not both');
  if ((rule === 'RESOLUTION') !== (reportClass !== null))
    throw invalid('reportClass goes with the rule RESOLUTION');
  const policy = policyAt(await readPolicies(database), startedAt);
  const kinds = government && tellsKindsApart(policy) ? await readGovernmentKinds(database) : null;
  const kind = (government && kinds?.get(government)) || null;
  const limit =
    rule === 'RESOLUTION'
      ? (resolutionLimitOf(policy, reportClass!, kind) ?? limitOf(policy, 'OUTER_LIMIT', kind))
      : limitOf(policy, rule, kind);
  return { ...limit, policyVersion: policy.version };
}
