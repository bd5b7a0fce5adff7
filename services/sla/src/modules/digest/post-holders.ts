import { z } from 'zod';
import { POST_ROLES, type PostRole, type Tokens } from '@lapor/viewer';

const holder = z.object({ officerId: z.string(), role: z.enum(POST_ROLES), organisationId: z.string() });
const answer = z.object({ holders: z.array(holder) });

/** An officer by a post that is in force. */
export type PostHolder = z.infer<typeof holder>;

/** The owner of posts, asked when digests are made: who is to be told follows the posts of that moment. */
export interface PostHolders {
  /** @param organisationIds `null`: everywhere. */
  find(roles: readonly PostRole[], organisationIds: readonly string[] | null): Promise<readonly PostHolder[]>;
}

/** Asks `organisations` in a process of its own: `POST /internal/officers/holders` with a service token. */
export const httpPostHolders = (organisationsUrl: string, tokens: Tokens): PostHolders => ({
  async find(roles, organisationIds) {
    const response = await fetch(`${organisationsUrl}/internal/officers/holders`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await tokens.signService('sla')}`,
      },
      body: JSON.stringify({ roles, organisationIds }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`organisations answered ${response.status}`);
    return answer.parse(await response.json()).holders;
  },
});
