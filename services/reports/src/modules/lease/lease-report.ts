import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
  leaseOfAnother,
  reportId,
  validate,
  workOnReport,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { leaseUntil } from './vocabulary.ts';

const schema = z.object({
  reportId,
  takeOver: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
});

/**
 * Takes one waiting report for the viewer, so that nobody else verifies it meanwhile; a report that the viewer has already is kept on.
 * Another officer's is taken over only when asked for, and the audit tells.
 */
export async function leaseReport(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<{ reportId: string }>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { takeOver, ...request } = valid.value;
  return workOnReport<{ reportId: string }>(
    deps,
    viewer,
    { ...request, operation: 'lease' },
    async ({ em, report, now, actor }) => {
      if (report.state !== 'SUBMITTED') return { type: 'refused', code: 'WRONG_STATE', state: report.state };
      const other = await leaseOfAnother(em, report.id, actor.officerId, now);
      if (other && !takeOver) return { type: 'leased', ...other };
      const at = now.toISOString();
      const [own] = await em.execute<unknown[]>(
        'select 1 from lease where report_id = ? and officer_id = ? and until > ?',
        [report.id, actor.officerId, at],
      );
      await em.execute(
        `insert into lease (report_id, officer_id, taken_at, until) values (?, ?, ?, ?)
         on conflict (report_id) do update set officer_id = excluded.officer_id, until = excluded.until, request_key = null,
           taken_at = case when lease.officer_id = excluded.officer_id and lease.until > ? then lease.taken_at else excluded.taken_at end`,
        [report.id, actor.officerId, at, leaseUntil(now).toISOString(), at],
      );
      const value = { reportId: report.id };
      if (own) return { value };
      return other
        ? { value, action: 'LEASE_TAKEN_OVER', facts: { fromOfficerId: other.officerId } }
        : { value, action: 'LEASED' };
    },
  );
}

const release = z.object({ reportId });

/** Puts a report back into the queue. What is not the viewer's stays as it is. */
export async function releaseLease(
  deps: ReportsDependencies,
  input: z.input<typeof release>,
  viewer: Viewer,
): Promise<Result<{ reportId: string }>> {
  const valid = validate(release, input);
  if (!valid.ok) return valid;
  return workOnReport<{ reportId: string }>(
    deps,
    viewer,
    { ...valid.value, operation: 'lease' },
    async ({ em, report, actor }) => {
      const gone = await em.execute<unknown[]>(
        'delete from lease where report_id = ? and officer_id = ? returning report_id',
        [report.id, actor.officerId],
      );
      const value = { reportId: report.id };
      return gone.length > 0 ? { value, action: 'LEASE_RELEASED' } : { value };
    },
  );
}
