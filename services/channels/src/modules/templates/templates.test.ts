import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MissingFact, render } from './render.ts';
import { CODE_TEMPLATES, OFFICER_TEMPLATES, REPORT_TEMPLATES, type Template } from './template.ts';

const URL = 'https://lapor.example';
const languages = ['id', 'en'] as const;

describe('a message to an officer', () => {
  it('says the number and leads to the console, in both languages, and nothing else of the report', () => {
    const facts = { number: '48213097', console: 'agency', title: 'Judul', text: 'Narasi' };
    for (const language of languages) {
      for (const template of OFFICER_TEMPLATES) {
        const { subject, body } = render(template, facts, language, URL);
        expect(subject).toContain('4821 3097');
        expect(body).toContain('https://lapor.example/instansi/laporan/48213097\n');
        expect(`${subject}${body}`).not.toMatch(/Judul|Narasi|undefined/);
      }
    }
    const national = render('officer-mentioned', { ...facts, console: 'national' }, 'id', URL);
    expect(national.body).toContain('https://lapor.example/admin/laporan/48213097\n');
    for (const wrong of [undefined, 'https://jahat.test', '/admin'])
      expect(() => render('officer-mentioned', { ...facts, console: wrong }, 'id', URL)).toThrow(MissingFact);
  });
});

describe('the morning digest', () => {
  const facts = {
    console: 'agency',
    day: '2026-12-01',
    breach: '12',
    lastDay: '1',
    half: '0',
    line1: '48213097 FOLLOW_UP BREACH 2026-11-30',
    line2: '11112222 RESOLUTION LAST_DAY 2026-12-01',
    line3: 'Judul laporan <b> BREACH 2026-11-30',
  };

  it('tells counts, numbers, clocks and days, gravest first, and leads to the console', () => {
    const { subject, body } = render('warning-digest', facts, 'id', URL);
    expect(subject).toBe('Pengingat tenggat: 12 lewat tenggat, 1 hari terakhir');
    expect(body).toContain(
      [
        'Tenggat yang menunggu Anda atau unit Anda pada Selasa, 1 Desember 2026:',
        '',
        'Lewat tenggat: 12',
        '- 4821 3097: tindak lanjut, sampai 30 November 2026',
        '- 11 laporan lain',
        '',
        'Hari terakhir: 1',
        '- 1111 2222: penyelesaian, sampai 1 Desember 2026',
        '',
        'Buka daftarnya:',
        'https://lapor.example/instansi',
      ].join('\n'),
    );
    const english = render('warning-digest', { ...facts, console: 'national' }, 'en', URL);
    expect(english.subject).toBe('Deadlines: 12 late, 1 on the last day');
    expect(english.body).toContain('- 4821 3097: follow-up, until 30 November 2026\n');
    expect(english.body).toContain('https://lapor.example/admin\n');
    for (const text of [body, english.body]) expect(text).not.toMatch(/Judul|undefined|Invalid|<b>/);
  });

  it('is not written without a console or a day', () => {
    for (const missing of ['console', 'day'])
      expect(() => render('warning-digest', { ...facts, [missing]: undefined }, 'id', URL)).toThrow(
        MissingFact,
      );
  });
});

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

  it('of a harmful file says whose it was and what to do, and never what it is called', () => {
    const fileName = 'KANARI surat rahasia.pdf';
    for (const language of languages) {
      const [own, agency] = ['REPORTER', 'AGENCY'].map((sentBy) =>
        render('report-file-sealed', { number: '48213097', sentBy, fileName }, language, URL),
      );
      expect(own!.body).not.toBe(agency!.body);
      for (const { subject, body } of [own!, agency!]) {
        expect(`${subject}${body}`).not.toContain('KANARI');
        expect(body).toContain(`${URL}/laporan/48213097\n`);
      }
    }
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

describe('a message to a follower', () => {
  const unfollowToken = 'a2'.repeat(22) + 'b';

  it('names the report or the area, and ends by its link alone', () => {
    for (const language of languages) {
      const report = render(
        'followed-report-changed',
        { number: '48213097', kind: 'RESULT', organisationName: 'Dinas Contoh', unfollowToken },
        language,
        URL,
      );
      expect(report.subject).toContain('4821 3097');
      expect(report.body).toContain('Dinas Contoh');
      expect(report.body).toContain(`${URL}/laporan/48213097\n`);
      const area = render(
        'followed-area-news',
        { regionCode: '13.71', count: '3', areaName: 'Kota Padang', categoryName: 'Jalan', unfollowToken },
        language,
        URL,
      );
      expect(area.body).toContain(`${URL}/laporan?wilayah=13.71\n`);
      expect(area.subject).toContain('Kota Padang');
      for (const { body, unsubscribeUrl } of [report, area]) {
        expect(unsubscribeUrl).toBe(`${URL}/notifications/unfollow/${unfollowToken}`);
        expect(body).toContain(unsubscribeUrl!);
        expect(body).not.toMatch(/undefined|null|\{/);
      }
    }
  });

  it('makes whole sentences of what must be there, and is not written without it', () => {
    for (const language of languages)
      for (const facts of [
        { number: '48213097', unfollowToken },
        { number: '48213097', kind: 'SOMETHING_NEW', unfollowToken },
      ])
        expect(render('followed-report-changed', facts, language, URL).body).not.toMatch(/undefined|\{/);
    const whole = { number: '48213097', regionCode: '13', unfollowToken };
    for (const missing of ['number', 'unfollowToken'])
      expect(() => render('followed-report-changed', { ...whole, [missing]: undefined }, 'id', URL)).toThrow(
        MissingFact,
      );
    for (const regionCode of [undefined, '13&q=x', '13.7', '../x'])
      expect(() => render('followed-area-news', { ...whole, regionCode }, 'id', URL)).toThrow(MissingFact);
  });
});

describe('a message about an account', () => {
  const TOKEN = 'q3fJ-_x9ZbAk2LmN0pQrStUvWxYz0123456789abcde';

  it('holds the code, and is not written without one', () => {
    for (const template of CODE_TEMPLATES)
      for (const language of languages) {
        const { subject, body } = render(template, { code: '482130' }, language, URL);
        expect(body, template).toContain('482130');
        expect(subject, template).not.toContain('482130');
        expect(() => render(template, {}, language, URL)).toThrow(MissingFact);
      }
  });

  it('says what each code is for', () => {
    const subjects = CODE_TEMPLATES.map(
      (template) => render(template, { code: '482130' }, 'id', URL).subject,
    );
    expect(new Set(subjects).size).toBe(CODE_TEMPLATES.length);
  });

  it('links an invitation to the console where the officer will work, the secret behind the #', () => {
    const link = (console: string) =>
      render('invitation', { token: TOKEN, console, expiresOn: '2026-11-27' }, 'id', URL).body;
    expect(link('agency')).toContain(`https://lapor.example/instansi/undangan#${TOKEN}\n`);
    expect(link('national')).toContain(`https://lapor.example/admin/undangan#${TOKEN}\n`);
    expect(link('agency')).toContain('berlaku sampai Jumat, 27 November 2026');
    const renewed = render('invitation-renewed', { token: TOKEN, console: 'agency' }, 'en', URL);
    expect(renewed.body).toContain('/instansi/undangan#');
    expect(renewed.body).not.toMatch(/undefined|valid until/);
  });

  it('is no invitation without a secret and a console', () => {
    for (const facts of [
      { console: 'agency' },
      { token: TOKEN },
      { token: TOKEN, console: '../evil' },
      { token: TOKEN, console: 'toString' },
      { token: `${TOKEN} https://evil.example`, console: 'agency' },
    ])
      expect(() => render('invitation', facts, 'id', URL)).toThrow(MissingFact);
  });

  it('tells what was changed, each change in its own words', () => {
    const changes = [
      'TOTP_ADDED',
      'TOTP_REMOVED',
      'RECOVERY_CODES_RENEWED',
      'PASSKEY_ADDED',
      'PASSKEY_REMOVED',
      'SOMETHING_NEW',
    ];
    for (const language of languages) {
      const bodies = changes.map((change) => render('second-factor-changed', { change }, language, URL).body);
      expect(new Set(bodies).size).toBe(changes.length);
      expect(bodies.join()).not.toMatch(/undefined|SOMETHING_NEW/);
    }
    const reset = render('password-changed', { way: 'RESET' }, 'id', URL).body;
    expect(reset).not.toBe(render('password-changed', {}, 'id', URL).body);
  });

  it('fits one short message when it goes to a phone', () => {
    for (const language of languages)
      expect(render('phone-code', { code: '482130' }, language, URL).body.length).toBeLessThanOrEqual(160);
  });
});
