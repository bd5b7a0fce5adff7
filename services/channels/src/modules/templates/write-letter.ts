import { fitInto, inPlainAlphabet } from '../segments/index.ts';
import type { Facts } from './facts.ts';
import { placeholdersOf, shortValuesOf, valuesOf } from './placeholders.ts';
import { partsOf, render, waysBack, type Letter } from './render.ts';
import { PHONE_SUBJECT, renderShort, shortPartsOf, type Quoted } from './render-short.ts';
import { isPhoneTemplate, type Language, type Template } from './template.ts';
import { BrokenWording, fill, type Medium, type Wording } from './wording.ts';

/** A wording that somebody wrote, as it is in force. */
export interface InForce extends Wording {
  version: number;
  /** Short messages that it may take by phone, as whoever wrote it saw. */
  segments: number;
}

export interface ToWrite {
  template: Template;
  medium: Medium;
  facts: Facts;
  language: Language;
  publicUrl: string;
  /** Of a report that was filed at a door. */
  quoted: Quoted | null;
  /** To a reporter by another way than mail. */
  isShort: boolean;
}

/**
 * Writes a message in the words in force, or in the built-in ones where those cannot be filled: no message is lost by them.
 * @throws MissingFact where the built-in words cannot be filled either.
 */
export function writeLetter(
  message: ToWrite,
  wording: InForce | undefined,
  onBroken: (wording: InForce, reason: string) => void,
): Letter {
  if (wording)
    try {
      return inWordsOf(message, wording);
    } catch (error) {
      if (!(error instanceof BrokenWording)) throw error;
      onBroken(wording, error.message);
    }
  const { template, facts, language, publicUrl, quoted, isShort } = message;
  return isShort
    ? renderShort(template, facts, language, publicUrl, quoted)
    : render(template, facts, language, publicUrl);
}

/** @throws BrokenWording when it names what the template does not tell (any more), or would leave out what it must. */
export function inWordsOf(message: ToWrite, wording: InForce): Letter {
  const { template, medium, facts, language, publicUrl, quoted, isShort } = message;
  if (isShort) {
    const parts = shortPartsOf(template, facts, language, publicUrl, quoted);
    // What those who handle the report said stands in place of any sentence.
    if (parts.isQuoting) return renderShort(template, facts, language, publicUrl, quoted);
    const { last } = placeholdersOf(template, medium);
    const end = `{${last}}`;
    if (!wording.body.endsWith(end)) throw new BrokenWording(`NOT_LAST ${last}`);
    const head = fill(wording.body.slice(0, -end.length), shortValuesOf(template, language, parts));
    return {
      subject: PHONE_SUBJECT[language],
      body: medium === 'PHONE' ? fitInto(head, wording.segments, ` ${parts.tail}`) : `${head} ${parts.tail}`,
    };
  }
  const parts = partsOf(template, facts, language, publicUrl);
  const values = valuesOf(template, facts, language, parts);
  if (isPhoneTemplate(template))
    return { subject: parts.subject, body: `${inPlainAlphabet(withAll(wording.body, values, ['kode']))}\n` };
  const needed = ['nomor', 'kode', 'tautan', 'penutup'];
  const subject = withAll(wording.subject ?? '', values, []);
  if (subject === '') throw new BrokenWording('EMPTY_SUBJECT');
  return {
    subject,
    body: `${withAll(wording.body, values, needed)}\n`,
    ...waysBack(parts),
  };
}

/** @throws BrokenWording when one of the needed is named and empty. */
function withAll(text: string, values: Readonly<Record<string, string>>, needed: readonly string[]): string {
  const empty = needed.find((name) => text.includes(`{${name}}`) && values[name] === '');
  if (empty) throw new BrokenWording(`EMPTY ${empty}`);
  return fill(text, values);
}
