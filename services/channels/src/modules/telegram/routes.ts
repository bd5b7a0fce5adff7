import type { FastifyInstance } from 'fastify';
import { takeIn, type Door, type DoorDeps } from '../door/index.ts';
import { isSameText, rawBodies, readJson } from '../provider/index.ts';
import { filesIn, message as known, namesIn, placeIn, update } from './read-update.ts';
import type { Telegram } from './telegram.ts';

const LARGEST_BODY_BYTES = 262_144;

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
      const { update_id: updateId, edited_message: changed } = read.data;
      const message = known.safeParse(read.data.message ?? changed).data;
      // Groups are no place for a report, and bots are nobody.
      if (!message || message.chat.type !== 'private' || message.from?.is_bot) return { taken: false };
      // A live location moves on: its first point was taken, and nobody writes a place anew.
      if (changed && (message.location || message.venue)) return { taken: false };
      const taken = await takeIn(deps, deps.door, {
        providerMessageId: String(updateId),
        from: String(message.chat.id),
        text: (message.text ?? message.caption ?? '')
          .replace(/^\/(?=\p{L})/u, '')
          .replace(/^(\p{L}+)@\w+/u, '$1'),
        // Of a message that was changed the files are here already.
        files: changed ? [] : filesIn(message),
        names: namesIn(message, changed !== undefined, telegram),
        place: placeIn(message),
        isRefusedInFlood: true,
      });
      // Anything else than 200 would hold up what everybody else writes.
      return { taken: taken.kind !== 'FLOOD' };
    });
  });
}
