import EmailReplyParser from 'email-reply-parser';

/** More than a person writes; what stands behind it is quoted, and its patterns would be tried against every line. */
const LONGEST = 20_000;
const LONGEST_LINE = 1_000;
const HEAD_LINES = 3;

/** "Pada Sen, 23 Nov 2026 pukul 09.12 LAPOR! <balas@…> menulis:" – Gmail, Yahoo and Apple in Indonesian; it may run over lines. */
const WROTE = /^(?:pada|tanggal|tgl|on|dalam)\b.{4,400}\b(?:menulis|berkata|wrote)\s*:?$/iu;
const FROM = /^\*?(?:dari|from)\s*:\*?\s*\S/iu;
const BELOW_FROM =
  /^\*?(?:dikirim|terkirim|tanggal|sent|date|kepada|untuk|ke|to|subjek|perihal|subject|hal)\s*:\*?\s*\S/iu;
const SEPARATOR =
  /^(?:[-_=\s]*(?:pesan|surat|email|surel)\s+(?:asli|sebelumnya|terusan|yang diteruskan)[-_=\s]*|_{20,}|-{2,}\s*original message\s*-{2,})$/iu;
const SENT_FROM = /^(?:dikirim|terkirim|kirim)\s+(?:dari|dengan|melalui)\s+.{2,80}$/iu;

const parser = new EmailReplyParser();

/** What somebody wrote above, and between, what they answer. An empty text: they wrote nothing. */
export function cutQuotes(text: string): string {
  const lines = text
    .slice(0, LONGEST)
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.slice(0, LONGEST_LINE).trimEnd());
  const end = lines.findIndex((_line, index) => beginsQuote(lines, index));
  const above = end === -1 ? lines : lines.slice(0, end);
  return withoutTail(parser.parseReply(above.join('\n')).trim());
}

function beginsQuote(lines: readonly string[], at: number): boolean {
  const line = plainOf(lines[at]!);
  if (SEPARATOR.test(line)) return true;
  if (FROM.test(line)) {
    const next = lines.slice(at + 1, at + 3).map(plainOf);
    return next.some((below) => BELOW_FROM.test(below));
  }
  for (let count = 1; count <= HEAD_LINES; count++)
    if (
      WROTE.test(
        lines
          .slice(at, at + count)
          .map(plainOf)
          .join(' '),
      )
    )
      return onlyQuotesFollow(lines, at + count);
  return false;
}

/** An answer written between the lines stands below such a head. */
function onlyQuotesFollow(lines: readonly string[], from: number): boolean {
  const below = lines.slice(from).filter((line) => line.trim() !== '');
  const firstWords = below.findIndex((line) => !line.trimStart().startsWith('>'));
  return !(below[0]?.trimStart().startsWith('>') && firstWords > 0 && below.slice(firstWords).some(isWords));
}

const isWords = (line: string) => !line.trimStart().startsWith('>') && !SENT_FROM.test(line.trim());

const plainOf = (line: string) =>
  line
    .replace(/^[>\s]+/u, '')
    .replace(/[\u200e\u200f\u202a-\u202f\u00a0]/gu, ' ')
    .trim();

/** "Dikirim dari iPhone saya" is nobody's word. */
function withoutTail(text: string): string {
  const lines = text.split('\n');
  while (lines.length > 0 && (lines.at(-1)!.trim() === '' || SENT_FROM.test(lines.at(-1)!.trim())))
    lines.pop();
  return lines.join('\n').trim();
}
