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

/** The facts do not make the message; it would be sent with a hole in it. */
export class MissingFact extends Error {
  override name = 'MissingFact';
}

/**
 * Writes a message. Says nothing of the report but its number and state; the rest is behind the link.
 * @throws MissingFact when the report number, the code, the path of a hand-over or the token of an invitation is missing or not one.
 */
export function render(template: Template, facts: Facts, language: Language, publicUrl: string): Letter {
  const phrases = language === 'en' ? english : indonesian;
  const plain = plainFacts(facts);
  if (isFollowerTemplate(template)) return renderForFollower(template, plain, phrases, publicUrl);
  if (isWebhookTemplate(template)) return renderOfWebhook(template, plain, phrases, publicUrl);
  if (isDigestTemplate(template)) return renderDigest(template, plain, phrases, publicUrl);
  if (
    !isReportTemplate(template) &&
    !isSecretLinkTemplate(template) &&
    !isHeadTemplate(template) &&
    !isLetterTemplate(template) &&
    !isOfficerTemplate(template)
  )
    return renderForAccount(template, plain, phrases, publicUrl);
  const digits = (plain.number ?? '').replace(/\s/g, '');
  if (!/^\d{8}$/.test(digits)) throw new MissingFact('number');
  const { subject, paragraphs } = phrases[template]({
    ...plain,
    number: `${digits.slice(0, 4)} ${digits.slice(4)}`,
  });
  if (isHeadTemplate(template)) {
    // A path of this origin with a token behind the #, and nothing else.
    const path = plain.path ?? '';
    if (!/^\/[a-z/-]+#[\w.-]+$/.test(path)) throw new MissingFact('path');
    const secretLink = `${phrases.followHandOver}\n${publicUrl}${path}`;
    return { subject, body: join([...paragraphs, secretLink, phrases.ending]) };
  }
  if (isLetterTemplate(template)) {
    if (!/^\d{4,}\/LAPOR\/[IVX]+\/\d{4}$/.test(plain.letterNumber ?? ''))
      throw new MissingFact('letterNumber');
    const page = `${phrases.followAsOfficer}\n${publicUrl}${CONSOLES.get('agency')}/laporan/${digits}`;
    return { subject, body: join([...paragraphs, page, phrases.ending]) };
  }
  if (isOfficerTemplate(template)) {
    const console = CONSOLES.get(plain.console ?? '');
    if (!console) throw new MissingFact('console');
    const page = `${phrases.followAsOfficer}\n${publicUrl}${console}/laporan/${digits}`;
    return { subject, body: join([...paragraphs, page, phrases.ending]) };
  }
  if (isSecretLinkTemplate(template)) {
    const path = plain.path ?? '';
    if (!/^\/lacak#kode-[a-z2-7]{45}$/.test(path)) throw new MissingFact('path');
    return {
      subject,
      body: join([...paragraphs, `${phrases.followNewCode}\n${publicUrl}${path}`, phrases.ending]),
    };
  }
  const link = `${phrases.follow}\n${publicUrl}/laporan/${digits}`;
  const unsubscribeUrl = isToken(plain.unsubscribeToken)
    ? `${publicUrl}/notifications/unsubscribe/${plain.unsubscribeToken}`
    : undefined;
  const leave = unsubscribeUrl ? [`${phrases.unsubscribe}\n${unsubscribeUrl}`] : [];
  return {
    subject,
    body: join([...paragraphs, link, phrases.ending, ...leave]),
    ...(unsubscribeUrl ? { unsubscribeUrl } : {}),
    ...(isToken(plain.replyToken) ? { replyToken: plain.replyToken } : {}),
  };
}

/** A message to who follows a report or an area, with the link that ends it. */
function renderForFollower(
  template: FollowerTemplate,
  facts: Readonly<Record<string, string | undefined>>,
  phrases: Phrasebook,
  publicUrl: string,
): Letter {
  const { number, regionCode, unfollowToken } = facts;
  if (!isToken(unfollowToken)) throw new MissingFact('unfollowToken');
  const isReport = template === 'followed-report-changed';
  if (isReport ? !/^\d{8}$/.test(number ?? '') : !/^\d\d(\.\d\d){0,2}$/.test(regionCode ?? ''))
    throw new MissingFact(isReport ? 'number' : 'regionCode');
  const { subject, paragraphs } = phrases[template]({
    ...facts,
    ...(number ? { number: `${number.slice(0, 4)} ${number.slice(4)}` } : {}),
  });
  const page = isReport ? `/laporan/${number}` : `/laporan?wilayah=${regionCode}`;
  const unsubscribeUrl = `${publicUrl}/notifications/unfollow/${unfollowToken}`;
  return {
    subject,
    body: join([
      ...paragraphs,
      `${phrases.seeFollowed}\n${publicUrl}${page}`,
      phrases.ending,
      `${phrases.unfollow}\n${unsubscribeUrl}`,
    ]),
    unsubscribeUrl,
  };
}

/** The morning's digest, with the way to the console. */
function renderDigest(
  template: DigestTemplate,
  facts: Readonly<Record<string, string | undefined>>,
  phrases: Phrasebook,
  publicUrl: string,
): Letter {
  const console = CONSOLES.get(facts.console ?? '');
  if (!console) throw new MissingFact('console');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(facts.day ?? '')) throw new MissingFact('day');
  const { subject, paragraphs } = phrases[template](facts);
  return {
    subject,
    body: join([...paragraphs, `${phrases.openList}\n${publicUrl}${console}`, phrases.ending]),
  };
}

/** That a webhook ended, with the way to where it is brought back. */
function renderOfWebhook(
  template: WebhookTemplate,
  facts: Readonly<Record<string, string | undefined>>,
  phrases: Phrasebook,
  publicUrl: string,
): Letter {
  const console = CONSOLES.get(facts.console ?? '');
  if (!console) throw new MissingFact('console');
  const { subject, paragraphs } = phrases[template](facts);
  return {
    subject,
    body: join([...paragraphs, `${phrases.openList}\n${publicUrl}${console}`, phrases.ending]),
  };
}

const isToken = (value: string | undefined): value is string => /^[a-z2-7]{45}$/.test(value ?? '');

const CONSOLES = new Map([
  ['agency', '/instansi'],
  ['national', '/admin'],
]);

/** A message about an account: with a code, with the link of an invitation, or a plain notice. */
function renderForAccount(
  template: AccountTemplate,
  facts: Readonly<Record<string, string | undefined>>,
  phrases: Phrasebook,
  publicUrl: string,
): Letter {
  const { subject, paragraphs } = phrases[template](facts);
  if (isNoticeTemplate(template)) return { subject, body: join([...paragraphs, phrases.ending]) };
  if (isInvitationTemplate(template)) {
    const console = CONSOLES.get(facts.console ?? '');
    if (!console) throw new MissingFact('console');
    if (!/^[\w-]{20,100}$/.test(facts.token ?? '')) throw new MissingFact('token');
    const link = `${phrases.followInvitation}\n${publicUrl}${console}/undangan#${facts.token}`;
    return { subject, body: join([...paragraphs, link, phrases.ending]) };
  }
  if (!/^\d{4,10}$/.test(facts.code ?? '')) throw new MissingFact('code');
  // A short message has no room for an ending.
  if (isPhoneTemplate(template)) return { subject, body: join(paragraphs) };
  return { subject, body: join([...paragraphs, phrases.ending]) };
}

const join = (parts: string[]) => `${parts.join('\n\n')}\n`;
