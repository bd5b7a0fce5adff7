import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
  changeReport,
  expectedVersion,
  LIMITS,
  reportId,
  requestKey,
  typed,
  validate,
  type ReportsDependencies,
} from '../report/index.ts';
import { letGo } from './let-go.ts';

const schema = z.object({ reportId, requestKey, expectedVersion, reason: typed(...LIMITS.reason) });

/** Makes a duplicate a report of its own again; one that was archived for its master waits for verification. */
export async function unmarkDuplicate(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { reason, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'markDuplicate', transition: 'unmarkDuplicate' },
    (scope) => {
      const wasArchived = scope.report.state === 'ARCHIVED';
      const afterEntry = letGo(scope);
      return {
        entry: { kind: 'UNMARKED_DUPLICATE', text: reason, audience: 'PARTIES' },
        ...(wasArchived ? { waitsFor: 'VERIFIER' as const } : {}),
        afterEntry,
      };
    },
  );
}
