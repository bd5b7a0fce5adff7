import fastify from 'fastify';

/**
 * Stands for the Bot API, written from its documentation (core.telegram.org/bots/api): `sendMessage`, `getFile`, files, 429 with
 * `parameters.retry_after`, 403 of who blocked the bot. Never tried against the real one.
 */
export interface TelegramDouble extends AsyncDisposable {
  url: string;
  token: string;
  sent: { chat_id: number; text: string }[];
  /** How it answers the next messages, in turn. */
  answers: ('TAKEN' | 'BUSY' | 'BLOCKED' | 'BROKEN')[];
  /** Files by their id. */
  files: Map<string, Buffer>;
  /** How often a file was asked for, and fetched. */
  filesAsked: number;
  filesFetched: number;
  /** How it answers the next times a file is asked for, or fetched: a status, with seconds to wait. */
  fileAnswers: { at: 'ASKED' | 'FETCHED'; status: number; retryAfter?: number }[];
}

export async function startTelegramDouble(): Promise<TelegramDouble> {
  const token = `123456:${'t'.repeat(35)}`;
  const server = fastify();
  const double: Omit<TelegramDouble, 'url' | typeof Symbol.asyncDispose> = {
    token,
    sent: [],
    answers: [],
    files: new Map(),
    filesAsked: 0,
    filesFetched: 0,
    fileAnswers: [],
  };
  const answerTo = (at: 'ASKED' | 'FETCHED') =>
    double.fileAnswers[0]?.at === at ? double.fileAnswers.shift() : undefined;
  server.post<{ Params: { bot: string }; Body: { chat_id: number; text: string } }>(
    '/:bot/sendMessage',
    async (request, reply) => {
      if (request.params.bot !== `bot${token}`)
        return reply.code(401).send({ ok: false, error_code: 401, description: 'Unauthorized' });
      const answer = double.answers.shift() ?? 'TAKEN';
      if (answer === 'BUSY')
        return reply.code(429).send({
          ok: false,
          error_code: 429,
          description: 'Too Many Requests: retry after 7',
          parameters: { retry_after: 7 },
        });
      if (answer === 'BLOCKED')
        return reply
          .code(403)
          .send({ ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' });
      if (answer === 'BROKEN') return reply.code(502).send('bad gateway');
      const { chat_id, text } = request.body;
      double.sent.push({ chat_id, text });
      return { ok: true, result: { message_id: double.sent.length, chat: { id: chat_id }, text } };
    },
  );
  server.post<{ Params: { bot: string }; Body: { file_id: string } }>(
    '/:bot/getFile',
    async ({ body }, reply) => {
      double.filesAsked += 1;
      const refused = answerTo('ASKED');
      if (refused)
        return reply.code(refused.status).send({
          ok: false,
          error_code: refused.status,
          ...(refused.retryAfter ? { parameters: { retry_after: refused.retryAfter } } : {}),
        });
      return double.files.has(body.file_id)
        ? { ok: true, result: { file_id: body.file_id, file_path: `photos/${body.file_id}.jpg` } }
        : reply.code(400).send({ ok: false, error_code: 400, description: 'Bad Request: invalid file_id' });
    },
  );
  server.get<{ Params: { bot: string; name: string } }>(
    '/file/:bot/photos/:name',
    async ({ params }, reply) => {
      double.filesFetched += 1;
      const refused = answerTo('FETCHED');
      if (refused) {
        if (refused.retryAfter) reply.header('retry-after', String(refused.retryAfter));
        return reply.code(refused.status).send('');
      }
      return reply.type('application/octet-stream').send(double.files.get(params.name.replace('.jpg', '')));
    },
  );
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return Object.assign(double, { url, [Symbol.asyncDispose]: async () => server.close() });
}
