import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { hideFileNames } from '../attachment/index.ts';
import { compareProtection } from '../duplicate/index.ts';
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

const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
const schema = z
  .object({
    reportId,
    requestKey,
    expectedVersion,
    anonymous: flag,
    confidential: flag,
    reason: typed(...LIMITS.reason),
  })
  .refine(({ anonymous, confidential }) => anonymous || confidential, {
    path: ['anonymous'],
    params: { code: 'REQUIRED' },
    message: 'Choose a flag to add.',
  });

/** Adds protection. Flags fail closed: officers add them at any time, only the reporter removes them. */
export async function flagReport(deps: ReportsDependencies, input: z.input<typeof schema>, viewer: Viewer) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { anonymous, confidential, reason, ...request } = valid.value;
  return changeReport(deps, viewer, { ...request, operation: 'flag', transition: 'flag' }, async (scope) => {
    const { em, report } = scope;
    report.isAnonymous ||= anonymous;
    report.publicName = null;
    if (anonymous) await hideFileNames(em, report.id);
    if (confidential) {
      report.isConfidential = true;
      report.isPublished = false;
      report.publishedAt = null;
      // Nobody in between need read it: from an agency's desk it goes to the national one. What is handled stays with its handlers.
      report.deskOrganisationId = null;
    }
    if (confidential) await compareProtection(scope);
    return { entry: { kind: 'FLAGGED', text: reason, audience: 'PARTIES' } };
  });
}
