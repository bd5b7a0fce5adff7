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

/** A short message in its parts. */
export interface ShortParts {
  /** The number as people read it. */
  number: string;
  /** `undefined`: it may not be told. */
  organisationName: string | undefined;
  sentence: string;
  /** What to write back, or the link: comes whole. */
  tail: string;
  isQuoting: boolean;
}

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
  const { sentence, tail, isQuoting } = shortPartsOf(template, facts, language, publicUrl, quoted);
  return {
    subject: PHONE_SUBJECT[language],
    body: fitInto(`LAPOR! ${sentence}`, isQuoting ? MOST_WITH_WORDS : 1, ` ${tail}`),
  };
}

/** What stands above a short message in the local mailbox. */
export const PHONE_SUBJECT = { id: 'Pesan ke telepon', en: 'Message to a phone' } as const;

/** What a short message is made of, with its facts in it. */
export function shortPartsOf(
  template: string,
  facts: Facts,
  language: Language,
  publicUrl: string,
  quoted: Quoted | null,
): ShortParts {
  if (!isReportTemplate(template) && !isSecretLinkTemplate(template)) throw new MissingFact('template');
  const { organisationName, ...others } = plainFacts(facts);
  // On a locked screen an agency's name says what a confidential report is about.
  const plain = others.isConfidential ? others : { ...others, organisationName };
  const digits = (plain.number ?? '').replace(/\s/g, '');
  if (!/^\d{8}$/.test(digits)) throw new MissingFact('number');
  const number = formatReportNumber(digits);
  const { sentences, quoting, command } = SHORT_WORDS[language];
  const words = quoted?.words?.replace(/\s+/gu, ' ').trim();
  return {
    number,
    organisationName: plain.organisationName,
    sentence: words
      ? `${quoting(number, plain.organisationName)} ${words}`
      : sentences[template](number, plain),
    tail: isSecretLinkTemplate(template)
      ? `${publicUrl}${pathOf(plain.path)}`
      : quoted?.shortCode
        ? command(template, plain.kind, quoted.shortCode)
        : `${publicUrl}/laporan/${digits}`,
    isQuoting: Boolean(words),
  };
}

function pathOf(path = ''): string {
  if (!/^\/lacak#kode-[a-z2-7]{45}$/.test(path)) throw new MissingFact('path');
  return path;
}
