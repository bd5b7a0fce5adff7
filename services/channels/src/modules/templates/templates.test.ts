import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MissingFact, render, REPORT_TEMPLATES, type Template } from './index.ts';

const URL = 'https://lapor.example';
const languages = ['id', 'en'] as const;

describe('a message to a reporter', () => {
  it('names the report, its page and the verification day in both languages', () => {
    const facts = { number: '48213097', dueOn: '2026-11-24' };
    const indonesian = render('report-received', facts, 'id', URL);
    expect(indonesian.subject).toBe('Laporan 4821 3097 sudah kami terima');
    expect(indonesian.body).toContain('paling lambat Selasa, 24 November 2026.');
    expect(indonesian.body).toContain('https://lapor.example/laporan/48213097\n');
    expect(render('report-received', facts, 'en', URL).body).toContain(
      'by Tuesday, 24 November 2026 at the latest',
    );
  });

  it('makes whole sentences when only the number is known', () => {
    for (const template of REPORT_TEMPLATES)
      for (const language of languages) {
        const { subject, body } = render(template, { number: '48213097' }, language, URL);
        expect(`${subject}\n${body}`, template).not.toMatch(/undefined|null| {2}|Invalid/);
      }
  });

  it('differs by the kind of answer and by the reason of archiving', () => {
    const bodies = (template: Template, name: string, values: string[]) =>
      values.map((value) => render(template, { number: '48213097', [name]: value }, 'id', URL).body);
    const answers = bodies('report-answered', 'kind', ['ACKNOWLEDGED', 'PLANNED', 'RESULT', 'OBSTACLE']);
    expect(new Set(answers).size).toBe(4);
    const archives = bodies('report-archived', 'reasonCode', [
      'NOT_COMPLETED',
      'DUPLICATE',
      'REFERRED_OUTSIDE',
      'HATE_OR_HOAX',
      'SPAM',
      'WITHDRAWN',
    ]);
    expect(new Set(archives).size).toBe(6);
  });

  it('is not written without a report number or with something else in its place', () => {
    for (const number of [undefined, '', '1234', '4821309x', 'a/../b', '482130971'])
      expect(() => render('report-completed', { number }, 'id', URL)).toThrow(MissingFact);
    expect(() => render('sign-in-code', { code: '12 34' }, 'id', URL)).toThrow(MissingFact);
  });

  it('keeps every fact on its line, whatever it holds', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('x\r\nBcc: a@example.test', 'x\u2028y', '\u202Eabc', '\0'),
    );
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom(...REPORT_TEMPLATES),
        fc.constantFrom(...languages),
        (organisationName, template, language) => {
          const plain = render(template, { number: '48213097', organisationName: 'x' }, language, URL);
          const letter = render(template, { number: '48213097', organisationName }, language, URL);
          expect(letter.subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
          expect(letter.body.split('\n').length).toBe(plain.body.split('\n').length);
        },
      ),
    );
  });
});
