import type { EntityManager } from '@mikro-orm/postgresql';
import { appendEvents } from '@lapor/events';
import { toE164 } from '@lapor/phone';
import { noteInAudit, type AuditAction } from '../audit/index.ts';
import { openIdentity, type Identity } from '../identity/index.ts';
import type { ReportsDependencies } from '../report/index.ts';
import { SUBSCRIBERS } from '../../subscribers.ts';
import { LINK_MINUTES } from './link.ts';
import { request, sealedAs } from './request-new-access-code.ts';

const BATCH = 20;
/** A day's mails to one reporter: whoever knows an address does not fill it. */
const MAILS_A_DAY = 3;

interface Known {
  id: string;
  number: string;
  recent: number;
}

/** Looks at what was asked for, and sends a link where the contact is the reporter's own. Returns how many requests it took. */
export async function sendNewCodes(deps: ReportsDependencies): Promise<number> {
  const taken = await deps.database.transaction(async (em) => {
    const rows = await em.execute<{ id: string; sealed: Uint8Array }[]>(
      `delete from lost_code_request where id in (
         select id from lost_code_request order by asked_at, id limit ${BATCH} for update skip locked) returning id, sealed`,
    );
    for (const { id, sealed } of rows) {
      const asked = request.parse(JSON.parse(deps.sealer.open(sealed, sealedAs(id)).toString()));
      await sendIfOwn(deps, em, asked);
    }
    return rows.length;
  });
  if (taken > 0) deps.eventsCommitted();
  return taken;
}

async function sendIfOwn(
  deps: ReportsDependencies,
  em: EntityManager,
  { number, contact }: { number: string; contact: string },
): Promise<void> {
  const now = deps.clock.now();
  const yesterday = new Date(now.getTime() - 86_400_000);
  const [report] = await em.execute<Known[]>(
    `select r.id, r.number, (select count(*) from lost_code l where l.report_id = r.id and l.asked_at > ?::timestamptz)::int as recent
     from report r where r.number = ? and r.has_identity for update`,
    [yesterday.toISOString(), number],
  );
  if (!report || report.recent >= MAILS_A_DAY) return;
  await note(deps, em, report, 'CONTACT_READ');
  const identity = await openIdentity(deps, em, report.id);
  if (!identity?.email || !isOwn(identity, contact)) return;
  const expiresAt = new Date(now.getTime() + LINK_MINUTES * 60_000);
  await em.execute('insert into lost_code (id, report_id, asked_at, expires_at) values (?, ?, ?, ?)', [
    deps.newId(),
    report.id,
    now.toISOString(),
    expiresAt.toISOString(),
  ]);
  await note(deps, em, report, 'NEW_CODE_SENT');
  await appendEvents(em, SUBSCRIBERS, [
    {
      type: 'notification.requested',
      stream: report.id,
      occurredAt: now,
      payload: {
        notificationId: deps.newId(),
        recipient: { kind: 'REPORTER', reportId: report.id },
        template: 'access-code-lost',
        facts: { number: report.number },
        at: now.toISOString(),
      },
    },
  ]);
}

/** The address or the phone that the reporter gave, however it is written. The mail goes to the sealed address alone. */
const isOwn = ({ email, phone }: Identity, contact: string): boolean =>
  email?.toLowerCase() === contact.toLowerCase() || (phone !== null && phone === toE164(contact));

const note = (
  deps: ReportsDependencies,
  em: EntityManager,
  { id, number }: Known,
  action: AuditAction,
): Promise<void> =>
  noteInAudit(em, {
    at: deps.clock.now(),
    action,
    actorKind: 'SYSTEM',
    actorId: null,
    organisationId: null,
    reportId: id,
    paths: [],
    facts: { number },
  });
