import { z } from 'zod';
import type { Tokens } from '@lapor/viewer';
import type { ReplyBook } from '../door/index.ts';

const opened = z.object({ reportId: z.string(), number: z.string(), grant: z.string() });

/** Asks `reports` (`POST /internal/replies`, with a service token; 404: the token names no report). */
export const httpReplyBook = ({ reportsUrl, tokens }: { reportsUrl: string; tokens: Tokens }): ReplyBook => ({
  async open(token) {
    const response = await fetch(`${reportsUrl}/internal/replies`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await tokens.signService('channels')}`,
      },
      body: JSON.stringify({ token }),
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`The owner of reports answered ${response.status}`);
    return opened.parse(await response.json());
  },
});
