import { describe, expect, it } from 'vitest';
import { aBrowser, fieldsOf, type Answers } from './a-browser.testing.ts';

const KODE = '/sederhana/kode';
const TOKEN = 'abcdefghijklmnopqrstuvwxyz234567abcdefghijklm';
/** The form whose button says what to do. */
const formWith = (html: string, action: string) => {
  const end = html.indexOf('</form>', html.indexOf(`value="${action}"`));
  return { status: 200, cookies: [], html: html.slice(0, end) };
};
const browse = async (answers: Answers) => {
  const browser = aBrowser(answers);
  return { browser, page: await browser.get(KODE) };
};
const wanted = { ke: 'minta', nomor: '4821 3097', kontak: ' warga@contoh.id ' };

describe('a lost code without script', () => {
  it('is asked for by number and contact; the answer is one for all', async () => {
    const { browser, page } = await browse({
      PlainRequestCode: () => ({ requestNewAccessCode: { __typename: 'NewAccessCodeRequested' } }),
    });
    const told = await browser.send(KODE, formWith(page.html, 'minta'), wanted);
    expect(told.status).toBe(200);
    expect(told.html).toContain('Kalau nomor dan kontaknya cocok');
    expect(told.html).not.toContain('warga@contoh.id');
    expect(browser.asked.at(-1)!.variables).toEqual({
      input: { number: '48213097', contact: 'warga@contoh.id' },
    });
  });

  it('keeps what was typed when it is faulty, too often or not answered', async () => {
    const { browser, page } = await browse({
      PlainRequestCode: () => ({
        requestNewAccessCode: { __typename: 'TooManyRequests', retryAfterSeconds: 90 },
      }),
    });
    const form = formWith(page.html, 'minta');
    const faulty = await browser.send(KODE, form, { ...wanted, nomor: '12', kontak: '' });
    expect(faulty.status).toBe(422);
    expect(faulty.html).toContain('<a href="#f-nomor">');
    expect(faulty.html).toContain('<a href="#f-kontak">');
    const often = await browser.send(KODE, form, wanted);
    expect([often.status, often.retryAfterSeconds]).toEqual([429, 90]);
    expect(fieldsOf(formWith(often.html, 'minta').html).get('kontak')).toBe(wanted.kontak);
    const silent = aBrowser({});
    for (const [name, value] of browser.cookies) silent.cookies.set(name, value);
    const none = await silent.send(KODE, form, wanted);
    expect([none.status, none.html.includes('4821 3097')]).toEqual([503, true]);
    const foreign = await browser.send(KODE, form, { ...wanted, tanda: 'x' });
    expect([foreign.status, foreign.html.includes('4821 3097')]).toEqual([403, true]);
  });

  it.each([`https://lapor.example/lacak#kode-${TOKEN}`, TOKEN, `  https://x/lacak#kode-${TOKEN} `])(
    'is made anew with the link from the mail: %s',
    async (tautan) => {
      const { browser, page } = await browse({
        PlainRenewCode: ({ input }) => ({
          renewAccessCode:
            input.token === TOKEN
              ? { __typename: 'AccessCodeRenewed', number: '48213097', accessCode: '4093118755267041' }
              : { __typename: 'NotFound' },
        }),
      });
      const made = await browser.send(KODE, formWith(page.html, 'buat'), { ke: 'buat', tautan });
      expect(made.status).toBe(200);
      expect(made.html).toContain('4093 1187 5526 7041');
      expect(made.html).not.toContain(TOKEN);
      expect(fieldsOf(made.html).get('kode')).toBe('4093118755267041');
    },
  );

  it('says so when the link is over, or not whole', async () => {
    const { browser, page } = await browse({
      PlainRenewCode: () => ({ renewAccessCode: { __typename: 'NotFound' } }),
    });
    const form = formWith(page.html, 'buat');
    const over = await browser.send(KODE, form, { ke: 'buat', tautan: TOKEN });
    expect([over.status, over.html.includes('tidak berlaku lagi')]).toEqual([404, true]);
    const cut = await browser.send(KODE, form, {
      ke: 'buat',
      tautan: `https://x/lacak#kode-${TOKEN.slice(1)}`,
    });
    expect(cut.html).toContain('<a href="#f-tautan">');
  });
});
