import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { EventOf } from '@lapor/events';

/** A message to the reporter, and what became of it. */
export interface ToldMessage {
  id: string;
  template: string;
  way: 'MAIL' | 'PHONE' | 'TELEGRAM' | 'WHATSAPP' | 'X' | null;
  state: 'SENT' | 'ARRIVED' | 'NOT_ARRIVED' | 'NO_ADDRESS' | 'FAILED' | 'UNCERTAIN';
  at: Date;
}

const KEPT_OF_A_REPORT = 50;

/** About the access to the report itself, or who read the identity: the reporter's business. */
const REPORTERS_OWN: ReadonlySet<string> = new Set([
  'access-code-lost',
  'access-code-renewed',
  'report-identity-read',
]);

/** Notes what `channels` tells of messages to reporters; the newest of each report are kept. */
export async function noteToldMessages(
  em: EntityManager,
  events: readonly EventOf<'notification.ended'>[],
): Promise<void> {
  for (const { payload } of events) {
    const { notificationId, reportId, template, way, outcome, at } = payload;
    if (reportId === null || template === null) continue;
    // What is said later of the same message stands; a report that is gone meanwhile has none.
    await em.execute(
      `insert into told_message as t (notification_id, report_id, template, way, state, at)
       select ?, id, ?, ?, ?, ? from report where id = ?::uuid
       on conflict (notification_id) do update set state = excluded.state, at = excluded.at, way = excluded.way
         where t.state in ('SENT', 'UNCERTAIN')`,
      [notificationId, template, way, outcome, at, reportId],
    );
    await em.execute(
      `delete from told_message where report_id = ?::uuid and notification_id in
         (select notification_id from told_message where report_id = ?::uuid order by at desc, notification_id offset ${KEPT_OF_A_REPORT})`,
      [reportId, reportId],
    );
  }
}

/** Newest first. Officers are not told of messages about the reporter's own access. */
export async function listToldMessages(
  database: Database,
  reportId: string,
  { isReporter }: { isReporter: boolean },
): Promise<ToldMessage[]> {
  const rows = await database.query<ToldMessage & Record<string, unknown>>(
    'told-messages',
    'select notification_id as id, template, way, state, at from told_message where report_id = $1 order by at desc, notification_id',
    [reportId],
  );
  return isReporter ? rows : rows.filter(({ template }) => !REPORTERS_OWN.has(template));
}
