import { z } from 'zod';
import type { Tokens } from '@lapor/viewer';

/** Whose address is wanted: ids only. */
export type Recipient =
  /** With the template: a message may know what only its own kind may. */
  | { kind: 'REPORTER'; reportId: string; template: string }
  /** The head of an organisation that nobody staffs, for one hand-over. */
  | { kind: 'HEAD'; handOverId: string; organisationId: string }
  | { kind: 'OFFICER'; officerId: string }
  /** The highest official of an organisation, with the PDF of a letter of the Ombudsman. */
  | { kind: 'LETTER'; letterId: string; organisationId: string }
  /** Of one follow of a report or an area. */
  | { kind: 'FOLLOWER'; followId: string };

/** Where somebody can be reached, and in which language. */
export interface Contact {
  email?: string | undefined;
  phone?: string | undefined;
  language: 'id' | 'en';
  /** What is known only at the moment of sending: a head's title and name, the path of a secret link. */
  facts?: Readonly<Record<string, string | undefined>>;
  /** A file that goes along. */
  attachment?: { fileName: string; contentType: string; content: Buffer };
}

/** The owner of addresses, asked at the moment of sending; `null` when there is nobody to write to. Throws when it cannot be asked now. */
export interface ContactBook {
  contactFor(recipient: Recipient): Promise<Contact | null>;
}

const contactAnswer = z.object({
  email: z.string().nullish(),
  phone: z.string().nullish(),
  accountId: z.string().nullish(),
  language: z.enum(['id', 'en']).default('id'),
  facts: z.record(z.string(), z.string()).optional(),
});
const addressAnswer = z.object({ email: z.string() });
const headAnswer = z.object({
  name: z.string().nullish(),
  title: z.string().nullish(),
  email: z.string().nullish(),
});
const officerAnswer = z.object({ email: z.string().nullish() });
const pdfAnswer = z.object({ fileName: z.string(), pdf: z.base64() });
const linkAnswer = z.object({ path: z.string() });

/** Where the owners of addresses are, in processes of their own. */
export interface ContactOwners {
  reportsUrl: string;
  identityUrl: string;
  organisationsUrl: string;
  slaUrl: string;
  tokens: Tokens;
}

/**
 * Asks `reports` (`POST /internal/contacts`) and, for a reporter with an account and no other address, `identity`
 * (`POST /internal/addresses`); for the head of an organisation `organisations` (`POST /internal/heads/contact`) and for the link
 * `reports` (`POST /internal/hand-overs/link`), for the PDF of a letter `sla` (`POST /internal/letters/pdf`); for an officer `organisations` (`POST /internal/officers/contact`). With a service token; 404 means nobody.
 */
export function httpContactBook({
  reportsUrl,
  identityUrl,
  organisationsUrl,
  slaUrl,
  tokens,
}: ContactOwners): ContactBook {
  async function ask(url: string, body: object): Promise<unknown> {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await tokens.signService('channels')}`,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`The owner of addresses answered ${response.status}`);
    return response.json();
  }
  return {
    async contactFor(recipient) {
      if (recipient.kind === 'HEAD') {
        const { organisationId, handOverId } = recipient;
        const head = await ask(`${organisationsUrl}/internal/heads/contact`, { organisationId });
        const link = await ask(`${reportsUrl}/internal/hand-overs/link`, { handOverId });
        return toHeadContact(
          head === null ? null : headAnswer.parse(head),
          link === null ? null : linkAnswer.parse(link),
        );
      }
      if (recipient.kind === 'LETTER') {
        const { organisationId, letterId } = recipient;
        const head = await ask(`${organisationsUrl}/internal/heads/contact`, { organisationId });
        const letter = await ask(`${slaUrl}/internal/letters/pdf`, { letterId });
        if (head === null || letter === null) return null;
        const { fileName, pdf } = pdfAnswer.parse(letter);
        return toLetterContact(headAnswer.parse(head), { fileName, pdf: Buffer.from(pdf, 'base64') });
      }
      if (recipient.kind === 'OFFICER') {
        const officer = await ask(`${organisationsUrl}/internal/officers/contact`, {
          officerId: recipient.officerId,
        });
        return officer === null ? null : toOfficerContact(officerAnswer.parse(officer));
      }
      const found = await ask(`${reportsUrl}/internal/contacts`, recipient);
      if (found === null) return null;
      const { email, phone, accountId, language, facts } = contactAnswer.parse(found);
      if (email || !accountId)
        return { email: email ?? undefined, phone: phone ?? undefined, language, facts };
      const account = await ask(`${identityUrl}/internal/addresses`, { accountId });
      return {
        email: account === null ? undefined : addressAnswer.parse(account).email,
        phone: phone ?? undefined,
        language,
        facts,
      };
    },
  };
}

/** Where an officer is reached; officers' mails are in Indonesian. */
export const toOfficerContact = ({ email }: { email?: string | null | undefined }): Contact => ({
  email: email ?? undefined,
  language: 'id',
});

/** Where the highest official is reached, with the letter; nobody to write to when it is not a letter that may leave. */
export const toLetterContact = (
  head: { email?: string | null | undefined; title?: string | null | undefined } | null,
  letter: { fileName: string; pdf: Buffer } | null,
): Contact | null =>
  head && letter
    ? {
        email: head.email ?? undefined,
        language: 'id',
        facts: { headTitle: head.title ?? undefined },
        attachment: { fileName: letter.fileName, contentType: 'application/pdf', content: letter.pdf },
      }
    : null;

/** What is known of a head, with the link that goes there; nobody to write to when the hand-over has ended meanwhile. */
export const toHeadContact = (
  head: {
    name?: string | null | undefined;
    title?: string | null | undefined;
    email?: string | null | undefined;
  } | null,
  link: { path: string } | null,
): Contact | null =>
  head && link
    ? {
        email: head.email ?? undefined,
        language: 'id',
        facts: {
          headTitle: head.title ?? undefined,
          headName: head.name ?? undefined,
          path: link.path,
        },
      }
    : null;
