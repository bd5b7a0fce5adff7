import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { takeIn, type Door, type DoorDeps, type Received, type ToldFile } from '../door/index.ts';
import { rawBodies, readJson } from '../provider/index.ts';
import type { X } from './x.ts';

const LARGEST_BODY_BYTES = 1_048_576;
const id = z.string().regex(/^\d{1,20}$/);
/** What X asks with. Its answer is what signs a callback too, so that nothing is signed that could be one. */
const CHALLENGE = /^[A-Za-z0-9_=-]{1,100}$/;

/** Activities, as far as they are read (Account Activity API). */
const activity = z.object({
  for_user_id: id,
  direct_message_events: z.array(z.unknown()).max(200).optional(),
  tweet_create_events: z.array(z.unknown()).max(200).optional(),
});
const directMessage = z.object({
  id,
  type: z.literal('message_create'),
  message_create: z.object({
    sender_id: id,
    message_data: z.object({
      text: z.string().max(10_000),
      attachment: z.object({ type: z.string(), media: z.unknown().optional() }).optional(),
    }),
  }),
});
/** "Media" of a direct message; its short address stands at the end of the words, too. */
const media = z.object({
  type: z.string(),
  media_url_https: z.url().max(500),
  url: z.string().min(1).max(200).optional(),
});
const post = z.object({
  id_str: id,
  user: z.object({ id_str: id }),
  retweeted_status: z.unknown().optional(),
  entities: z.object({ user_mentions: z.array(z.object({ id_str: z.string() })).max(100) }).optional(),
});

/** `/channels/x`: `GET` answers the challenge of X, `POST` takes direct messages and mentions. */
export async function xRoutes(server: FastifyInstance, deps: DoorDeps & { door: Door }, x: X): Promise<void> {
  await server.register(async (scope) => {
    rawBodies(scope, LARGEST_BODY_BYTES);
    scope.get<{ Querystring: { crc_token?: unknown } }>('/channels/x', async ({ query }, reply) => {
      const { crc_token: token } = query;
      if (typeof token !== 'string' || !CHALLENGE.test(token))
        return reply
          .code(400)
          .send({ code: 'BAD_USER_INPUT', message: 'crc_token is missing, or no challenge' });
      reply.header('cache-control', 'no-store');
      return { response_token: signatureOf(x.consumerSecret, Buffer.from(token)) };
    });
    scope.post('/channels/x', { bodyLimit: LARGEST_BODY_BYTES }, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (!isSigned(x.consumerSecret, request.headers['x-twitter-webhooks-signature'], body))
        return reply
          .code(401)
          .send({ code: 'UNAUTHENTICATED', message: 'The signature is missing or wrong' });
      const read = activity.safeParse(readJson(body));
      if (!read.success)
        return reply.code(400).send({ code: 'BAD_USER_INPUT', message: 'Send activities of an account' });
      if (read.data.for_user_id !== x.userId) return { taken: false };
      // What one sender writes too much of holds up nobody else.
      for (const received of receivedIn(read.data, x))
        await takeIn(deps, deps.door, { ...received, isRefusedInFlood: true });
      return { taken: true };
    });
  });
}

/** What others wrote to the account; its own words are none. */
function receivedIn(
  { direct_message_events: messages = [], tweet_create_events: posts = [] }: z.infer<typeof activity>,
  x: X,
): Received[] {
  const received: Received[] = [];
  for (const one of messages) {
    const known = directMessage.safeParse(one);
    if (!known.success || known.data.message_create.sender_id === x.userId) continue;
    const { sender_id: from, message_data: data } = known.data.message_create;
    received.push({ providerMessageId: `dm ${known.data.id}`, from, ...wordsAndFiles(data) });
  }
  for (const one of posts) {
    const known = post.safeParse(one);
    if (!known.success || known.data.user.id_str === x.userId || known.data.retweeted_status) continue;
    if (!known.data.entities?.user_mentions.some((mention) => mention.id_str === x.userId)) continue;
    const { id_str: postId, user } = known.data;
    // Its words stay where they are: in public.
    received.push({ providerMessageId: `post ${postId}`, from: user.id_str, text: '', postId });
  }
  return received;
}

/** A photo by its address, which is looked at when it is fetched; nothing else can be had. */
function wordsAndFiles({
  text,
  attachment,
}: z.infer<typeof directMessage>['message_create']['message_data']): {
  text: string;
  files: ToldFile[];
} {
  if (attachment?.type !== 'media') return { text, files: [] };
  const known = media.safeParse(attachment.media);
  if (!known.success) return { text, files: [{ name: 'foto-x.jpg', refused: 'GONE' }] };
  const { type, media_url_https: handle, url } = known.data;
  const words = url ? text.replace(url, '').trim() : text;
  if (type !== 'photo') return { text: words, files: [{ name: 'video', refused: 'NO_VIDEO' }] };
  return { text: words, files: [{ name: 'foto-x.jpg', handle }] };
}

/** `sha256=` and HMAC-SHA-256 under the app's secret, in Base64. */
export const signatureOf = (secret: string, bytes: Uint8Array): string =>
  `sha256=${createHmac('sha256', secret).update(bytes).digest('base64')}`;

function isSigned(secret: string, given: string | string[] | undefined, body: Uint8Array): boolean {
  const expected = Buffer.from(signatureOf(secret, body));
  const bytes = Buffer.from(typeof given === 'string' ? given : '');
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
