import { PHONE_SUBJECT, writeLetter, type InForce, type Letter, type Template } from '../templates/index.ts';
import type { WordingBook } from '../wording/index.ts';
import type { Way } from './carrier.ts';
import type { Content } from './content.ts';
import type { ReportAtDoor } from './reporter-at-door.ts';

interface ToWrite {
  template: string;
  content: Content;
  way: Way;
  language: 'id' | 'en';
  isReporter: boolean;
  facts: Readonly<Record<string, string | null | undefined>>;
  atDoor: ReportAtDoor | null;
}

/**
 * Writes a message as it leaves: a door's very words, or the template in the words that are in force now.
 * @throws MissingFact when its facts do not make it.
 */
export async function letterOf(
  { wordings, publicUrl }: { wordings: WordingBook; publicUrl: string },
  { template, content, way, language, isReporter, facts, atDoor }: ToWrite,
): Promise<Letter> {
  const { text, subject, replyToken } = content;
  if (text !== undefined)
    return {
      subject: subject ?? PHONE_SUBJECT.id,
      body: text,
      ...(replyToken ? { replyToken } : {}),
    };
  const medium = way === 'MAIL' || way === 'PHONE' ? way : 'MESSENGER';
  let broken: { wording: InForce; reason: string } | null = null;
  const letter = writeLetter(
    {
      template: template as Template,
      medium,
      facts,
      language,
      publicUrl,
      quoted: atDoor,
      isShort: isReporter && way !== 'MAIL',
    },
    await wordings.inForce(template, medium, language),
    (wording, reason) => (broken = { wording, reason }),
  );
  const fault = broken as { wording: InForce; reason: string } | null;
  if (fault)
    await wordings.noteBroken({ template, medium, language, version: fault.wording.version }, fault.reason);
  return way === 'MAIL' ? quoting(letter, atDoor) : letter;
}

/** Whoever came by mail is told by mail what was said, and how to answer. */
const quoting = (letter: Letter, atDoor: ReportAtDoor | null): Letter =>
  atDoor
    ? {
        ...letter,
        body: `${atDoor.words ? `${atDoor.words}\n\n` : ''}${letter.body}\n\nBalas surel ini untuk menjawab, atau dengan kata STATUS, TUTUP (sudah beres), BELUM (belum beres) atau NILAI 1 sampai 5.`,
      }
    : letter;
