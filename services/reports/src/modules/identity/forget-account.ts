import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { appendEvents, type EventOf } from '@lapor/events';
import { SUBSCRIBERS } from '../../subscribers.ts';
import { forgetUploader } from '../attachment/index.ts';
import { noteInAudit, type AuditAction } from '../audit/index.ts';
import { accountLookup, REOPENING_DAYS, type ReportsDependencies } from '../report/index.ts';
import { openIdentity, resealIdentity } from './sealed-identity.ts';

interface Filed {
  id: string;
  number: string;
  state: string;
  paths: string[][];
}

const FILED = `r.id, r.number, r.state, coalesce((select jsonb_agg(a.path) from assignment a where a.report_id = r.id and a.ended_at is null), '[]') as paths`;

/**
 * An account was deleted: its reports let go of it, and so do its files. What was sealed of the reporter is erased where the report
 * has ended; a running one still needs to reach its reporter, and is erased when it has ended for good.
 */
export async function forgetAccounts(
  deps: ReportsDependencies,
  em: EntityManager,
  events: readonly EventOf<'account.deleted'>[],
): Promise<void> {
  for (const { payload } of events) {
    const reports = await em.execute<Filed[]>(
      `select ${FILED} from report r where r.account_lookup = ? order by r.id for update`,
      [accountLookup(deps.lookupSecret, payload.accountId)],
    );
    await forgetUploader(deps, em, payload.accountId);
    for (const report of reports) {
      await em.execute('update report set account_lookup = null, public_name = null where id = ?', [
        report.id,
      ]);
      await note(deps, em, report, 'ACCOUNT_UNLINKED');
      const isRunning = report.state !== 'COMPLETED' && report.state !== 'ARCHIVED';
      const isReached = isRunning && (await keepWithoutAccount(deps, em, report.id));
      if (!isReached) await erase(deps, em, report, 'EARLY');
      else
        await em.execute(
          'update report set erase_identity = true, erasure_asked_at = coalesce(erasure_asked_at, ?) where id = ?',
          [deps.clock.now().toISOString(), report.id],
        );
    }
  }
}

/** Seals what is left of an identity without its account; `false`: nothing is left by which anybody could be reached. */
async function keepWithoutAccount(
  deps: ReportsDependencies,
  em: EntityManager,
  reportId: string,
): Promise<boolean> {
  const identity = await openIdentity(deps, em, reportId);
  if (!identity) return false;
  const rest = { ...identity, accountId: null };
  if (Object.values(rest).every((value) => value === null)) return false;
  await resealIdentity(deps, em, reportId, rest, deps.clock.now());
  return true;
}

/**
 * When somebody is erased: while the report runs or may be opened again, so that who has its code may still write; when it has ended for
 * good; or when nothing of the person is kept any longer.
 */
export type ErasureTime = 'EARLY' | 'ENDED' | 'KEPT_NO_LONGER';

/**
 * Erases who reported, wherever this service keeps it: what was sealed, the link to an account, a public name. Others are told, for what
 * the reporter wrote there. What is written after an earlier time is erased at the next. The caller holds the report's row.
 */
export async function eraseIdentityOf(
  em: EntityManager,
  reportId: string,
  at: Date,
  time: ErasureTime,
): Promise<void> {
  await em.execute('delete from sealed_identity where report_id = ?', [reportId]);
  await em.execute('delete from told_message where report_id = ?', [reportId]);
  // The hash of the submission covers the identity too: whoever knew the rest could try names on it.
  await em.execute(
    'update report set has_identity = false, public_name = null, account_lookup = null, erasure_asked_at = null, erase_identity = ?, erasure_told = ?, submission_body_hash = ? where id = ?',
    [time === 'EARLY', time === 'KEPT_NO_LONGER', randomBytes(32), reportId],
  );
  // What an officer noted with the consent may name the person.
  await em.execute('update filed_on_behalf set sealed = null where report_id = ?', [reportId]);
  await appendEvents(em, SUBSCRIBERS, [
    {
      type: 'report.identity-erased',
      stream: reportId,
      occurredAt: at,
      payload: { reportId, at: at.toISOString() },
    },
  ]);
}

async function erase(
  deps: ReportsDependencies,
  em: EntityManager,
  report: Filed,
  time: ErasureTime,
): Promise<void> {
  await eraseIdentityOf(em, report.id, deps.clock.now(), time);
  await note(deps, em, report, 'IDENTITY_ERASED');
}

const note = (
  deps: ReportsDependencies,
  em: EntityManager,
  { id, number, paths }: Filed,
  action: AuditAction,
): Promise<void> =>
  noteInAudit(em, {
    at: deps.clock.now(),
    action,
    actorKind: 'SYSTEM',
    actorId: null,
    organisationId: null,
    reportId: id,
    paths,
    facts: { number },
  });

const BATCH = 100;

/**
 * Erases what is sealed of reporters without an account any more or who asked for it, of reports that ended so long ago that nobody opens them again.
 * Returns how many.
 */
export async function eraseIdentities(deps: ReportsDependencies): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - REOPENING_DAYS * 86_400_000);
  return deps.database.transaction(async (em) => {
    const reports = await em.execute<Filed[]>(
      `select ${FILED} from report r where r.erase_identity and r.ended_at < ?::timestamptz
       order by r.ended_at, r.id limit ${BATCH} for update skip locked`,
      [before.toISOString()],
    );
    for (const report of reports) await erase(deps, em, report, 'ENDED');
    return reports.length;
  });
}
