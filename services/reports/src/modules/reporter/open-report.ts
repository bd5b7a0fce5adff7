import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '@lapor/sealing';
import type { Viewer } from '@lapor/viewer';
import { proofInput, type ProofInput } from '../proof-of-work/index.ts';
import { limitOrProve, limitRate } from '../rate-limit/index.ts';
import {
  done,
  failed,
  NOT_FOUND,
  validate,
  type Failure,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';

/** A right to act as the reporter of one report, for the device that knew its code. */
export interface OpenedReport {
  reportId: string;
  grant: string;
  expiresAt: Date;
}

interface Key {
  number: string;
  accessCode: string;
  proof?: ProofInput;
}

const GRANT_HOURS = 12;
const ATTEMPTS_PER_SOURCE = { count: 20, seconds: 600 };
const WRONG_PER_NUMBER = { count: 30, seconds: 3_600 };

/** What a report's number and code are worth as it is kept. */
export const accessCodeHash = (lookupSecret: string, number: string, accessCode: string): Buffer =>
  keyedHash(lookupSecret, 'access-code', `${number}:${accessCode}`);

/** Opens a report by number and access code. An unknown number, a foreign and a wrong code do the same work and answer alike. */
export async function openReport(
  deps: ReportsDependencies,
  input: Key,
  viewer: Viewer,
): Promise<Result<OpenedReport>> {
  const found = await findByCode(deps, input, viewer);
  if (!found.ok) return found;
  const { reportId } = found.value;
  const expiresAt = new Date(Date.now() + GRANT_HOURS * 3_600_000);
  return done({ reportId, grant: await deps.tokens.signReportGrant(reportId, expiresAt), expiresAt });
}

/** Past the limit a device works; whoever writes to a door has none, and waits. */
async function limitOfOpening(
  deps: ReportsDependencies,
  number: string,
  given: ProofInput | undefined,
  viewer: Viewer,
): Promise<Failure | null> {
  if (viewer.isAtDoor) return limitRate(deps, 'open', viewer.source, ATTEMPTS_PER_SOURCE);
  const proof = validate(proofInput, given);
  const provable = { operation: 'OPEN_REPORT', subject: number } as const;
  return limitOrProve(
    deps,
    'open',
    viewer.source,
    ATTEMPTS_PER_SOURCE,
    provable,
    proof.ok ? proof.value : null,
  );
}

/** The report that a number and its code name: the same work and the same answer for all that do not. */
export async function findByCode(
  deps: ReportsDependencies,
  input: Key,
  viewer: Viewer,
): Promise<Result<{ reportId: string }>> {
  const number = input.number.replace(/\D/g, '').slice(0, 16);
  const code = input.accessCode.replace(/\D/g, '').slice(0, 32);
  const limited = await limitOfOpening(deps, number, input.proof, viewer);
  if (limited) return failed(limited);
  const [row] = await deps.database.query<{ id: string; hash: Buffer | null }>(
    'report-access',
    'select id, access_code_hash as hash from report where number = $1',
    [number],
  );
  const given = accessCodeHash(deps.lookupSecret, number, code);
  const matches = timingSafeEqual(given, row?.hash ?? Buffer.alloc(given.length));
  // Counted for wrong codes only: nobody keeps a reporter out by guessing at the number.
  if (!row || !matches)
    return failed((await limitRate(deps, 'open-number', number, WRONG_PER_NUMBER)) ?? NOT_FOUND.failure);
  return done({ reportId: row.id });
}
