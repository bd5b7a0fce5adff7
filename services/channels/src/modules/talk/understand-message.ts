import { parseReportNumber } from '@lapor/wording';
import { isOneSlip } from './one-slip.ts';
import { wishesConfidence, withoutWishes } from './wish-for-confidence.ts';

/** What a message wants. `report` is a report's number, eight digits, or its short code ("K3"), where one is named. */
export type Wish =
  | { kind: 'FILE'; text: string; isConfidential?: true }
  /** What is begun is to be kept between the reporter and who is competent. */
  | { kind: 'CONFIDE' }
  | { kind: 'STATUS'; report: string | null }
  | { kind: 'REPLY'; report: string | null; text: string }
  | { kind: 'SOLVED'; report: string | null }
  /** `text` in the sender's own words, "belum" included; empty where there is only the word. */
  | { kind: 'NOT_SOLVED'; report: string | null; text: string }
  | { kind: 'RATE'; report: string | null; score: number }
  | { kind: 'STOP' }
  | { kind: 'START' }
  | { kind: 'HELP' }
  /** No command: an answer to what was asked, or something a person has to read. */
  | { kind: 'WORDS'; text: string; isConfidential?: true };

type Command = Exclude<Wish['kind'], 'WORDS' | 'CONFIDE'>;

/** As people write them on a phone. What is longer than four letters is understood with one slip of the finger, too. */
const SPELLINGS: Readonly<Record<Command, readonly string[]>> = {
  FILE: ['lapor', 'laporan', 'melapor', 'lpr', 'pengaduan', 'aduan', 'mengadu', 'ngadu', 'aspirasi'],
  STATUS: ['status', 'sts', 'cek', 'cekstatus', 'lacak'],
  REPLY: ['balas', 'balasan', 'bls', 'jawab'],
  SOLVED: ['tutup', 'selesai', 'beres', 'kelar'],
  NOT_SOLVED: ['belum', 'blm', 'belom', 'blom', 'blum', 'belm'],
  RATE: ['nilai', 'rating'],
  STOP: ['stop', 'berhenti', 'unreg'],
  START: ['mulai', 'start'],
  HELP: ['bantuan', 'help', 'bantu', 'petunjuk', 'info'],
};

const EXACT = new Map(
  (Object.entries(SPELLINGS) as [Command, readonly string[]][]).flatMap(([command, spellings]) =>
    spellings.map((spelling) => [spelling, command] as const),
  ),
);

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words of their own, a letter away from a command: "rapor" is no slip of "lapor", "belasan rumah" no "balasan". */
const NO_SLIPS: ReadonlySet<string> = wordsOf(`
  lapar laper lapak lawak rapor labor kapor pelapor laporkan dilapor balai balap balok batas belas
  malas blast batasan belasan jawaban beras bekas keras teras deras kelas keler belut beliu tutur
  tutul nilam nihil hantu banyu bantul banting ranting statis adukan adonan stasi smart malai bulai
  selisih selesma infus infak
`);

/** Alone on the line they mean a command; before other words they begin a sentence: "stop kontak rusak", "info jalan". */
const ALONE: ReadonlySet<Command> = new Set(['STOP', 'START', 'HELP', 'SOLVED', 'STATUS']);

/** "cek cek status", and no more of it. */
const MOST_REPEATED = 4;

/** Said out of politeness or habit, and nothing to read for anybody. */
const POLITE: ReadonlySet<string> = wordsOf(`
  terima kasih makasih trims trimakasih thanks tks ya yah dong sih pak bu kak min mohon tolong sudah
  sdh udah laporan laporannya lapor pengaduan saya sy kami nomor no bagaimana gimana gmn sms semua
`);

/** Asks, and ends nothing. */
const QUESTION = /[?\u061F]/u;

const DONE: ReadonlySet<string> = new Set(['sudah', 'sdh', 'udah', 'udh']);
const FIGURES = ['satu', 'dua', 'tiga', 'empat', 'lima'];
const GAP = String.raw`[\s:;,.!?\-–—=/#>*"']*`;
const FIRST_WORD = new RegExp(String.raw`^[^\p{L}\p{N}]*([\p{L}]+)${GAP}([\s\S]*)$`, 'u');
const A_REPORT = new RegExp(
  String.raw`^(?:(?:laporan|lapor|pengaduan)\s+)?(?:saya\s+)?(?:no(?:mor|\.)?\s*)?(?:kode\s+)?#?\s*(k\d{1,3}|\d{4}[\s.-]?\d{4})(?![\p{L}\p{N}])${GAP}`,
  'iu',
);

/**
 * Understands what somebody writes to the short number, in any case and with the usual slips and signs: "LAPOR jalan rusak", "lapor: …",
 * "Stts 4821 3097", "BLM K2 airnya masih mati". What is no command is words: nothing is dropped.
 */
export function understandMessage(message: string, depth = 0): Wish {
  const text = message.normalize('NFKC').trim();
  const words: Wish = { kind: 'WORDS', text };
  const [, first = '', rest = ''] = FIRST_WORD.exec(text) ?? [];
  const [, second = '', further = ''] = FIRST_WORD.exec(rest) ?? [];
  // Said again and again: no command that is meant.
  if (depth > MOST_REPEATED) return words;
  // "sudah beres", "cek status …": the second word is the command.
  if (DONE.has(first.toLowerCase()) && commandOf(second) === 'SOLVED') {
    const wish = understandMessage(QUESTION.test(text) ? `${rest}?` : rest, depth + 1);
    return wish.kind === 'WORDS' ? words : wish;
  }
  const command = commandOf(first);
  if (command === 'STATUS' && commandOf(second) === 'STATUS') return understandMessage(rest, depth + 1);
  if (command === null) return CONFIDENTIAL.has(first.toLowerCase()) ? inConfidence(rest) : words;
  if (command === 'FILE' && CONFIDENTIAL.has(second.toLowerCase())) return inConfidence(further);
  if (command === 'FILE') return understandFiling(rest, second, further, depth) ?? words;
  const { report, after } = reportAtStart(rest);
  if (ALONE.has(command) && !isPolite(after)) return words;
  if (QUESTION.test(text) && asksWhetherSolved(command, after)) return { kind: 'STATUS', report };
  switch (command) {
    case 'STATUS':
    case 'SOLVED':
      return { kind: command, report };
    case 'REPLY':
      return after === '' ? { kind: 'HELP' } : { kind: 'REPLY', report, text: after };
    case 'NOT_SOLVED':
      return { kind: 'NOT_SOLVED', report, text: isPolite(after) ? '' : `${first} ${after}` };
    case 'RATE': {
      const score = scoreIn(after);
      return score === null ? words : { kind: 'RATE', report, score };
    }
    default:
      return { kind: command };
  }
}

const CONFIDENTIAL: ReadonlySet<string> = new Set(['rahasia', 'dirahasiakan', 'rahasiakan']);

/** "LAPOR RAHASIA …": closed rather than open, where it is the beginning of a sentence. */
const inConfidence = (rest: string): Wish =>
  isPolite(rest) || isPolite(withoutWishes(`rahasiakan ${rest}`))
    ? { kind: 'CONFIDE' }
    : { kind: 'FILE', text: rest.trim(), isConfidential: true };

const CONFIDENTIAL_LINE =
  /^[^\p{L}\p{N}\n]{0,20}(?:(?:mohon|tolong|harap|laporan|lapor|pengaduan|bersifat|ini)[ \t:–-]{1,5}){0,4}(?:rahasia|dirahasiakan|rahasiakan)(?!\p{L})/imu;

/** Whether a letter asks to be kept confidential: at the beginning of one of its lines, its subject is one of them, or in words of its own. */
export function asksForConfidence(letter: string): boolean {
  const text = letter.normalize('NFKC');
  return CONFIDENTIAL_LINE.test(text) || wishesConfidence(text);
}

const ASKS_IN_A_LINE = /[.,;!?][ \t]+(?=(?:mohon|tolong|harap)[ \t])/giu;
/** Said around the wish for confidence, and no words of a report. */
const AROUND: ReadonlySet<string> = wordsOf('harap bersifat ini');

/** With the wish for confidence that stands in what is filed, or in what is said of a report that waits; short messages have one line. */
export function withConfidence(wish: Wish): Wish {
  if (wish.kind !== 'FILE' && wish.kind !== 'WORDS') return wish;
  if (!asksForConfidence(wish.text.replace(ASKS_IN_A_LINE, '\n'))) return wish;
  const others = withoutWishes(wish.text)
    .toLowerCase()
    .replace(/\p{L}+/gu, (word) => (CONFIDENTIAL.has(word) || AROUND.has(word) ? '' : word));
  return isPolite(others) ? { kind: 'CONFIDE' } : { ...wish, isConfidential: true };
}

const withoutAsking = (text: string): string =>
  withoutWishes(text.normalize('NFKC').replace(CONFIDENTIAL_LINE, ''));

/** Whether two texts report the same, one of them perhaps with the wish for confidence. */
export const isSameReport = (one: string, other: string): boolean =>
  one === other || withoutAsking(one) === withoutAsking(other);

/** A report, or what is asked about one: "laporan saya 4821 3097 …" files nothing anew. `null`: a person has to read it. */
function understandFiling(rest: string, second: string, further: string, depth: number): Wish | null {
  const text = rest.trim();
  if (text === '') return { kind: 'HELP' };
  if (commandOf(second) === 'STATUS' && reportAtStart(further).report !== null)
    return understandMessage(rest, depth + 1);
  return reportAtStart(rest).report === null ? { kind: 'FILE', text } : null;
}

const YES: ReadonlySet<string> = wordsOf('ya iya yaa iyaa yes y ok oke okay betul benar setuju');

/** Whether somebody says yes, and nothing else but politeness. */
export function isYes(message: string): boolean {
  const [, first = '', rest = ''] = FIRST_WORD.exec(message.normalize('NFKC').trim()) ?? [];
  const others = rest.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    YES.has(first.toLowerCase()) &&
    others.every((word) => POLITE.has(word) || YES.has(word) || commandOf(word) === 'SOLVED')
  );
}

/** One to five: a figure or its word, with "/5" or thanks behind it at most. */
export function scoreIn(text: string): number | null {
  const [, figure = '', after = ''] = /^\W*([1-5](?![\d.,]\d|\d)|\p{L}+)([\s\S]*)$/u.exec(text.trim()) ?? [];
  if (!isPolite(after.replace(/^\s*(?:\/\s*5(?!\d)|bintang)/iu, ''))) return null;
  const score = /^\d$/.test(figure) ? Number(figure) : FIGURES.indexOf(figure.toLowerCase()) + 1;
  return score > 0 ? score : null;
}

/** The figure before one of several things to choose from; `null` where it is something else. */
export function choiceIn(text: string, most: number): number | null {
  const [, figure] =
    /^\W*(?:no(?:mor|\.)?\s*|pilih(?:an)?\s*)?(\d{1,2})\W*$/iu.exec(text.normalize('NFKC')) ?? [];
  const choice = Number(figure ?? 0);
  return choice >= 1 && choice <= most ? choice : null;
}

function commandOf(word: string): Command | null {
  const typed = word.toLowerCase();
  const exact = EXACT.get(typed);
  if (exact) return exact;
  if (typed.length < 5 || NO_SLIPS.has(typed)) return null;
  for (const [spelling, command] of EXACT)
    if (spelling.length >= 5 && isOneSlip(typed, spelling)) return command;
  return null;
}

/** "Sudah selesai?", "belum beres ya?": a question changes nothing. */
const asksWhetherSolved = (command: Command, after: string): boolean =>
  command === 'SOLVED' ||
  (command === 'NOT_SOLVED' &&
    isPolite(after.replace(/\p{L}+/gu, (word) => (commandOf(word) === 'SOLVED' ? '' : word))));

const isPolite = (text: string): boolean =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => POLITE.has(word));

function reportAtStart(text: string): { report: string | null; after: string } {
  const [whole = '', named = ''] = A_REPORT.exec(text) ?? [];
  const report = /^k/i.test(named) ? named.toUpperCase() : named === '' ? null : parseReportNumber(named);
  return report === null
    ? { report, after: text.trim() }
    : { report, after: text.slice(whole.length).trim() };
}
