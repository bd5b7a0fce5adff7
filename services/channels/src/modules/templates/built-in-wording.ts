import { placeholdersOf, shortValuesOf, valuesOf } from './placeholders.ts';
import { partsOf } from './render.ts';
import { shortPartsOf } from './render-short.ts';
import { SAMPLE } from './sample.ts';
import { isPhoneTemplate, type Language, type Template } from './template.ts';
import type { Medium, Wording } from './wording.ts';

/** The built-in words of a template as a wording: what begins a new one. Filled with the made-up facts it says what the built-in says. */
export function builtInWording(
  template: Template,
  medium: Medium,
  language: Language,
  publicUrl: string,
): Wording {
  const { inSubject, required } = placeholdersOf(template, medium);
  if (medium !== 'MAIL' && !isPhoneTemplate(template)) {
    const parts = shortPartsOf(template, SAMPLE, language, publicUrl, { shortCode: 'K1', words: null });
    const values = shortValuesOf(template, language, parts);
    const end = required.at(-1)!;
    // What was answered is in the sentence alone.
    const sentence =
      template === 'report-answered' ? '{isi}' : named(parts.sentence, values, ['nomor', 'instansi']);
    return { subject: null, body: `LAPOR! ${sentence} {${end}}` };
  }
  const parts = partsOf(template, SAMPLE, language, publicUrl);
  const { subject, paragraphs, page, ending, leave } = parts;
  const values = valuesOf(template, SAMPLE, language, parts);
  const facts = [...inSubject, ...(required.includes('kode') ? ['kode'] : [])];
  const [first = '', ...others] = paragraphs;
  const body = [
    required.some((name) => name.split('/').includes('isi')) ? '{isi}' : named(first, values, facts),
    ...(required.includes('petunjuk')
      ? ['{petunjuk}']
      : others.map((paragraph) => named(paragraph, values, facts))),
    page && `${page.label}\n{tautan}`,
    ending && '{penutup}',
    leave && '{berhenti}',
  ]
    .filter(Boolean)
    .join('\n\n');
  return {
    subject: isPhoneTemplate(template)
      ? null
      : inSubject.includes('judul')
        ? '{judul}'
        : named(subject, values, inSubject),
    body,
  };
}

/** Placeholders in the place of what facts say, the longest first; never within a word. */
function named(text: string, values: Readonly<Record<string, string>>, names: readonly string[]): string {
  return names
    .filter((name) => values[name])
    .toSorted((one, other) => values[other]!.length - values[one]!.length)
    .reduce((rest, name) => rest.replace(wordsOf(values[name]!), `{${name}}`), text);
}

const wordsOf = (value: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}{])${value.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}(?![\\p{L}\\p{N}}])`, 'gu');
