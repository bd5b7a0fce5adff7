import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { eraseIdentityOf } from '../identity/index.ts';
import { reportId, validate, workOnReport, type ReportsDependencies, type Result } from '../report/index.ts';

const schema = z.object({ reportId });

/**
 * Erases who reported: at once when the report has ended; of a running one, whose reporter still has to be reached, 14 days after the
 * end. The report stays, and its access code opens it. `isErased`: whether it is done.
 */
export async function eraseOwnData(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<{ isErased: boolean }>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  return workOnReport(
    deps,
    viewer,
    { reportId: valid.value.reportId, operation: 'ownData' },
    async ({ em, report }) => {
      const isErased = report.state === 'COMPLETED' || report.state === 'ARCHIVED';
      if (isErased) await eraseIdentityOf(em, report.id, deps.clock.now(), 'EARLY');
      else
        await em.execute(
          'update report set erase_identity = true, erasure_asked_at = coalesce(erasure_asked_at, ?) where id = ?',
          [deps.clock.now().toISOString(), report.id],
        );
      return { value: { isErased }, action: isErased ? 'IDENTITY_ERASED' : 'ERASURE_REQUESTED' };
    },
  );
}
