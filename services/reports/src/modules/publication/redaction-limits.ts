import type { FieldFault } from '../report/index.ts';
import type { ModerationRule } from './vocabulary.ts';

/** What may be said of what was covered, and nothing else: these words stand in the reporter's text. */
const LABELS =
  'NIK|nomor|surel|rekening|nomor polisi|nama|alamat|number|email|account|number plate|name|address';

/** What stands where something was covered, as the consoles write it in both languages. */
const MARK = new RegExp(`\\[(?:(?:${LABELS}) )?(?:disamarkan|masked|redacted)\\]`, 'giu');

/**
 * Whether a text is another one of which passages were covered by marks, and nothing else: no word more, none in another place, and no
 * mark taken away. Linear in both lengths.
 */
export function coversOnly(before: string, after: string): boolean {
  const kept = after.split(MARK);
  const last = kept.pop()!;
  const first = kept.shift();
  if (first === undefined) return after === before;
  if (!before.startsWith(first)) return false;
  let from = first.length;
  for (const piece of kept) {
    // At least one character is covered by each mark.
    const at = before.indexOf(piece, from + 1);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return before.length - last.length > from && before.endsWith(last);
}

interface OtherWords {
  path: string;
  before: string;
  after: string;
}

/**
 * What whoever handles a report may not do although they may cover what says who somebody is: judge by another rule, or put other words
 * into the reporter's mouth. Taking a cover off again is other words too.
 */
export function limitFaults(rule: ModerationRule, words: readonly OtherWords[] = []): FieldFault[] {
  const byOtherRule: FieldFault[] =
    rule === 'PERSONAL_DATA'
      ? []
      : [
          {
            path: 'input.rule',
            code: 'VERIFIERS_ONLY',
            message: 'An agency covers personal data. For another rule turn to the national desk.',
          },
        ];
  return [
    ...byOtherRule,
    ...words
      .filter(({ before, after }) => !coversOnly(before, after))
      .map(({ path }) => ({
        path,
        code: 'COVERS_ONLY',
        message: 'An agency covers words with a mark such as "[disamarkan]", and changes nothing else.',
      })),
  ];
}
