import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '@lapor/sealing';
import type { Viewer } from '@lapor/viewer';
import { limitRate } from '../rate-limit/index.ts';
import { done, failed, NOT_FOUND, type ReportsDependencies, type Result } from '../report/index.ts';

/** A right to act as the reporter of one report, for the device that knew its code. */
export interface OpenedReport {
  reportId: string;
  grant: string;
  expiresAt: Date;
}

const GRANT_HOURS = 12;
const ATTEMPTS_PER_SOURCE = { count: 20, seconds: 600 };
const WRONG_PER_NUMBER = { count: 30, seconds: 3_600 };

/** Opens a report by number and access code. An unknown number, a foreign and a wrong code do the same work and answer alike. */
export async function openReport(
  deps: ReportsDependencies,
  input: { number: string; accessCode: string },
  viewer: Viewer,
): Promise<Result<OpenedReport>> {
  const number = input.number.replace(/\D/g, '').slice(0, 16);
  const code = input.accessCode.replace(/\D/g, '').slice(0, 32);
  const limited = await limitRate(deps, 'open', viewer.source, ATTEMPTS_PER_SOURCE);
  if (limited) return failed(limited);
  const [row] = await deps.database.query<{ id: string; hash: Buffer | null }>(
    'report-access',
    'select id, access_code_hash as hash from report where number = $1',
    [number],
  );
  const given = keyedHash(deps.lookupSecret, 'access-code', `${number}:${code}`);
  const matches = timingSafeEqual(given, row?.hash ?? Buffer.alloc(given.length));
  // Counted for wrong codes only: nobody keeps a reporter out by guessing at the number.
  if (!row || !matches)
    return failed((await limitRate(deps, 'open-number', number, WRONG_PER_NUMBER)) ?? NOT_FOUND.failure);
  const expiresAt = new Date(Date.now() + GRANT_HOURS * 3_600_000);
  return done({ reportId: row.id, grant: await deps.tokens.signReportGrant(row.id, expiresAt), expiresAt });
}
