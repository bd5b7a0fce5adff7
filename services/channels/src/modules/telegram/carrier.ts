import type { Carrier, Outcome } from '../delivery/index.ts';
import { postJson } from '../provider/index.ts';
import { apiOf, nameIn, type Telegram } from './telegram.ts';

const NAME = 'TELEGRAM';

/** Sends messages of the bot (`sendMessage`). The address holds the bot's token and is told to nobody. */
export function telegramCarrier(telegram: Telegram, now: () => number = Date.now): Carrier {
  let restsUntil = 0;
  let lastRefusal: string | null = null;
  async function send(to: string, text: string): Promise<Outcome> {
    if (now() < restsUntil) return { kind: 'REFUSED_FOR_NOW', reason: 'TELEGRAM_RESTS' };
    const answer = await postJson(`${apiOf(telegram)}/bot${telegram.botToken}/sendMessage`, {
      chat_id: Number(to),
      text: text.trim(),
      link_preview_options: { is_disabled: true },
    });
    if ('outcome' in answer) return answer.outcome;
    const { status, body } = answer;
    const { ok, result, parameters } = (body ?? {}) as {
      ok?: unknown;
      result?: { message_id?: unknown };
      parameters?: { retry_after?: unknown };
    };
    if (status === 200 && ok === true) {
      const id = result?.message_id;
      return {
        kind: 'TAKEN',
        ...(Number.isInteger(id) ? { messageIds: [nameIn(telegram, to, Number(id))] } : {}),
      };
    }
    const reason = `TELEGRAM_${status}`;
    if (status === 429) {
      const seconds = Number(parameters?.retry_after ?? 5);
      restsUntil = now() + Math.min(Number.isFinite(seconds) && seconds > 0 ? seconds : 5, 3_600) * 1_000;
      return { kind: 'REFUSED_FOR_NOW', reason };
    }
    // A chat that is gone, or whose owner wants no more; a token that is wrong is our fault.
    if (status === 400 || status === 403) return { kind: 'REFUSED_FOR_GOOD', reason };
    if (status === 401 || status === 404) return { kind: 'REFUSED_FOR_NOW', reason };
    return { kind: 'UNCERTAIN', reason };
  }
  return {
    name: NAME,
    canRepeat: false,
    async carry({ to, body }) {
      const outcome = await send(to, body);
      lastRefusal = outcome.kind === 'TAKEN' ? null : outcome.reason;
      return outcome;
    },
    health: () => [
      {
        name: NAME,
        state: now() < restsUntil ? 'RESTING' : 'UNKNOWN',
        lastRefusal,
        restsUntil: now() < restsUntil ? new Date(restsUntil).toISOString() : null,
      },
    ],
  };
}
