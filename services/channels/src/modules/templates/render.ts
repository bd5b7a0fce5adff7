import { english } from './english.ts';
import { plainFacts, type Facts } from './facts.ts';
import { indonesian } from './indonesian.ts';
import {
  isDigestTemplate,
  isFollowerTemplate,
  isHeadTemplate,
  isLetterTemplate,
  isInvitationTemplate,
  isNoticeTemplate,
  isOfficerTemplate,
  isPhoneTemplate,
  isReportTemplate,
  isSecretLinkTemplate,
  isWebhookTemplate,
  type AccountTemplate,
  type DigestTemplate,
  type FollowerTemplate,
  type Language,
  type Phrasebook,
  type Template,
  type WebhookTemplate,
} from './template.ts';

/** A message as it is sent: plain text, lines ended by `\n`. */
export interface Letter {
  subject: string;
  body: string;
  /** Where such mails are ended, by a page or by one click (RFC 8058); absent where they cannot be. */
  unsubscribeUrl?: string;
  /** Says in the address of an answer to which report it belongs. */
  replyToken?: string;
}

/** A message in its parts, in the order in which they are read. */
export interface Parts {
  subject: string;
  paragraphs: readonly string[];
  /** Where it is gone on with. */
  page?: Labelled;
  ending?: string;
  /** The way to end such mails. */
  leave?: Labelled;
  replyToken?: string;
}

interface Labelled {
  label: string;
  url: string;
}

/** The facts do not make the message; it would be sent with a hole in it. */
export class MissingFact extends Error {
  override name = 'MissingFact';
}

type Plain = Readonly<Record<string, string | undefined>>;

/**
 * Writes a message. Says nothing of the report but its number and state; the rest is behind the link.
 * @throws MissingFact when the report number, the code, the path of a hand-over or the token of an invitation is missing or not one.
 */
export const render = (template: Template, facts: Facts, language: Language, publicUrl: string): Letter => {
  const parts = partsOf(template, facts, language, publicUrl);
  const { subject, paragraphs, page, ending, leave } = parts;
  return {
    subject,
    body: `${[...paragraphs, page && lines(page), ending, leave && lines(leave)].filter(Boolean).join('\n\n')}\n`,
    ...waysBack(parts),
  };
};

/** A label above its link. */
export const lines = ({ label, url }: Labelled): string => `${label}\n${url}`;

/** What a letter has besides words. */
export const waysBack = ({ leave, replyToken }: Parts): Pick<Letter, 'unsubscribeUrl' | 'replyToken'> => ({
  ...(leave ? { unsubscribeUrl: leave.url } : {}),
  ...(replyToken ? { replyToken } : {}),
});

/** What a message is made of, with its facts in it. */
export function partsOf(template: Template, facts: Facts, language: Language, publicUrl: string): Parts {
  const phrases = language === 'en' ? english : indonesian;
  const plain = plainFacts(facts);
  if (isFollowerTemplate(template)) return partsForFollower(template, plain, phrases, publicUrl);
  if (isWebhookTemplate(template)) return partsOfWebhook(template, plain, phrases, publicUrl);
  if (isDigestTemplate(template)) return partsOfDigest(template, plain, phrases, publicUrl);
  if (
    !isReportTemplate(template) &&
    !isSecretLinkTemplate(template) &&
    !isHeadTemplate(template) &&
    !isLetterTemplate(template) &&
    !isOfficerTemplate(template)
  )
    return partsForAccount(template, plain, phrases, publicUrl);
  const digits = (plain.number ?? '').replace(/\s/g, '');
  if (!/^\d{8}$/.test(digits)) throw new MissingFact('number');
  const { ending } = phrases;
  const said = phrases[template]({ ...plain, number: `${digits.slice(0, 4)} ${digits.slice(4)}` });
  if (isHeadTemplate(template)) {
    // A path of this origin with a token behind the #, and nothing else.
    const path = plain.path ?? '';
    if (!/^\/[a-z/-]+#[\w.-]+$/.test(path)) throw new MissingFact('path');
    return { ...said, page: { label: phrases.followHandOver, url: `${publicUrl}${path}` }, ending };
  }
  if (isLetterTemplate(template)) {
    if (!/^\d{4,}\/LAPOR\/[IVX]+\/\d{4}$/.test(plain.letterNumber ?? ''))
      throw new MissingFact('letterNumber');
    const url = `${publicUrl}${CONSOLES.get('agency')}/laporan/${digits}`;
    return { ...said, page: { label: phrases.followAsOfficer, url }, ending };
  }
  if (isOfficerTemplate(template)) {
    const url = `${publicUrl}${consoleOf(plain)}/laporan/${digits}`;
    return { ...said, page: { label: phrases.followAsOfficer, url }, ending };
  }
  if (isSecretLinkTemplate(template)) {
    const path = plain.path ?? '';
    if (!/^\/lacak#kode-[a-z2-7]{45}$/.test(path)) throw new MissingFact('path');
    return { ...said, page: { label: phrases.followNewCode, url: `${publicUrl}${path}` }, ending };
  }
  const leave = isToken(plain.unsubscribeToken)
    ? {
        label: phrases.unsubscribe,
        url: `${publicUrl}/notifications/unsubscribe/${plain.unsubscribeToken}`,
      }
    : undefined;
  return {
    ...said,
    page: { label: phrases.follow, url: `${publicUrl}/laporan/${digits}` },
    ending,
    ...(leave ? { leave } : {}),
    ...(isToken(plain.replyToken) ? { replyToken: plain.replyToken } : {}),
  };
}

/** A message to who follows a report or an area, with the link that ends it. */
function partsForFollower(
  template: FollowerTemplate,
  facts: Plain,
  phrases: Phrasebook,
  publicUrl: string,
): Parts {
  const { number, regionCode, unfollowToken } = facts;
  if (!isToken(unfollowToken)) throw new MissingFact('unfollowToken');
  const isReport = template === 'followed-report-changed';
  if (isReport ? !/^\d{8}$/.test(number ?? '') : !/^\d\d(\.\d\d){0,2}$/.test(regionCode ?? ''))
    throw new MissingFact(isReport ? 'number' : 'regionCode');
  const page = isReport ? `/laporan/${number}` : `/laporan?wilayah=${regionCode}`;
  return {
    ...phrases[template]({
      ...facts,
      ...(number ? { number: `${number.slice(0, 4)} ${number.slice(4)}` } : {}),
    }),
    page: { label: phrases.seeFollowed, url: `${publicUrl}${page}` },
    ending: phrases.ending,
    leave: { label: phrases.unfollow, url: `${publicUrl}/notifications/unfollow/${unfollowToken}` },
  };
}

/** The morning's digest, with the way to the console. */
function partsOfDigest(
  template: DigestTemplate,
  facts: Plain,
  phrases: Phrasebook,
  publicUrl: string,
): Parts {
  const url = `${publicUrl}${consoleOf(facts)}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(facts.day ?? '')) throw new MissingFact('day');
  return { ...phrases[template](facts), page: { label: phrases.openList, url }, ending: phrases.ending };
}

/** That a webhook ended, with the way to where it is brought back. */
function partsOfWebhook(
  template: WebhookTemplate,
  facts: Plain,
  phrases: Phrasebook,
  publicUrl: string,
): Parts {
  const url = `${publicUrl}${consoleOf(facts)}`;
  return { ...phrases[template](facts), page: { label: phrases.openList, url }, ending: phrases.ending };
}

const isToken = (value: string | undefined): value is string => /^[a-z2-7]{45}$/.test(value ?? '');

const CONSOLES = new Map([
  ['agency', '/instansi'],
  ['national', '/admin'],
]);

function consoleOf({ console = '' }: Plain): string {
  const path = CONSOLES.get(console);
  if (!path) throw new MissingFact('console');
  return path;
}

/** A message about an account: with a code, with the link of an invitation, or a plain notice. */
function partsForAccount(
  template: AccountTemplate,
  facts: Plain,
  phrases: Phrasebook,
  publicUrl: string,
): Parts {
  const said = phrases[template](facts);
  const { ending } = phrases;
  if (isNoticeTemplate(template)) return { ...said, ending };
  if (isInvitationTemplate(template)) {
    const path = consoleOf(facts);
    if (!/^[\w-]{20,100}$/.test(facts.token ?? '')) throw new MissingFact('token');
    const url = `${publicUrl}${path}/undangan#${facts.token}`;
    return { ...said, page: { label: phrases.followInvitation, url }, ending };
  }
  if (!/^\d{4,10}$/.test(facts.code ?? '')) throw new MissingFact('code');
  // A short message has no room for an ending.
  return isPhoneTemplate(template) ? said : { ...said, ending };
}
