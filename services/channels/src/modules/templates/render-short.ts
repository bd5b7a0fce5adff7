import { formatReportNumber } from '@lapor/wording';
import { fitInto } from '../segments/index.ts';
import { plainFacts, type Facts } from './facts.ts';
import { MissingFact, type Letter } from './render.ts';
import { SHORT_WORDS } from './short-words.ts';
import { isReportTemplate, isSecretLinkTemplate, type Language } from './template.ts';

/** What a short message may say of a report that its reporter filed by such messages. */
export interface Quoted {
  /** Names it in what is written back; `null`: the link follows. */
  shortCode: string | null;
  /** Words of those who handle it; `null`: none may be told. */
  words: string | null;
}

const MOST_WITH_WORDS = 3;

/**
 * Writes what a reporter is told by phone: one message, three where words are quoted. Ends with what to write back, or with the link for
 * whoever came by another way.
 * @throws MissingFact when the number of the report or the path of a link is missing or not one.
 */
export function renderShort(
  template: string,
  facts: Facts,
  language: Language,
  publicUrl: string,
  quoted: Quoted | null,
): Letter {
  if (!isReportTemplate(template) && !isSecretLinkTemplate(template)) throw new MissingFact('template');
  const { organisationName, ...others } = plainFacts(facts);
  // On a locked screen an agency's name says what a confidential report is about.
  const plain = others.isConfidential ? others : { ...others, organisationName };
  const digits = (plain.number ?? '').replace(/\s/g, '');
  if (!/^\d{8}$/.test(digits)) throw new MissingFact('number');
  const number = formatReportNumber(digits);
  const { sentences, quoting, command } = SHORT_WORDS[language];
  const words = quoted?.words?.replace(/\s+/gu, ' ').trim();
  const sentence = words
    ? `${quoting(number, plain.organisationName)} ${words}`
    : sentences[template](number, plain);
  const tail = isSecretLinkTemplate(template)
    ? `${publicUrl}${pathOf(plain.path)}`
    : quoted?.shortCode
      ? command(template, plain.kind, quoted.shortCode)
      : `${publicUrl}/laporan/${digits}`;
  const subject = language === 'en' ? 'Message to a phone' : 'Pesan ke telepon';
  return { subject, body: fitInto(`LAPOR! ${sentence}`, words ? MOST_WITH_WORDS : 1, ` ${tail}`) };
}

function pathOf(path = ''): string {
  if (!/^\/lacak#kode-[a-z2-7]{45}$/.test(path)) throw new MissingFact('path');
  return path;
}
