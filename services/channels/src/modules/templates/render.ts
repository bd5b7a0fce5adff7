import { english } from './english.ts';
import { plainFacts, type Facts } from './facts.ts';
import { indonesian } from './indonesian.ts';
import { isReportTemplate, type Language, type Template } from './template.ts';

/** A message as it is sent: plain text, lines ended by `\n`. */
export interface Letter {
  subject: string;
  body: string;
}

/** The facts do not make the message; it would be sent with a hole in it. */
export class MissingFact extends Error {
  override name = 'MissingFact';
}

/**
 * Writes a message. Says nothing of the report but its number and state; the rest is behind the link.
 * @throws MissingFact when the report number or the code is missing or not one.
 */
export function render(template: Template, facts: Facts, language: Language, publicUrl: string): Letter {
  const phrases = language === 'en' ? english : indonesian;
  const plain = plainFacts(facts);
  if (!isReportTemplate(template)) {
    if (!/^\d{4,10}$/.test(plain.code ?? '')) throw new MissingFact('code');
    const { subject, paragraphs } = phrases[template](plain);
    return { subject, body: join([...paragraphs, phrases.ending]) };
  }
  const digits = (plain.number ?? '').replace(/\s/g, '');
  if (!/^\d{8}$/.test(digits)) throw new MissingFact('number');
  const { subject, paragraphs } = phrases[template]({
    ...plain,
    number: `${digits.slice(0, 4)} ${digits.slice(4)}`,
  });
  const link = `${phrases.follow}\n${publicUrl}/laporan/${digits}`;
  return { subject, body: join([...paragraphs, link, phrases.ending]) };
}

const join = (parts: string[]) => `${parts.join('\n\n')}\n`;
