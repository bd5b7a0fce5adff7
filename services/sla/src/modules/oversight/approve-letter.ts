import type { EntityManager } from '@mikro-orm/postgresql';
import { appendEvents } from '@lapor/events';
import { accepted, givenId, notFound, refused, requestKey, type Outcome } from '@lapor/request';
import type { Viewer } from '@lapor/viewer';
import { localDateAt } from '@lapor/working-days';
import { z } from 'zod';
import { SUBSCRIBERS } from '../../subscribers.ts';
import type { RuleBook } from '../clock/index.ts';
import { enter, type UseCaseDependencies } from '../entry/index.ts';
import { letterNumber, type Directory, type LetterContent } from '../letter/index.ts';
import { NATIONAL_TIME_ZONE } from '../policy/index.ts';
import { addresseeOf } from './addressee.ts';
import { stillSilent } from './draft-letter.ts';
import { contentOf } from './letter-content.ts';
import { mayApprove } from './policy.ts';
import { findLetter, lockReport } from './repository.ts';
import { storeOversight } from './store-oversight.ts';
import type { LetterState, OversightRefusalCode, OversightState } from './vocabulary.ts';

const schema = z.object({
  requestKey,
  letterId: givenId(70),
  expectedVersion: z.number().int().nullish(),
});

/**
 * A person of the Ombudsman or KSP approves a letter: it gets number and date, what it says is written down for good, and it is sent. One
 * that could not be delivered is sent once more in the same words.
 * It goes to whoever has to answer now: a report that was passed on or became confidential since the draft has another addressee.
 * Refuses with LETTER_STATE, LETTER_NOT_NEEDED when the case has ended, there is a plan or result by now or the report has another addressee than the paper that
 * could not be delivered, or LETTER_CHANGED when it is not the text that was read.
 */
export async function approveLetter(
  dependencies: UseCaseDependencies & { directory: Directory },
  rules: RuleBook,
  viewer: Viewer,
  input: { letterId: string },
): Promise<Outcome<{ letterId: string }, OversightRefusalCode>> {
  const { database, clock } = dependencies;
  // Names are asked for before anything is held: another service's slowness must not hold a row.
  const found = await findLetter(database, String(input.letterId).slice(0, 70));
  if (!found || !mayApprove(viewer, found.kase)) return notFound();
  const words = found.content ?? (await contentOf(dependencies, found, rules, null, clock.now()));
  return enter(
    dependencies,
    viewer,
    { operation: 'approveLetter', schema, input },
    async ({ em, input: { letterId, expectedVersion }, write, at }) => {
      const report = await lockReport(em, found.reportId);
      const [letter] = await em.execute<
        { state: LetterState; version: number; caseState: OversightState; attempts: number }[]
      >(
        `select state, version, (select c.state from oversight_case c where c.id = case_id) as "caseState", (select count(*)::int from entry where subject = ? and kind = 'LETTER_APPROVED'
           and payload ->> 'letterId' = ?) as attempts from oversight_letter where id = ?`,
        [found.reportId, letterId, letterId],
      );
      if (!report || !letter) return notFound();
      if (letter.state !== 'DRAFT' && letter.state !== 'FAILED')
        return refused('LETTER_STATE', 'The letter is on its way already', 'letterId');
      // The words were read before anything was held.
      if ((expectedVersion ?? found.version) !== letter.version || found.version !== letter.version)
        return refused('LETTER_CHANGED', 'Somebody has changed its text meanwhile', 'expectedVersion');
      if (letter.caseState === 'CLOSED')
        return refused('LETTER_NOT_NEEDED', 'The case has ended', 'letterId');
      if (!(await stillSilent(em, report.reportId, at)))
        return refused('LETTER_NOT_NEEDED', 'There is a plan or result by now', 'letterId');
      if (addresseeOf(report) !== found.addresseeId)
        return found.approvedAt === null
          ? refused('LETTER_CHANGED', 'The report has just gone to somebody else', 'expectedVersion')
          : refused('LETTER_NOT_NEEDED', 'The report has gone to somebody else since', 'letterId');
      if (!words) return refused('LETTER_STATE', 'Too little is known to write it yet', 'letterId');
      const content = words.number === null ? await numbered(em, words as LetterContent, at) : words;
      await write({
        kind: 'LETTER_APPROVED',
        subject: report.reportId,
        payload: {
          caseId: found.caseId,
          letterId,
          addresseeId: found.addresseeId,
          ...placeOf(content as LetterContent),
          content,
        },
      });
      await storeOversight(em, report.reportId, rules, at);
      await appendEvents(em, SUBSCRIBERS, [
        {
          type: 'notification.requested',
          stream: letterId,
          occurredAt: at,
          payload: {
            notificationId: `${letterId}:${letter.attempts + 1}`,
            recipient: { kind: 'LETTER', letterId, organisationId: found.addresseeId },
            template: 'oversight-letter',
            facts: { number: report.number, letterNumber: String(content.number) },
            at: at.toISOString(),
          },
        },
      ]);
      return accepted({ letterId });
    },
  );
}

/** The next number of the year; one letter at a time takes one, so that there are no gaps. */
async function numbered(em: EntityManager, words: LetterContent, at: Date): Promise<LetterContent> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('number of a letter', 0))`);
  const datedOn = localDateAt(at, NATIONAL_TIME_ZONE);
  const [row] = await em.execute<{ next: number }[]>(
    'select coalesce(max(sequence), 0)::int + 1 as next from oversight_letter where year = ?',
    [Number(datedOn.slice(0, 4))],
  );
  return { ...words, datedOn, number: letterNumber(row!.next, datedOn) };
}

const placeOf = ({ number, datedOn }: LetterContent) => ({
  year: Number(datedOn.slice(0, 4)),
  sequence: Number(number!.split('/')[0]),
});
