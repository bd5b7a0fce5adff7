import { appendEvents } from '@lapor/events';
import { deriveDigits } from '@lapor/sealing';
import type { Viewer } from '@lapor/viewer';
import { noteInAudit } from '../audit/index.ts';
import { limitRate } from '../rate-limit/index.ts';
import { done, failed, NOT_FOUND, type ReportsDependencies, type Result } from '../report/index.ts';
import { accessCodeHash } from '../reporter/index.ts';
import { SUBSCRIBERS } from '../../subscribers.ts';
import { readLostCodeToken } from './link.ts';

const ATTEMPTS_PER_SOURCE = { count: 30, seconds: 600 };

/** What opens the report from now on. */
export interface RenewedCode {
  reportId: string;
  number: string;
  accessCode: string;
}

/**
 * Gives a new access code for the token of a link; the old code, and every other link, are dead from then on. The same token gives
 * the same code again while it is valid, so that a lost answer loses nothing. Wrong, used up and too late look alike.
 */
export async function renewAccessCode(
  deps: ReportsDependencies,
  input: { token: string },
  viewer: Viewer,
): Promise<Result<RenewedCode>> {
  const limited = await limitRate(deps, 'renew-code', viewer.source, ATTEMPTS_PER_SOURCE);
  if (limited) return failed(limited);
  const id = readLostCodeToken(deps, input.token);
  if (!id) return NOT_FOUND;
  const now = deps.clock.now().toISOString();
  const result = await deps.database.transaction(async (em): Promise<Result<RenewedCode>> => {
    const [found] = await em.execute<{ reportId: string; number: string }[]>(
      `select r.id as "reportId", r.number from lost_code l join report r on r.id = l.report_id
       where l.id = ? and l.expires_at > ?::timestamptz for update of r`,
      [id, now],
    );
    // Another link may have been used while this one waited for the lock.
    const [mine] = await em.execute<{ used: boolean }[]>(
      'select used_at is not null as used from lost_code where id = ? and expires_at > ?::timestamptz',
      [id, now],
    );
    if (!found || !mine) return NOT_FOUND;
    const { reportId, number } = found;
    const accessCode = deriveDigits(deps.accessCodeSecret, 'renewed-access-code', id, 16);
    if (mine.used) return done({ reportId, number, accessCode });
    await em.execute('update report set access_code_hash = ? where id = ?', [
      accessCodeHash(deps.lookupSecret, number, accessCode),
      reportId,
    ]);
    await em.execute('update lost_code set used_at = ? where id = ?', [now, id]);
    await em.execute(
      'update lost_code set expires_at = ? where report_id = ? and id <> ? and expires_at > ?::timestamptz',
      [now, reportId, id, now],
    );
    await noteInAudit(em, {
      at: deps.clock.now(),
      action: 'CODE_RENEWED',
      actorKind: 'CITIZEN',
      actorId: null,
      organisationId: null,
      reportId,
      paths: [],
      facts: { number },
    });
    await appendEvents(em, SUBSCRIBERS, [
      {
        type: 'notification.requested',
        stream: reportId,
        occurredAt: deps.clock.now(),
        payload: {
          notificationId: deps.newId(),
          recipient: { kind: 'REPORTER', reportId },
          template: 'access-code-renewed',
          facts: { number },
          at: now,
        },
      },
    ]);
    return done({ reportId, number, accessCode });
  });
  if (result.ok) deps.eventsCommitted();
  return result;
}
