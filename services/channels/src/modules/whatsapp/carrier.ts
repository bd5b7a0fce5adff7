import type { Carrier, Outcome } from '../delivery/index.ts';
import { nameOfMessage, postJson } from '../provider/index.ts';
import { apiOf, type WhatsApp } from './whatsapp.ts';

/** Recorded with each delivery, and named by what tells of it later. */
export const WHATSAPP = 'WHATSAPP';

/** More than a day since somebody wrote: nothing but a template goes. */
const OUTSIDE_WINDOW = 131_047;
const BUSY: ReadonlySet<number> = new Set([4, 80_007, 130_429, 131_048, 131_056]);
const LONGEST_PARAMETER = 1_000;

/** Sends messages of the Cloud API. `isInWindow`: whether somebody wrote within the last day. */
export function whatsappCarrier(whatsapp: WhatsApp, isInWindow: (to: string) => Promise<boolean>): Carrier {
  const url = `${apiOf(whatsapp)}/${whatsapp.phoneId}/messages`;
  async function send(message: object): Promise<Outcome> {
    const answer = await postJson(
      url,
      { messaging_product: 'whatsapp', recipient_type: 'individual', ...message },
      { authorization: `Bearer ${whatsapp.token}` },
    );
    if ('outcome' in answer) return answer.outcome;
    const { status, body } = answer;
    const { messages, error } = (body ?? {}) as { messages?: { id?: unknown }[]; error?: { code?: unknown } };
    const id = messages?.[0]?.id;
    if (status === 200)
      return {
        kind: 'TAKEN',
        ...(typeof id === 'string' ? { messageIds: [nameOfMessage(whatsapp.appSecret, id)] } : {}),
      };
    const code = Number.isInteger(error?.code) ? (error!.code as number) : status;
    const reason = `WHATSAPP_${code}`;
    if (status === 429 || BUSY.has(code)) return { kind: 'REFUSED_FOR_NOW', reason };
    // Our own token or right is at fault.
    if (status === 401 || status === 403) return { kind: 'REFUSED_FOR_NOW', reason };
    return { kind: status >= 400 && status < 500 ? 'REFUSED_FOR_GOOD' : 'UNCERTAIN', reason };
  }
  const asText = (to: string, body: string) => send({ to, type: 'text', text: { preview_url: false, body } });
  const asTemplate = (to: string, body: string): Promise<Outcome> | Outcome =>
    whatsapp.template === undefined
      ? { kind: 'REFUSED_FOR_GOOD', reason: `WHATSAPP_${OUTSIDE_WINDOW}` }
      : send({
          to,
          type: 'template',
          template: {
            name: whatsapp.template,
            language: { code: 'id' },
            components: [
              {
                type: 'body',
                // A parameter holds no line breaks.
                parameters: [{ type: 'text', text: body.replace(/\s+/gu, ' ').slice(0, LONGEST_PARAMETER) }],
              },
            ],
          },
        });
  return {
    name: WHATSAPP,
    canRepeat: false,
    async carry({ to, body }) {
      const [number, text] = [to.replace(/^\+/, ''), body.trim()];
      // Where it cannot be known the other side decides.
      if (!(await isInWindow(to).catch(() => true))) return asTemplate(number, text);
      const outcome = await asText(number, text);
      const isLate = 'reason' in outcome && outcome.reason === `WHATSAPP_${OUTSIDE_WINDOW}`;
      return isLate ? asTemplate(number, text) : outcome;
    },
  };
}
