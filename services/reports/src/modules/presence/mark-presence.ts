import { z } from 'zod';
import { executePrepared } from '@lapor/database';
import type { Viewer } from '@lapor/viewer';
import { leaseUntil, renewedUntil } from '../lease/index.ts';
import {
  done,
  findReports,
  may,
  NOT_FOUND,
  policyFacts,
  reportId,
  validate,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { PRESENCE_ACTIVITIES, presentSince } from './vocabulary.ts';

const schema = z.object({ reportId, activity: z.enum(PRESENCE_ACTIVITIES) });

/**
 * A sign that the viewer has a report open. It keeps a lease of the viewer's on while the viewer may verify the report, and is no change
 * of it: no lock, no history, no audit. Whoever goes says nothing and is gone soon.
 */
export async function markPresence(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<{ reportId: string }>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { reportId: id, activity } = valid.value;
  const [row] = await findReports(deps.database, [id]);
  const facts = row && policyFacts(row, viewer, deps);
  if (!facts || !viewer.accountId || !may(viewer, facts, 'markPresence')) return NOT_FOUND;
  const now = deps.clock.now();
  const at = now.toISOString();
  await deps.database.transaction((em) =>
    executePrepared(
      em,
      `with renewed as (update lease set until = ${renewedUntil('taken_at')} where report_id = ?::uuid and officer_id = ? and until > ?::timestamptz and ?::boolean)
     insert into presence (report_id, officer_id, activity, since, seen_at) values (?::uuid, ?, ?, ?::timestamptz, ?::timestamptz)
     on conflict (report_id, officer_id) do update set activity = excluded.activity, seen_at = excluded.seen_at,
       since = case when presence.seen_at > ?::timestamptz then presence.since else excluded.since end`,
      [
        leaseUntil(now).toISOString(),
        id,
        viewer.accountId,
        at,
        may(viewer, facts, 'lease'),
        id,
        viewer.accountId,
        activity,
        at,
        at,
        presentSince(now).toISOString(),
      ],
    ),
  );
  return done({ reportId: id });
}

/** Removes those who have gone. Returns how many. */
export async function forgetPresences(deps: ReportsDependencies): Promise<number> {
  const rows = await deps.database.query<{ officer_id: string }>(
    'forget-presences',
    'delete from presence where seen_at <= $1 returning officer_id',
    [presentSince(deps.clock.now())],
  );
  return rows.length;
}
