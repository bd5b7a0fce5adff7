import { z } from 'zod';
import type { Tokens } from '@lapor/viewer';

/** An agency admin by a post in force, who can be written to. */
interface Admin {
  officerId: string;
  organisationId: string;
}

/** The owner of posts, asked when something is to be told. Throws when it cannot be asked now. */
export interface AdminBook {
  adminsOf(organisationIds: readonly string[]): Promise<readonly Admin[]>;
}

const answer = z.object({
  holders: z.array(z.object({ officerId: z.string(), organisationId: z.string() })),
});

/** Asks `organisations` in a process of its own: `POST /internal/officers/holders` with a service token. */
export const httpAdminBook = (organisationsUrl: string, tokens: Tokens): AdminBook => ({
  async adminsOf(organisationIds) {
    const response = await fetch(`${organisationsUrl}/internal/officers/holders`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await tokens.signService('channels')}`,
      },
      body: JSON.stringify({ roles: ['AGENCY_ADMIN'], organisationIds }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`The owner of posts answered ${response.status}`);
    return answer.parse(await response.json()).holders;
  },
});
