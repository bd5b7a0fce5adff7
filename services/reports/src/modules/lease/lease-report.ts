import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
  leaseOfAnother,
  reportId,
  validate,
  workOnReport,
  type Failure,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { lockLeasesOf } from './repository.ts';
import { heldTooLongSince, leaseUntil, MOST_LEASED_AT_ONCE, pauseSince, renewedUntil } from './vocabulary.ts';

const schema = z.object({
  reportId,
  takeOver: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
});

const notNow = (code: string, message: string): Failure => ({
  type: 'invalid',
  faults: [{ path: 'input.reportId', code, message }],
});
const HELD_TOO_LONG = notNow('HELD_TOO_LONG', 'It was yours for an hour: for a while it is for others.');
const TOO_MANY_HELD = notNow('TOO_MANY_HELD', 'Put one of the others back first.');

/**
 * Takes one waiting report for the viewer, so that nobody else verifies it meanwhile; a report that the viewer has already is kept on, for
 * an hour altogether. Another officer's is taken over only when asked for, and the audit tells.
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
      const { held, own } = await lockLeasesOf(em, actor.officerId!, report.id, now);
      const isOwn = own !== null && own.until > now;
      const goesOn = own !== null && own.until > pauseSince(now);
      if (goesOn && own.takenAt <= heldTooLongSince(now)) return HELD_TOO_LONG;
      if (!isOwn && held >= MOST_LEASED_AT_ONCE) return TOO_MANY_HELD;
      const takenAt = (goesOn ? own.takenAt : now).toISOString();
      await em.execute(
        `insert into lease (report_id, officer_id, taken_at, until) values (?, ?, ?::timestamptz, ${renewedUntil('?::timestamptz')})
         on conflict (report_id) do update set officer_id = excluded.officer_id, taken_at = excluded.taken_at, until = excluded.until,
           request_key = null, released_at = null`,
        [report.id, actor.officerId, takenAt, leaseUntil(now).toISOString(), takenAt],
      );
      const value = { reportId: report.id };
      if (isOwn) return { value };
      return other
        ? { value, action: 'LEASE_TAKEN_OVER', facts: { fromOfficerId: other.officerId } }
        : { value, action: 'LEASED' };
    },
  );
}

const release = z.object({ reportId });

/**
 * Puts a report back into the queue. What is not the viewer's stays as it is. The row stays for a while, so that time counts on when the
 * viewer takes it again at once.
 */
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
    async ({ em, report, actor, now }) => {
      const at = now.toISOString();
      const gone = await em.execute<unknown[]>(
        'update lease set until = ?, released_at = ?, request_key = null where report_id = ? and officer_id = ? and until > ? returning report_id',
        [at, at, report.id, actor.officerId, at],
      );
      const value = { reportId: report.id };
      return gone.length > 0 ? { value, action: 'LEASE_RELEASED' } : { value };
    },
  );
}
