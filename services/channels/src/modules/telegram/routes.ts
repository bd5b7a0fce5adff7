import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { takeIn, type Door, type DoorDeps, type IncomingFile } from '../door/index.ts';
import { fetchFile, isSameText, postJson, rawBodies, readJson } from '../provider/index.ts';
import { apiOf, type Telegram } from './telegram.ts';

const LARGEST_BODY_BYTES = 262_144;
/** As large as a photo may be. */
const LARGEST_FILE_BYTES = 10 * 1_048_576;

const file = z.object({ file_id: z.string().min(1).max(300), file_size: z.number().optional() });
/** An update, as far as it is read (Bot API, "Update", "Message"). */
const update = z.object({
  update_id: z.int(),
  message: z
    .object({
      chat: z.object({ id: z.int(), type: z.string() }),
      from: z.object({ is_bot: z.boolean().optional() }).optional(),
      text: z.string().max(4_096).optional(),
      caption: z.string().max(4_096).optional(),
      photo: z.array(file).max(20).optional(),
      document: file.extend({ file_name: z.string().max(300).optional() }).optional(),
    })
    .optional(),
});
type Message = NonNullable<z.infer<typeof update>['message']>;

const filePath = z.object({ result: z.object({ file_path: z.string().regex(/^[\w-]+(?:\/[\w.-]+)+$/) }) });

/** `POST /channels/telegram`: an update of the bot. 200 as soon as it is durable; what is no message of a private chat is let go. */
export async function telegramRoutes(
  server: FastifyInstance,
  deps: DoorDeps & { door: Door },
  telegram: Telegram,
): Promise<void> {
  await server.register(async (scope) => {
    rawBodies(scope, LARGEST_BODY_BYTES);
    scope.post('/channels/telegram', { bodyLimit: LARGEST_BODY_BYTES }, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const given = request.headers['x-telegram-bot-api-secret-token'];
      if (typeof given !== 'string' || !isSameText(given, telegram.webhookSecret))
        return reply
          .code(401)
          .send({ code: 'UNAUTHENTICATED', message: 'The secret token is missing or wrong' });
      const read = update.safeParse(readJson(request.body));
      if (!read.success)
        return reply.code(400).send({ code: 'BAD_USER_INPUT', message: 'Send an update of the Bot API' });
      const { update_id: updateId, message } = read.data;
      // Groups are no place for a report, and bots are nobody.
      if (!message || message.chat.type !== 'private' || message.from?.is_bot) return { taken: false };
      const taken = await takeIn(deps, deps.door, {
        providerMessageId: String(updateId),
        from: String(message.chat.id),
        text: (message.text ?? message.caption ?? '')
          .replace(/^\/(?=\p{L})/u, '')
          .replace(/^(\p{L}+)@\w+/u, '$1'),
        files: () => filesOf(message, telegram),
        isRefusedInFlood: true,
      });
      // Anything else than 200 would hold up what everybody else writes.
      return { taken: taken.kind !== 'FLOOD' };
    });
  });
}

/** The largest size of a photo, or a document; what cannot be had is left out. */
async function filesOf({ photo, document }: Message, telegram: Telegram): Promise<IncomingFile[]> {
  const largest = photo?.toSorted((one, other) => (other.file_size ?? 0) - (one.file_size ?? 0))[0];
  const wanted = document ?? largest;
  if (!wanted || (wanted.file_size ?? 0) > LARGEST_FILE_BYTES) return [];
  const base = apiOf(telegram);
  const asked = await postJson(
    `${base}/bot${telegram.botToken}/getFile`,
    { file_id: wanted.file_id },
    {},
    10_000,
  );
  const found = 'outcome' in asked ? null : filePath.safeParse(asked.body);
  if (!found?.success || found.data.result.file_path.includes('..')) return [];
  const url = new URL(`${base}/file/bot${telegram.botToken}/${found.data.result.file_path}`);
  const content = await fetchFile(url, { origins: [base], largestBytes: LARGEST_FILE_BYTES });
  return content ? [{ name: document?.file_name ?? 'foto-telegram.jpg', content }] : [];
}
