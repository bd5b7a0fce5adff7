import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { cutQuotes } from './cut-quotes.ts';

const SAID = 'Lubangnya masih ada dua.\nMohon segera.';
const QUOTED = '> Laporan Anda sudah dijawab.\n> Terima kasih.';

describe('what somebody wrote above what they answer', () => {
  test.each([
    [
      'Gmail',
      `${SAID}\n\nPada Sab, 21 Nov 2026 pukul 09.12 LAPOR! <lapor@lapor.example> menulis:\n\n${QUOTED}`,
    ],
    [
      'Gmail, broken over lines',
      `${SAID}\n\nPada Sab, 21 Nov 2026 pukul 09.12 SP4N-LAPOR! <\nlapor@lapor.example> menulis:\n\n${QUOTED}`,
    ],
    [
      'Gmail in English',
      `${SAID}\n\nOn Sat, Nov 21, 2026 at 9:12 AM LAPOR! <lapor@lapor.example> wrote:\n\n${QUOTED}`,
    ],
    [
      'Yahoo',
      `${SAID}\n\n    Pada Sabtu, 21 November 2026 pukul 09.12.34 WIB, LAPOR! <lapor@lapor.example> menulis:  \n \n Laporan Anda sudah dijawab.`,
    ],
    [
      'Apple',
      `${SAID}\n\nDikirim dari iPhone saya\n\nPada 21 Nov 2026, pukul 09.12, LAPOR! <lapor@lapor.example> menulis:\n\n${QUOTED}`,
    ],
    [
      'Outlook',
      `${SAID}\n\nDari: LAPOR! <lapor@lapor.example>\nDikirim: Sabtu, 21 November 2026 09.12\nKepada: Siti\nSubjek: Laporan\n\nLaporan Anda sudah dijawab.`,
    ],
    [
      'Outlook in English',
      `${SAID}\n\n________________________________\nFrom: LAPOR! <lapor@lapor.example>\nSent: Saturday\nTo: Siti\n\nLaporan Anda`,
    ],
    [
      'Outlook from HTML',
      `${SAID}\n\n*Dari:* LAPOR! <lapor@lapor.example>\n*Tanggal:* 21 Nov\n\nLaporan Anda`,
    ],
    ['an old one', `${SAID}\n\n-----Pesan Asli-----\nDari: LAPOR!\n\nLaporan Anda`],
    ['a signature', `${SAID}\n\nTerkirim dari Samsung Galaxy saya`],
    ['none', SAID],
  ])('%s', (_program, text) => {
    expect(cutQuotes(text)).toBe(SAID);
    expect(cutQuotes(text.replaceAll('\n', '\r\n'))).toBe(SAID);
  });

  it('keeps an answer between the lines', () => {
    const text = `Pada Sab, 21 Nov 2026 pukul 09.12 LAPOR! <lapor@lapor.example> menulis:\n> Sudah beres?\nBelum, masih ada dua.\n> Kapan dilihat?\nKemarin.`;
    expect(cutQuotes(text)).toContain('Belum, masih ada dua.');
    expect(cutQuotes(text)).toContain('Kemarin.');
  });

  it('does not take a sentence for the head of a quote', () => {
    const text = 'Pada hari Senin saya ke kantor.\nDari: pasar ke jembatan rusak.\nTidak ada yang menulis.';
    expect(cutQuotes(text)).toBe(text);
  });

  it('is done soon, whatever was written', () => {
    const hostile = ['Op ', 'Pada ', 'On a ', 'From: <', 'Am x ', 'W dniu ', '> '];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string()), { maxLength: 300 }),
        (parts) => {
          const began = performance.now();
          expect(typeof cutQuotes(parts.join('').repeat(20))).toBe('string');
          expect(performance.now() - began).toBeLessThan(2_000);
        },
      ),
      { numRuns: 50 },
    );
  });
});
