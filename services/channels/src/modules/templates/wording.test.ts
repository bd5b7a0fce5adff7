import { describe, expect, it } from 'vitest';
import { builtInWording } from './built-in-wording.ts';
import { checkWording } from './check-wording.ts';
import { placeholdersOf } from './placeholders.ts';
import { previewTemplate, TEMPLATE_NAMES } from './preview.ts';
import { renderShort } from './render-short.ts';
import { SAMPLE } from './sample.ts';
import { MissingFact, render } from './render.ts';
import { isPhoneTemplate, type Template } from './template.ts';
import { MEDIA, type Medium } from './wording.ts';
import { inWordsOf, writeLetter, type InForce } from './write-letter.ts';

const ORIGIN = 'https://lapor.example';
const quoted = { shortCode: 'K1', words: null };
const mediaOf = (ways: readonly string[]): Medium[] =>
  MEDIA.filter((medium) => (medium === 'MESSENGER' ? ways.includes('X') : ways.includes(medium)));
const isShort = (name: Template, medium: Medium) => medium !== 'MAIL' && !isPhoneTemplate(name);
const all = TEMPLATE_NAMES.flatMap(({ name, ways }) =>
  mediaOf(ways).flatMap((medium) => (['id', 'en'] as const).map((language) => ({ name, medium, language }))),
);
const inForce = (wording: { subject: string | null; body: string }): InForce => ({
  ...wording,
  version: 1,
  segments: 1,
});

describe('a wording', () => {
  it.each(all)('begins as the built-in of $name by $medium in $language, and says the same', (one) => {
    const { name, medium, language } = one;
    const wording = builtInWording(name, medium, language, ORIGIN);
    expect(checkWording(name, medium, wording)).toEqual([]);
    const message = {
      template: name,
      medium,
      facts: SAMPLE,
      language,
      publicUrl: ORIGIN,
      quoted,
      isShort: isShort(name, medium),
    };
    const built = isShort(name, medium)
      ? renderShort(name, SAMPLE, language, ORIGIN, quoted)
      : previewTemplate(name, medium as 'MAIL', language, ORIGIN);
    expect(inWordsOf(message, inForce(wording))).toEqual(built);
  });

  it.each(all)('of $name by $medium in $language has to hold each thing that is required', (one) => {
    const { name, medium, language } = one;
    const wording = builtInWording(name, medium, language, ORIGIN);
    for (const names of placeholdersOf(name, medium).required) {
      const body = names.split('/').reduce((text, part) => text.replaceAll(`{${part}}`, ''), wording.body);
      expect(checkWording(name, medium, { ...wording, body })).toContainEqual({
        path: 'body',
        code: 'MISSING_PLACEHOLDER',
        detail: names,
      });
    }
  });

  const check = (body: string, subject = 'Kabar {nomor}') =>
    checkWording('report-routed', 'MAIL', { subject, body }).map(({ path, code }) => `${path} ${code}`);
  const GOOD = 'Laporan {nomor}.\n\n{tautan}\n\n{penutup}\n\n{berhenti}';

  it.each([
    [GOOD, 'Kabar\nBcc: orang@contoh.id', ['subject LINE_BREAK']],
    [`${GOOD}\u202e`, 'Kabar', ['body CONTROL_CHARACTER']],
    [`${GOOD} {pelapor}`, 'Kabar', ['body UNKNOWN_PLACEHOLDER']],
    [`${GOOD} {isi`, 'Kabar', ['body LOOSE_BRACE']],
    [`${GOOD} lihat https://palsu.example`, 'Kabar', ['body OWN_LINK']],
    [`${GOOD} lihat lapor-go.com`, 'Kabar', ['body OWN_LINK']],
    [`${GOOD} lihat lapor-go.ru/x`, 'Kabar', ['body OWN_LINK']],
    [`${GOOD} lihat lapor。page`, 'Kabar', ['body OWN_LINK']],
    [`${GOOD} a.n. kepala dinas s.d. besok`, 'Kabar', []],
    [GOOD, 'Kabar {tautan}', ['subject UNKNOWN_PLACEHOLDER']],
    [GOOD, ' ', ['subject EMPTY']],
    [GOOD + 'a'.repeat(5_000), 'Kabar', ['body TOO_LONG']],
  ])('that nobody should get is refused: %j %j', (body, subject, faults) => {
    expect(check(GOOD)).toEqual([]);
    for (const code of faults) expect(check(body, subject)).toContain(code);
  });

  const routed = {
    template: 'report-routed',
    medium: 'PHONE',
    language: 'id',
    publicUrl: ORIGIN,
    quoted,
    isShort: true,
  } as const;

  it('never names the agency of a confidential report by phone, whatever it says', () => {
    const facts = { number: '48213097', organisationName: 'Dinas Sosial', isConfidential: 'yes' };
    const { body } = inWordsOf(
      { ...routed, facts },
      inForce({ subject: null, body: '{nomor} ke {instansi}. {isi} {perintah}' }),
    );
    expect(body).not.toContain('Dinas Sosial');
    expect(body).toMatch(/^4821 3097 ke instansi yang berwenang\. .* Ketik STATUS K1\.$/);
  });

  it('costs no more short messages than its writer saw: what is long is cut, and what to write back stays', () => {
    const facts = { number: '48213097', organisationName: 'Dinas '.repeat(40) };
    const { body } = inWordsOf(
      { ...routed, facts },
      inForce({ subject: null, body: 'Laporan {nomor} kini di {instansi}. {perintah}' }),
    );
    expect(body.length).toBeLessThanOrEqual(160);
    expect(body).toMatch(/\.\.\. Ketik STATUS K1\.$/);
  });

  it('does not read what a fact says as a placeholder or as another line', () => {
    const facts = { number: '48213097', organisationName: '{perintah}\r\nBcc: x@y.example' };
    const mail = { ...routed, medium: 'MAIL', isShort: false, facts, quoted: null } as const;
    const letter = inWordsOf(mail, inForce({ subject: 'Untuk {instansi}', body: GOOD }));
    expect(letter.subject).toBe('Untuk {perintah} Bcc: x@y.example');
  });

  it('that cannot be filled any more gives way to the built-in words, and is told of', () => {
    const facts = { number: '48213097' };
    const broken: string[] = [];
    const mail = { ...routed, medium: 'MAIL', isShort: false, facts, quoted: null } as const;
    const letter = writeLetter(mail, inForce({ subject: 'A', body: `${GOOD}{lama}` }), (_one, reason) =>
      broken.push(reason),
    );
    expect(letter).toEqual(render('report-routed', facts, 'id', ORIGIN));
    expect(broken).toEqual(['UNKNOWN_PLACEHOLDER lama']);
    expect(() =>
      writeLetter({ ...mail, facts: {} }, inForce({ subject: 'A', body: GOOD }), () => {}),
    ).toThrow(MissingFact);
  });
});
