import { z } from 'zod';
import type { Tokens } from '@lapor/viewer';

/** Whose address is wanted: ids only. */
export interface Recipient {
  kind: 'REPORTER';
  reportId: string;
}

/** Where somebody can be reached, and in which language. */
export interface Contact {
  email?: string | undefined;
  phone?: string | undefined;
  language: 'id' | 'en';
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
});
const addressAnswer = z.object({ email: z.string() });

/** Where the owners of addresses are, in processes of their own. */
export interface ContactOwners {
  reportsUrl: string;
  identityUrl: string;
  tokens: Tokens;
}

/**
 * Asks `reports` (`POST /internal/contacts`) and, for a reporter with an account and no other address, `identity`
 * (`POST /internal/addresses`), with a service token. 404 means nobody.
 */
export function httpContactBook({ reportsUrl, identityUrl, tokens }: ContactOwners): ContactBook {
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
      const found = await ask(`${reportsUrl}/internal/contacts`, recipient);
      if (found === null) return null;
      const { email, phone, accountId, language } = contactAnswer.parse(found);
      if (email || !accountId) return { email: email ?? undefined, phone: phone ?? undefined, language };
      const account = await ask(`${identityUrl}/internal/addresses`, { accountId });
      return {
        email: account === null ? undefined : addressAnswer.parse(account).email,
        phone: phone ?? undefined,
        language,
      };
    },
  };
}
