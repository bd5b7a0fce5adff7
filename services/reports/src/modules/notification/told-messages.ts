import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { EventOf } from '@lapor/events';

/** A message to the reporter, and what became of it. */
export interface ToldMessage {
  id: string;
  template: string;
  way: 'MAIL' | 'PHONE' | 'TELEGRAM' | 'WHATSAPP' | 'X' | null;
  state: 'WAITING' | 'SENT' | 'ARRIVED' | 'NOT_ARRIVED' | 'NO_ADDRESS' | 'FAILED' | 'UNCERTAIN';
  at: Date;
  /** Of one that waits. */
  waitsFor: 'QUIET_HOURS' | 'CAP_OF_THE_DAY' | 'PROVIDER' | null;
  waitsUntil: Date | null;
}

const KEPT_OF_A_REPORT = 50;

/** About the access to the report itself, or who read the identity: the reporter's business. */
const REPORTERS_OWN: ReadonlySet<string> = new Set([
  'access-code-lost',
  'access-code-renewed',
  'report-identity-read',
]);

/** What may still be said of a message later. */
const MAY_CHANGE: ReadonlySet<string> = new Set(['WAITING', 'SENT', 'UNCERTAIN']);

type Noted = Pick<EventOf<'notification.held'>['payload'], 'notificationId' | 'template' | 'way' | 'at'> & {
  reportId: string;
  state: ToldMessage['state'];
  waitsFor: ToldMessage['waitsFor'];
  until: string | null;
};

/** Notes what became of messages to reporters. */
export async function noteToldMessages(
  em: EntityManager,
  events: readonly EventOf<'notification.ended'>[],
): Promise<void> {
  const told = new Map<string, Noted>();
  for (const { payload } of events) {
    const { notificationId, reportId, template, way, outcome: state, at } = payload;
    if (reportId === null || template === null) continue;
    // What is said first of all that stays so is what happened.
    if (MAY_CHANGE.has(told.get(notificationId)?.state ?? 'WAITING'))
      told.set(notificationId, {
        notificationId,
        reportId,
        template,
        way,
        state,
        at,
        waitsFor: null,
        until: null,
      });
  }
  await note(em, [...told.values()], ['WAITING', 'SENT', 'UNCERTAIN']);
}

/** Notes which messages to reporters wait; of one that ended, nothing. */
export async function noteHeldMessages(
  em: EntityManager,
  events: readonly EventOf<'notification.held'>[],
): Promise<void> {
  const held = new Map(
    events.map(({ payload }) => [payload.notificationId, { ...payload, state: 'WAITING' as const }]),
  );
  await note(em, [...held.values()], ['WAITING']);
}

/** Two statements, however many there are: they are written over these states only, and the newest of each report are kept. */
async function note(
  em: EntityManager,
  messages: readonly Noted[],
  over: ToldMessage['state'][],
): Promise<void> {
  if (messages.length === 0) return;
  // A report that is gone meanwhile has none.
  await em.execute(
    `insert into told_message as t (notification_id, report_id, template, way, state, at, waits_for, waits_until)
     select m."notificationId", report.id, m.template, m.way, m.state, m.at, m."waitsFor", m.until
     from jsonb_to_recordset(?::jsonb) as m ("notificationId" text, "reportId" uuid, template text, way text, state text,
       at timestamptz, "waitsFor" text, until timestamptz)
     join report on report.id = m."reportId"
     on conflict (notification_id) do update set state = excluded.state, at = excluded.at, way = excluded.way,
       waits_for = excluded.waits_for, waits_until = excluded.waits_until
     where t.state = any (?::text[])`,
    [JSON.stringify(messages), `{${over.join(',')}}`],
  );
  await em.execute(
    `delete from told_message where notification_id in
       (select notification_id from
          (select notification_id, row_number() over (partition by report_id order by at desc, notification_id) as place
           from told_message where report_id = any (?::uuid[])) as placed
        where place > ${KEPT_OF_A_REPORT})`,
    [`{${messages.map(({ reportId }) => reportId).join(',')}}`],
  );
}

/** Newest first. Officers are not told of messages about the reporter's own access. */
export async function listToldMessages(
  database: Database,
  reportId: string,
  { isReporter }: { isReporter: boolean },
): Promise<ToldMessage[]> {
  const rows = await database.query<ToldMessage & Record<string, unknown>>(
    'told-messages',
    'select notification_id as id, template, way, state, at, waits_for as "waitsFor", waits_until as "waitsUntil" from told_message where report_id = $1 order by at desc, notification_id',
    [reportId],
  );
  return isReporter ? rows : rows.filter(({ template }) => !REPORTERS_OWN.has(template));
}
