import {
  accepted,
  givenId,
  invalid,
  notFound,
  refused,
  requestKey,
  typed,
  type FieldFault,
  type Outcome,
} from '@lapor/request';
import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import type { RuleBook } from '../clock/index.ts';
import { enter, type UseCaseDependencies } from '../entry/index.ts';
import { findPersonalData, unprintableIn } from '../letter/index.ts';
import { textOf } from './fold-entries.ts';
import { mayApprove } from './policy.ts';
import { findLetter, lockReport } from './repository.ts';
import { storeOversight } from './store-oversight.ts';
import type { LetterState, OversightRefusalCode } from './vocabulary.ts';

const LONGEST_TEXT = 4_000;

/** One paragraph: no lines of its own, and no invisible hyphens between the digits of a number. */
const paragraph = z
  .string()
  .transform((value) => value.replaceAll('\u00AD', '').replace(/\s+/g, ' '))
  .pipe(typed(3, 1_500));

const schema = z.object({
  requestKey,
  letterId: givenId(70),
  paragraphs: z.array(paragraph).min(1).max(8).nullable(),
  expectedVersion: z.number().int(),
});

/**
 * Changes the text of a draft, by whoever may approve it; every text that it had stays in the log. `null` gives it back to the platform.
 * Refuses with LETTER_STATE, or LETTER_CHANGED when somebody else has changed it meanwhile, and names paragraphs that hold what a person
 * could be found by.
 */
export async function editLetter(
  dependencies: UseCaseDependencies,
  rules: RuleBook,
  viewer: Viewer,
  input: { letterId: string },
): Promise<Outcome<{ letterId: string }, OversightRefusalCode>> {
  const found = await findLetter(dependencies.database, String(input.letterId).slice(0, 70));
  if (!found || !mayApprove(viewer, found.kase)) return notFound();
  return enter(
    dependencies,
    viewer,
    { operation: 'editLetter', schema, input },
    async ({ em, input: { letterId, paragraphs, expectedVersion }, write, at }) => {
      const faults = (paragraphs ?? []).flatMap(faultsIn);
      if (faults.length > 0) return invalid(...faults);
      if (paragraphs && textOf(paragraphs).length > LONGEST_TEXT) {
        const message = `Must have at most ${LONGEST_TEXT} characters in all.`;
        return invalid({ path: 'input.paragraphs', code: 'TOO_LONG', message });
      }
      const report = await lockReport(em, found.reportId);
      const [letter] = await em.execute<{ state: LetterState; version: number; isOver: boolean }[]>(
        `select l.state, l.version, c.state = 'CLOSED' as "isOver"
         from oversight_letter l join oversight_case c on c.id = l.case_id where l.id = ?`,
        [letterId],
      );
      if (!report || !letter) return notFound();
      if (letter.state !== 'DRAFT' || letter.isOver)
        return refused('LETTER_STATE', 'The letter was approved as it is, or the case has ended', 'letterId');
      if (letter.version !== expectedVersion)
        return refused('LETTER_CHANGED', 'Somebody has changed its text meanwhile', 'expectedVersion');
      await write({
        kind: 'LETTER_EDITED',
        subject: report.reportId,
        payload: { caseId: found.caseId, letterId, version: letter.version + 1 },
        ...(paragraphs && { texts: { text: textOf(paragraphs) } }),
      });
      await storeOversight(em, report.reportId, rules, at);
      return accepted({ letterId });
    },
  );
}

/** Where a paragraph holds what must not be printed, or cannot be; the words themselves are not repeated. */
function faultsIn(text: string, index: number): FieldFault[] {
  const path = `input.paragraphs.${index}`;
  const unprintable = unprintableIn(text);
  return [
    ...findPersonalData(text).map(({ kind, from, to }) => ({
      path,
      code: kind,
      message: `Characters ${from} to ${to} look like something by which a person could be found.`,
    })),
    ...(unprintable.length > 0
      ? [{ path, code: 'UNPRINTABLE', message: `Cannot be printed: ${unprintable.slice(0, 10).join(' ')}` }]
      : []),
  ];
}
