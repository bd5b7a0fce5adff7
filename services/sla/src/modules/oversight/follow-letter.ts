import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';
import {
  accepted,
  day,
  givenId,
  invalid,
  notFound,
  refused,
  requestKey,
  typed,
  type Outcome,
} from '@lapor/request';
import type { Viewer } from '@lapor/viewer';
import { localDateAt } from '@lapor/working-days';
import { z } from 'zod';
import type { RuleBook } from '../clock/index.ts';
import { enter, writeEntry, type UseCaseDependencies } from '../entry/index.ts';
import { NATIONAL_TIME_ZONE } from '../policy/index.ts';
import { mayReply } from './policy.ts';
import { findLetter, lockReport } from './repository.ts';
import { storeOversight } from './store-oversight.ts';
import type { LetterState, OversightRefusalCode } from './vocabulary.ts';

/** Notes what became of letters that were sent: `channels` tells it once for each attempt. */
export async function noteLetters(
  em: EntityManager,
  events: readonly EventOf<'letter.ended'>[],
  rules: RuleBook,
  now: Date,
): Promise<void> {
  for (const { payload } of events) {
    const { letterId, notificationId, outcome, at } = payload;
    const [letter] = await em.execute<{ case_id: string; report_id: string }[]>(
      'select case_id, report_id from oversight_letter where id = ?',
      [letterId],
    );
    if (!letter) continue;
    await lockReport(em, letter.report_id);
    const isSent = outcome === 'SENT';
    await writeEntry(
      em,
      {
        kind: isSent ? 'LETTER_SENT' : 'LETTER_FAILED',
        subject: letter.report_id,
        payload: { caseId: letter.case_id, letterId, ...(isSent ? {} : { reason: outcome }) },
        onceKey: `letter-ended ${notificationId}`,
      },
      { kind: 'SYSTEM' },
      new Date(at),
    );
    await storeOversight(em, letter.report_id, rules, now);
  }
}

const schema = z.object({ requestKey, letterId: givenId(70), repliedOn: day, text: typed(3, 4_000) });

/**
 * What was replied to a letter: by the head in the console, or as it came on paper, written down by who approves letters. Also of a letter
 * that no mail could bring. Refuses with LETTER_STATE.
 */
export async function recordLetterReply(
  dependencies: UseCaseDependencies,
  rules: RuleBook,
  viewer: Viewer,
  input: { letterId: string },
): Promise<Outcome<{ letterId: string }, OversightRefusalCode>> {
  const found = await findLetter(dependencies.database, String(input.letterId).slice(0, 70));
  const facts = found && { isDraft: found.state === 'DRAFT', addresseeId: found.addresseeId };
  if (!found || !facts || !mayReply(viewer, found.kase, facts)) return notFound();
  return enter(
    dependencies,
    viewer,
    { operation: 'recordLetterReply', schema, input },
    async ({ em, input: { letterId, repliedOn, text }, write, at }) => {
      const report = await lockReport(em, found.reportId);
      const [letter] = await em.execute<{ state: LetterState; approved_at: string | null }[]>(
        'select state, approved_at from oversight_letter where id = ?',
        [letterId],
      );
      if (!report || !letter) return notFound();
      if (letter.state === 'DRAFT' || letter.state === 'REPLIED')
        return refused('LETTER_STATE', 'Nothing can be replied to it as it stands', 'letterId');
      const approvedOn = localDateAt(new Date(letter.approved_at!), NATIONAL_TIME_ZONE);
      if (repliedOn < approvedOn || repliedOn > localDateAt(at, NATIONAL_TIME_ZONE)) {
        const message = 'Must be a day from the letter to today.';
        return invalid({ path: 'input.repliedOn', code: 'INVALID', message });
      }
      await write({
        kind: 'LETTER_REPLIED',
        subject: report.reportId,
        payload: { caseId: found.caseId, letterId, repliedOn },
        texts: { text },
      });
      await storeOversight(em, report.reportId, rules, at);
      return accepted({ letterId });
    },
  );
}
