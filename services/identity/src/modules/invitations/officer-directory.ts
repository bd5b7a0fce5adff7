import { z } from 'zod';
import type { Tokens } from '@lapor/viewer';

/** Name and address of an officer, as `organisations` knows them. */
export interface OfficerContact {
  name: string;
  email: string;
}

/** The owner of officers' names and addresses, asked at the moment of need; `null` when there is no such officer. Throws when it cannot be asked now. */
export interface OfficerDirectory {
  contactOf(officerId: string): Promise<OfficerContact | null>;
}

const contact = z.object({ name: z.string(), email: z.string() });

/** Asks `organisations` in another process: `POST <baseUrl>/internal/officers/contact` with a service token. 404 means nobody. */
export function httpOfficerDirectory(baseUrl: string, tokens: Tokens): OfficerDirectory {
  return {
    async contactOf(officerId) {
      const response = await fetch(`${baseUrl}/internal/officers/contact`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await tokens.signService('identity')}`,
        },
        body: JSON.stringify({ officerId }),
        signal: AbortSignal.timeout(10_000),
      });
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`The directory of officers answered ${response.status}`);
      return contact.parse(await response.json());
    },
  };
}
