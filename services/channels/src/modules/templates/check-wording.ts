import { placeholdersOf } from './placeholders.ts';
import type { Template } from './template.ts';
import { placeholdersIn, type Medium, type Wording } from './wording.ts';

/** What is wrong with a wording, for whoever wrote it. */
export interface WordingFault {
  path: 'subject' | 'body';
  code:
    | 'EMPTY'
    | 'TOO_LONG'
    | 'CONTROL_CHARACTER'
    | 'LINE_BREAK'
    | 'UNKNOWN_PLACEHOLDER'
    | 'MISSING_PLACEHOLDER'
    | 'NOT_LAST'
    | 'LOOSE_BRACE'
    | 'OWN_LINK'
    | 'TOO_MANY_SEGMENTS';
  /** The placeholder, the most characters, or the most short messages. */
  detail: string | null;
}

/** What programmes make a link of, whatever it ends in; "a.n." and "s.d." are none. */
const A_LINK = /:\/\/|\bwww\.|[\p{L}\p{N}-]{2}[.\u3002]\p{L}{2}/iu;

/** A short message in words of our own costs at most so many. */
export const MOST_SEGMENTS = 3;
const LONGEST_SUBJECT = 150;
const LONGEST = { MAIL: 5_000, PHONE: 600, MESSENGER: 1_000 } as const;

/** What is wrong with a wording; nothing: it may be put in force. */
export function checkWording(template: Template, medium: Medium, wording: Wording): WordingFault[] {
  const { allowed, required, inSubject, last } = placeholdersOf(template, medium);
  const isMail = medium === 'MAIL';
  return [
    ...(isMail
      ? checkText('subject', wording.subject ?? '', {
          most: LONGEST_SUBJECT,
          isOneLine: true,
          allowed: inSubject,
        })
      : []),
    ...checkText('body', wording.body, { most: LONGEST[medium], isOneLine: !isMail, allowed }),
    ...required
      .filter((names) => !names.split('/').some((name) => wording.body.includes(`{${name}}`)))
      .map((detail) => fault('body', 'MISSING_PLACEHOLDER', detail)),
    ...(last && wording.body.includes(`{${last}}`) && !wording.body.endsWith(`{${last}}`)
      ? [fault('body', 'NOT_LAST', last)]
      : []),
  ];
}

function checkText(
  path: WordingFault['path'],
  text: string,
  { most, isOneLine, allowed }: { most: number; isOneLine: boolean; allowed: readonly string[] },
): WordingFault[] {
  const unknown = placeholdersIn(text).find((name) => !allowed.includes(name));
  return [
    ...(text.trim() === '' ? [fault(path, 'EMPTY')] : []),
    ...(text.length > most ? [fault(path, 'TOO_LONG', String(most))] : []),
    ...(isOneLine && /[\r\n\u2028\u2029]/u.test(text) ? [fault(path, 'LINE_BREAK')] : []),
    ...(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u.test(text.replaceAll('\n', ''))
      ? [fault(path, 'CONTROL_CHARACTER')]
      : []),
    ...(unknown === undefined ? [] : [fault(path, 'UNKNOWN_PLACEHOLDER', unknown.slice(0, 40))]),
    ...(/[{}]/.test(text.replace(/\{[^{}]*\}/g, '')) ? [fault(path, 'LOOSE_BRACE')] : []),
    // Links are the platform's own: whoever gets used to others believes false ones.
    ...(A_LINK.test(text.normalize('NFKC')) ? [fault(path, 'OWN_LINK')] : []),
  ];
}

const fault = (
  path: WordingFault['path'],
  code: WordingFault['code'],
  detail: string | null = null,
): WordingFault => ({ path, code, detail });
