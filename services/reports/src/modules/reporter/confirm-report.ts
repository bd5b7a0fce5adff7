import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
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
  text: z
    .union([z.literal('').transform(() => null), typed(1, LIMITS.reason[1])])
    .nullish()
    .transform((value) => value ?? null),
});

/** The reporter says that the matter is settled; the report is completed at once. */
export async function confirmReport(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { text, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'confirm', transition: 'confirm' },
    ({ report }) => {
      report.closingCode = 'CONFIRMED';
      return { entry: { kind: 'CONFIRMED', text, audience: 'PARTIES', reasonCode: 'CONFIRMED' } };
    },
  );
}
