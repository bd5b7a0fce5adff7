import type { Tokens } from '@lapor/viewer';
import type { Receiver } from './delivery.ts';
import type { Receipt } from './receive.ts';

/** Sends batches to a subscriber in another process: `POST <baseUrl>/internal/events`, signed with the service token. */
export function httpReceiver(baseUrl: string, tokens: Tokens): Receiver {
  return async (source, events) => {
    const response = await fetch(`${baseUrl}/internal/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await tokens.signService(source)}`,
      },
      body: JSON.stringify({ events }),
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) throw new Error(`The subscriber answered ${response.status}`);
    return (await response.json()) as Receipt;
  };
}
