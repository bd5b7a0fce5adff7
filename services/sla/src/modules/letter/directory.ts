import { z } from 'zod';
import type { Tokens } from '@lapor/viewer';

/** What a letter says of an organisation: names of offices, never of a person. */
export interface LetterParty {
  organisationName: string;
  /** Title of its highest official: Wali Kota, Menteri, Kepala Dinas … */
  title: string;
  /** Postal address, where it is known. */
  address: string | null;
}

/** `organisations`, asked when a letter is made. */
export interface Directory {
  /** `null` for an unknown organisation. Throws when it cannot be asked now. */
  partyOf(organisationId: string): Promise<LetterParty | null>;
}

const answer = z.object({
  organisationName: z.string(),
  title: z.string(),
  address: z.string().nullish(),
});

/** `POST <organisations>/internal/heads/contact`, with a service token. */
export const httpDirectory = (organisationsUrl: string, tokens: Tokens): Directory => ({
  async partyOf(organisationId) {
    const response = await fetch(`${organisationsUrl}/internal/heads/contact`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await tokens.signService('sla')}`,
      },
      body: JSON.stringify({ organisationId }),
      signal: AbortSignal.timeout(2_000),
    });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`organisations answered ${response.status}`);
    const { organisationName, title, address } = answer.parse(await response.json());
    return { organisationName, title, address: address ?? null };
  },
});
