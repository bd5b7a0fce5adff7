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

const schema = z.object({ reportId, requestKey, expectedVersion, text: typed(...LIMITS.reason) });

/** Asks the reporter a question; follow-up and resolution pause for 10 working days at most (decisions.md 11). */
export async function requestInformation(
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
    { ...request, operation: 'requestInformation', transition: 'requestInformation' },
    () => ({
      entry: { kind: 'INFORMATION_REQUESTED', text, audience: 'PARTIES' },
      waitsFor: 'CITIZEN',
    }),
  );
}
