import type { EntityManager } from '@mikro-orm/postgresql';
import type { RuleBook } from '../clock/index.ts';
import { writeEntry } from '../entry/index.ts';
import { lockCase } from './act-on-case.ts';
import { addresseeOf } from './addressee.ts';
import { storeOversight } from './store-oversight.ts';

/**
 * Drafts the letter because a clarification was missed and there was no plan or result by then; once for each clarification, however often
 * it is called. Nothing leaves the house before a person has approved it.
 * @param clarificationId as the timer bears it: `<case>:CLARIFICATION:<ordinal>`.
 * @param at the instant at which it was missed.
 */
export async function draftLetter(
  em: EntityManager,
  { clarificationId, at }: { clarificationId: string; at: Date },
  rules: RuleBook,
  now: Date,
): Promise<void> {
  const caseId = clarificationId.split(':')[0]!;
  const found = await lockCase(em, caseId);
  if (!found || !(await stillSilent(em, found.report.reportId, at))) return;
  const { report } = found;
  const [counted] = await em.execute<{ letters: number }[]>(
    'select count(*)::int as letters from oversight_letter where case_id = ?',
    [caseId],
  );
  const payload = {
    caseId,
    letterId: `${caseId}-${counted!.letters + 1}`,
    addresseeId: addresseeOf(report),
    missedAt: at.toISOString(),
  };
  const entry = { kind: 'LETTER_DRAFTED', subject: report.reportId, payload };
  const onceKey = `letter ${clarificationId}`;
  const written = await writeEntry(em, { ...entry, onceKey }, { kind: 'SYSTEM' }, at);
  if (written !== null) await storeOversight(em, report.reportId, rules, now);
}

/** The Ombudsman's clock ran at that instant: no plan, no result, and the report had not ended. */
export async function stillSilent(em: EntityManager, reportId: string, at: Date): Promise<boolean> {
  const [row] = await em.execute<{ silent: boolean }[]>(
    `select exists (select from clock where report_id = ? and kind = 'OMBUDSMAN'
       and (stopped_at is null or stopped_at > ?::timestamptz)) as silent`,
    [reportId, at.toISOString()],
  );
  return row!.silent;
}
