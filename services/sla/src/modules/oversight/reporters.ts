import { z } from 'zod';
import type { Tokens, Viewer } from '@lapor/viewer';

const answer = z.object({ isReporter: z.boolean() });

/** Asks `reports` whether a viewer filed a report: `POST <reports>/internal/reports/reporter`, the viewer as a signed token. */
export const httpReporters =
  (reportsUrl: string, tokens: Tokens) =>
  async (viewer: Viewer, reportId: string): Promise<boolean> => {
    const response = await fetch(`${reportsUrl}/internal/reports/reporter`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await tokens.signService('sla')}`,
      },
      body: JSON.stringify({ reportId, viewer: await tokens.signViewer(viewer) }),
      signal: AbortSignal.timeout(2_000),
    });
    if (!response.ok) throw new Error(`reports answered ${response.status}`);
    return answer.parse(await response.json()).isReporter;
  };
