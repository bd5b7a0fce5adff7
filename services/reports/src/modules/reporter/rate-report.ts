import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { letGo } from '../duplicate/index.ts';
import {
  BAD_RATING,
  changeReport,
  LIMITS,
  reportId,
  requestKey,
  expectedVersion,
  typed,
  validate,
  type ReportsDependencies,
} from '../report/index.ts';

const schema = z.object({
  reportId,
  requestKey,
  expectedVersion,
  score: z.number().int().min(1).max(5),
  text: z
    .union([z.literal('').transform(() => null), typed(1, LIMITS.reason[1])])
    .nullish()
    .transform((value) => value ?? null),
});

/** The reporter's judgement of a completed report, 1 to 5, once. Two or less opens it again. */
export async function rateReport(deps: ReportsDependencies, input: z.input<typeof schema>, viewer: Viewer) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { score, text, ...request } = valid.value;
  const reopens = score <= BAD_RATING;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'rate', transition: reopens ? 'rateBadly' : 'rateWell' },
    (scope) => {
      const { report } = scope;
      const afterEntry = reopens ? letGo(scope) : undefined;
      report.rating = score;
      if (reopens) {
        report.closingCode = null;
        report.lastResultAt = null;
      }
      return {
        entry: { kind: 'RATED', text, audience: 'PARTIES', reasonCode: String(score) },
        waitsFor: reopens ? 'AGENCY' : 'NOBODY',
        ...(afterEntry ? { afterEntry } : {}),
      };
    },
  );
}
