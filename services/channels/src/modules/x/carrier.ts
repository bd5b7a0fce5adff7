import { randomBytes } from 'node:crypto';
import type { Carrier, Outcome } from '../delivery/index.ts';
import { postJson } from '../provider/index.ts';
import { authorise } from './authorise.ts';
import { apiOf, type X } from './x.ts';

const NAME = 'X';
const REST_SECONDS = 60;
const MOST_REST_SECONDS = 900;

/** Sends direct messages, and in public what answers a post: then `replyToken` is its id. */
export function xCarrier(x: X, now: () => number): Carrier {
  let restsUntil = 0;
  async function send(path: string, body: object): Promise<Outcome> {
    if (now() < restsUntil) return { kind: 'REFUSED_FOR_NOW', reason: 'X_RESTS' };
    const url = `${apiOf(x)}${path}`;
    const authorization = authorise(x, 'POST', url, {
      nonce: randomBytes(16).toString('hex'),
      seconds: Math.floor(now() / 1_000),
    });
    const answer = await postJson(url, body, { authorization });
    if ('outcome' in answer) return answer.outcome;
    const { status, headers } = answer;
    const { data } = (answer.body ?? {}) as { data?: { id?: unknown; dm_event_id?: unknown } };
    const id = data?.dm_event_id ?? data?.id;
    if (status === 200 || status === 201)
      return { kind: 'TAKEN', ...(typeof id === 'string' ? { messageIds: [id] } : {}) };
    const reason = `X_${status}`;
    if (status === 429) {
      const reset = Number(headers.get('x-rate-limit-reset')) * 1_000 - now();
      const wait = reset > 0 ? Math.min(reset, MOST_REST_SECONDS * 1_000) : REST_SECONDS * 1_000;
      restsUntil = now() + wait;
      return { kind: 'REFUSED_FOR_NOW', reason };
    }
    if (status === 401) return { kind: 'REFUSED_FOR_NOW', reason };
    return { kind: status >= 400 && status < 500 ? 'REFUSED_FOR_GOOD' : 'UNCERTAIN', reason };
  }
  return {
    name: NAME,
    canRepeat: false,
    carry: ({ to, body, replyToken }) =>
      replyToken === undefined
        ? send(`/2/dm_conversations/with/${encodeURIComponent(to)}/messages`, { text: body.trim() })
        : send('/2/tweets', { text: body.trim(), reply: { in_reply_to_tweet_id: replyToken } }),
  };
}
