import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isOneSlip } from './one-slip.ts';
import {
  asksForConfidence,
  choiceIn,
  scoreIn,
  understandMessage,
  withConfidence,
  type Wish,
} from './understand-message.ts';

const file = (text: string): Wish => ({ kind: 'FILE', text });
const status = (report: string | null = null): Wish => ({ kind: 'STATUS', report });
const reply = (text: string, report: string | null = null): Wish => ({ kind: 'REPLY', report, text });
const solved = (report: string | null = null): Wish => ({ kind: 'SOLVED', report });
const notSolved = (text: string, report: string | null = null): Wish => ({
  kind: 'NOT_SOLVED',
  report,
  text,
});
const rate = (score: number, report: string | null = null): Wish => ({ kind: 'RATE', report, score });

describe('what is understood', () => {
  test.each<[string, Wish]>([
    // Filing
    ['LAPOR jalan rusak', file('jalan rusak')],
    ['lapor jalan rusak di depan pasar', file('jalan rusak di depan pasar')],
    ['Lapor: jalan rusak', file('jalan rusak')],
    ['LAPOR! jalan rusak', file('jalan rusak')],
    ['"LAPOR" jalan rusak', file('jalan rusak')],
    ['LAPOR\njalan rusak\nsudah lama', file('jalan rusak\nsudah lama')],
    ['  laporan   lampu jalan mati ', file('lampu jalan mati')],
    ['LPR air PDAM mati', file('air PDAM mati')],
    ['Lapr air PDAM mati', { kind: 'WORDS', text: 'Lapr air PDAM mati' }],
    ['LAPPOR sampah menumpuk', file('sampah menumpuk')],
    ['LAPRO sampah menumpuk', file('sampah menumpuk')],
    ['Lapir sampah menumpuk', file('sampah menumpuk')],
    ['pengaduan: guru pungli', file('guru pungli')],
    ['Pngaduan guru pungli', file('guru pungli')],
    ['ＬＡＰＯＲ jalan rusak', file('jalan rusak')],
    ['lapor 3 lubang di jalan', file('3 lubang di jalan')],
    ['lapor 0812 tidak bisa dihubungi', file('0812 tidak bisa dihubungi')],
    // About a report that exists: nothing is filed anew
    [
      'laporan saya 4821 3097 belum ditangani',
      { kind: 'WORDS', text: 'laporan saya 4821 3097 belum ditangani' },
    ],
    ['LAPOR STATUS 48213097', status('48213097')],
    // Status
    ['STATUS', status()],
    ['status?', status()],
    ['Stts 4821 3097', { kind: 'WORDS', text: 'Stts 4821 3097' }],
    ['Sttus 4821 3097', status('48213097')],
    ['STATUS 48213097', status('48213097')],
    ['status 4821-3097', status('48213097')],
    ['status no. 4821.3097', status('48213097')],
    ['status laporan nomor 48213097', status('48213097')],
    ['STATUS K2', status('K2')],
    ['status k12.', status('K12')],
    ['cek status laporan saya', status()],
    ['cek 48213097', status('48213097')],
    ['STATUS laporan saya bagaimana pak', status()],
    // Replies
    ['BALAS fotonya menyusul', reply('fotonya menyusul')],
    ['balas 4821 3097 fotonya menyusul', reply('fotonya menyusul', '48213097')],
    ['bls K1: di RT 3', reply('di RT 3', 'K1')],
    ['Balsa fotonya menyusul', reply('fotonya menyusul')],
    ['jawab ya betul', reply('ya betul')],
    ['BALAS 123', reply('123')],
    // Settled or not
    ['TUTUP', solved()],
    ['tutup 48213097', solved('48213097')],
    ['TUTUP K1, terima kasih', solved('K1')],
    ['selesai', solved()],
    ['sudah beres', solved()],
    ['Sdh selesai pak, makasih', solved()],
    ['BELUM', notSolved('')],
    ['blm', notSolved('')],
    ['Belum pak', notSolved('')],
    ['BELUM airnya masih mati', notSolved('BELUM airnya masih mati')],
    ['BLM 48213097 airnya masih mati', notSolved('BLM airnya masih mati', '48213097')],
    ['belum K3', notSolved('', 'K3')],
    ['belm ada perbaikan', notSolved('belm ada perbaikan')],
    // A question changes nothing
    ['Sudah selesai?', status()],
    ['sudah? beres pak', status()],
    ['TUTUP?', status()],
    ['selesai K2 ?', status('K2')],
    ['belum?', status()],
    ['Belum selesai ya?', status()],
    ['belum K3, kapan diperbaiki?', notSolved('belum kapan diperbaiki?', 'K3')],
    // Ratings
    ['NILAI 5', rate(5)],
    ['nilai: 4', rate(4)],
    ['nilai 4/5', rate(4)],
    ['NILAI K1 3', rate(3, 'K1')],
    ['nilai 48213097 2', rate(2, '48213097')],
    ['nilai lima', rate(5)],
    ['nilai 5 terima kasih', rate(5)],
    ['nilai 4 bintang', rate(4)],
    // The rest
    ['STOP', { kind: 'STOP' }],
    ['stop.', { kind: 'STOP' }],
    ['Stop sms', { kind: 'STOP' }],
    ['UNREG', { kind: 'STOP' }],
    ['MULAI', { kind: 'START' }],
    ['BANTUAN', { kind: 'HELP' }],
    ['help', { kind: 'HELP' }],
    ['bantun', { kind: 'HELP' }],
    ['LAPOR', { kind: 'HELP' }],
    ['balas', { kind: 'HELP' }],
  ])('%j', (text, wish) => {
    expect(understandMessage(text)).toEqual(wish);
  });

  it.each([
    'stop kontak di sekolah rusak',
    'mulai kemarin air mati',
    'info jalan mana yang ditutup',
    'bantuan sosial belum cair',
    'tutup saluran di depan rumah hilang',
    'selesai sekolah anak saya ditilang',
    'sudah selesai sekolah anak saya ditilang',
    'beres belum？',
    'rapor anak saya belum dibagikan',
    'lapar pak',
    'belasan rumah terendam',
    'batas desa tidak jelas',
    'ranting pohon menimpa kabel',
    'malas melayani',
    'hantu',
    'nilai 10',
    'nilai 0',
    'nilai 5 juta dipungut petugas',
    'nilai rapor anak saya salah',
    'status tanah saya tidak jelas',
    'Kuranji, Kota Padang',
    '1',
    '48213097',
    '',
    '???',
    '👍',
  ])('leaves %j as words', (text) => {
    expect(understandMessage(text)).toEqual({ kind: 'WORDS', text: text.normalize('NFKC').trim() });
  });

  const KINDS = ['FILE', 'STATUS', 'REPLY', 'SOLVED', 'NOT_SOLVED', 'RATE', 'STOP', 'START', 'HELP', 'WORDS'];

  it('never fails, and never loses the words of a message', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const wish = understandMessage(text);
        expect(KINDS).toContain(wish.kind);
        if (wish.kind === 'WORDS') expect(wish.text).toBe(text.normalize('NFKC').trim());
      }),
    );
  });

  it('files the very words, however the command is written', () => {
    const words = fc
      .array(fc.stringMatching(/^[b-jm-z]{3,9}$/), { minLength: 2, maxLength: 12 })
      .map((some) => `jalan ${some.join(' ')}`);
    const command = fc
      .constantFrom('lapor', 'melapor', 'aduan')
      .chain((word) =>
        fc
          .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
          .map((upper) =>
            [...word].map((letter, index) => (upper[index] ? letter.toUpperCase() : letter)).join(''),
          ),
      );
    fc.assert(
      fc.property(command, fc.constantFrom(' ', ': ', ' - ', '\n', '! ', '  '), words, (typed, gap, text) => {
        expect(understandMessage(typed + gap + text)).toEqual(file(text));
      }),
    );
  });

  it('finds the number of a report however it is grouped', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{7}$/),
        fc.constantFrom('', ' ', '-', '.'),
        fc.constantFrom('', 'no ', '#', 'laporan ', 'nomor '),
        (number, gap, before) => {
          const typed = `${before}${number.slice(0, 4)}${gap}${number.slice(4)}`;
          expect(understandMessage(`STATUS ${typed}`)).toEqual(status(number));
          expect(understandMessage(`BALAS ${typed} sudah ada`)).toEqual(reply('sudah ada', number));
        },
      ),
    );
  });

  it('answers soon, however long a message is made', () => {
    for (const part of ['a', ' ', '4821 ', 'no ', '-', 'lapor ']) {
      const began = performance.now();
      understandMessage(`STATUS ${part.repeat(4_000)}`);
      expect(performance.now() - began).toBeLessThan(500);
    }
  });
});

describe('one slip of the finger', () => {
  test.each([
    ['balas', 'balsa', true],
    ['balas', 'bala', true],
    ['balas', 'balass', true],
    ['balas', 'bakas', true],
    ['balas', 'balas', false],
    ['balas', 'blsa', false],
    ['balas', 'bukas', false],
  ])('between %s and %s: %s', (a, b, expected) => {
    expect(isOneSlip(a, b)).toBe(expected);
    expect(isOneSlip(b, a)).toBe(expected);
  });
});

describe('a figure', () => {
  test.each([
    ['3', 3],
    [' 3. ', 3],
    ['empat', 4],
    ['4,5', null],
    ['45', null],
    ['enam', null],
    ['', null],
  ])('as a score: %j', (text, score) => {
    expect(scoreIn(text)).toBe(score);
  });

  test.each([
    ['2', 2],
    ['no 2', 2],
    ['pilihan 1.', 1],
    ['２', 2],
    ['4', null],
    ['0', null],
    ['2 dan 3', null],
    ['Padang', null],
  ])('as a choice of three: %j', (text, choice) => {
    expect(choiceIn(text, 3)).toBe(choice);
  });
});

describe('a short message', () => {
  const asks = (text: string) => withConfidence(understandMessage(text));
  test.each(['mohon dirahasiakan', 'tolong dirahasiakan ya pak', 'LAPOR mohon dirahasiakan'])(
    'asks for confidence alone: %j',
    (text) => expect(asks(text)).toEqual({ kind: 'CONFIDE' }),
  );
  test.each([
    'LAPOR mohon dirahasiakan: guru pungli',
    'LAPOR guru pungli. Mohon dirahasiakan',
    'Kuranji, tolong dirahasiakan',
  ])('asks for it besides: %j', (text) => expect(asks(text)).toMatchObject({ isConfidential: true }));
  it('asks for none where a secret is what it is about', () => {
    expect(asks('LAPOR bank meminta PIN yang rahasia')).toEqual(file('bank meminta PIN yang rahasia'));
  });
});

describe('a letter', () => {
  test.each([
    'LAPOR RAHASIA petugas loket meminta uang',
    'Laporan rahasia.\nPetugas loket meminta uang.',
    'Pungli di loket.\n  Mohon dirahasiakan, saya takut.',
    'Pungli.\n\n** RAHASIA **\nPetugas meminta uang.',
    'Pengaduan ini bersifat rahasia',
  ])('asks for confidence: %j', (letter) => {
    expect(asksForConfidence(letter)).toBe(true);
  });
  test.each(['Jalan rusak di depan pasar', 'Kantor meminta PIN yang rahasia', 'Rahasianya sudah umum'])(
    'does not: %j',
    (letter) => {
      expect(asksForConfidence(letter)).toBe(false);
    },
  );
  it('is read in time, whatever it holds', () => {
    expect(asksForConfidence(`${'mohon '.repeat(50_000)}${'ini : '.repeat(50_000)}`)).toBe(false);
  });
});
