import { createHash } from 'node:crypto';
import { simpleParser, type Attachment, type ParsedMail } from 'mailparser';
import { withoutRuns, type IncomingFile } from '../door/index.ts';
import { cutQuotes } from './cut-quotes.ts';
import { normalAddress } from './mail-address.ts';
import { plainHtml } from './plain-html.ts';
import { readBounce, type Bounce } from './read-bounce.ts';
import { machineOf } from './recognise-machine.ts';
import { verdictOf, type Verdict } from './trusted-verdict.ts';

/** What a mail says, as far as a door cares. */
export interface ReadMail {
  /** Its one author, or its envelope where it has no `From` at all; `null`: nobody that could be answered. */
  from: string | null;
  /** It names authors, and none that is certain: a person reads it, and nothing goes back. */
  isAmbiguous: boolean;
  /** Equal for one mail of one sender, however often it comes. */
  key: string;
  subject: string;
  /** Without what it quotes where it is an answer. */
  text: string;
  isReply: boolean;
  files: IncomingFile[];
  /** Of more, and of larger ones, the names. */
  filesLeft: string[];
  /** Why it was written by a machine. */
  machine: string | null;
  bounces: Bounce[];
  verdict: Verdict;
  /** It could not be taken apart: its words are its first lines. */
  isBroken: boolean;
}

export interface ReadOptions {
  /** Domain of the addresses that mail is taken in at. */
  domain: string;
  /** Domain in the Message-ID of what we send. */
  ownDomain: string;
  /** Name of the mail server whose findings count. */
  trusted?: string | undefined;
  /** Of `MAIL FROM`. */
  envelopeFrom: string | null;
}

const LONGEST_HTML = 500_000;
const LONGEST_TEXT = 30_000;
/** Of what came, with pictures and empty lines, so much is looked at. */
const LONGEST_READ = 100_000;
/** As many as a report takes, and as large as a photo may be. */
const MOST_FILES = 5;
const LARGEST_FILE_BYTES = 20 * 1_048_576;
/** Pictures of a signature, and what a mail program adds. */
const LEAST_INLINE_BYTES = 15_000;
const PARTS_OF_MAIL = /^(?:message\/|text\/rfc822|application\/(?:pgp|pkcs7|x-pkcs7)|text\/calendar)/i;
/** What a picture leaves where only HTML came. */
const PICTURE = /\[(?:https?:\/\/|cid:|data:)[^[\]\s]{0,2000}\]/giu;
const REPLY = /^\s*(?:re|bls|balas|aw|jawab)\s*(?:\[\d+\])?\s*:/iu;

/** Takes a mail apart. Never fails: what is broken comes as its first lines. */
export async function readMail(raw: Buffer, options: ReadOptions): Promise<ReadMail> {
  const parsed = (await parse(raw)) ?? (await parse(raw, { skipHtmlToText: true }));
  const heads = headsOf(parsed, raw);
  const headers = heads.all('from').length;
  const from =
    headers === 0
      ? normalAddress(options.envelopeFrom ?? undefined)
      : headers === 1
        ? normalAddress(addressIn(parsed))
        : null;
  const messageId = heads.get('message-id')?.trim();
  const attachments = parsed?.attachments ?? [];
  const subject = (parsed?.subject ?? heads.get('subject') ?? '').replace(/\s+/gu, ' ').trim().slice(0, 300);
  const isReply =
    heads.get('in-reply-to') !== undefined || heads.get('references') !== undefined || REPLY.test(subject);
  const said = parsed?.text ?? (parsed?.html ? plainHtml(parsed.html) : bodyOf(raw));
  const read = withoutRuns(said.slice(0, LONGEST_READ));
  const whole = (parsed?.html ? read.replace(PICTURE, '') : read).slice(0, LONGEST_TEXT);
  const { files, filesLeft } = filesIn(attachments);
  const verdict = verdictOf(heads.all('authentication-results'), options.trusted, from ?? '');
  return {
    from,
    isAmbiguous: headers > 0 && from === null,
    key: createHash('sha256')
      .update(messageId ? `${messageId}\n${from}` : raw)
      .digest('hex'),
    subject,
    text: (isReply ? cutQuotes(whole) || whole : whole).trim(),
    isReply,
    files,
    filesLeft,
    machine: machineOf({ get: heads.get }, from ?? '', [options.domain, options.ownDomain]),
    bounces: bouncesIn(attachments, heads.get('content-type') ?? '', whole, options.ownDomain),
    verdict: verdict === 'PASS' && (headers === 0 || from === null) ? 'UNKNOWN' : verdict,
    isBroken: parsed === null,
  };
}

/** `null`: it cannot be taken apart, or has HTML that is too long or too deep for that. */
async function parse(raw: Buffer, more: object = {}): Promise<ParsedMail | null> {
  try {
    return await simpleParser(raw, {
      skipImageLinks: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      maxHtmlLengthToParse: LONGEST_HTML,
      keepDeliveryStatus: true,
      ...more,
    } as object);
  } catch {
    return null;
  }
}

/** More than one author, or a group, is nobody that could be answered. */
function addressIn(parsed: ParsedMail | null): string | undefined {
  const authors = parsed?.from?.value ?? [];
  return authors.length === 1 && !authors[0]!.group ? authors[0]!.address : undefined;
}

interface Heads {
  get(name: string): string | undefined;
  all(name: string): string[];
}

/** Headers as they stand, unfolded. */
function headsOf(parsed: ParsedMail | null, raw: Buffer): Heads {
  const lines = parsed
    ? parsed.headerLines.map(({ key, line }) => ({ key, line }))
    : raw
        .subarray(0, 65_536)
        .toString('latin1')
        .split(/\r?\n\r?\n/u, 1)[0]!
        .replace(/\r?\n[ \t]+/gu, ' ')
        .split(/\r?\n/u)
        .map((line) => ({ key: line.slice(0, Math.max(0, line.indexOf(':'))).toLowerCase(), line }));
  const valueOf = (line: string) =>
    line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]+/gu, ' ')
      .slice(0, 8_000)
      .trim();
  const all = (name: string) => lines.filter(({ key }) => key === name).map(({ line }) => valueOf(line));
  return { all, get: (name) => all(name)[0] };
}

const bodyOf = (raw: Buffer): string =>
  raw
    .subarray(0, 65_536)
    .toString('utf8')
    .replace(/^[\s\S]*?\r?\n\r?\n/u, '')
    .slice(0, 4_000);

function filesIn(attachments: readonly Attachment[]): Pick<ReadMail, 'files' | 'filesLeft'> {
  const named = attachments
    .filter(({ contentType }) => !PARTS_OF_MAIL.test(contentType))
    .filter(({ related, size }) => !related || size >= LEAST_INLINE_BYTES)
    .map(({ filename, content }, index) => ({
      name: (filename ?? `lampiran-${index + 1}`).replace(/[\p{Cc}/\\]/gu, '_').slice(0, 120),
      content,
    }));
  const files = named.filter(({ content }) => content.length <= LARGEST_FILE_BYTES).slice(0, MOST_FILES);
  return { files, filesLeft: named.filter((file) => !files.includes(file)).map(({ name }) => name) };
}

function bouncesIn(
  attachments: readonly Attachment[],
  contentType: string,
  text: string,
  ownDomain: string,
): Bounce[] {
  if (!/^multipart\/report\b/i.test(contentType) || !/report-type="?delivery-status/i.test(contentType))
    return [];
  const of = (type: RegExp) =>
    attachments
      .filter((part) => type.test(part.contentType))
      .map(({ content }) => content.subarray(0, 100_000).toString('utf8'))
      .join('\n');
  const status = of(/^message\/delivery-status/i);
  const quoted = of(/^(?:message\/rfc822|text\/rfc822-headers)/i);
  return readBounce(status || text, quoted || text, ownDomain);
}
