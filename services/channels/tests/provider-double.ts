import fastify, { type FastifyRequest } from 'fastify';

/** What a provider was asked to send. */
export interface AskedToSend {
  path: string;
  authorization: string;
  body: Record<string, any>;
}

/** Stands for the API of a provider that takes JSON; how it answers is the test's. */
export interface ProviderDouble extends AsyncDisposable {
  url: string;
  asked: AskedToSend[];
  /** Answers in turn; afterwards `taken`. */
  answers: { status: number; body: object; headers?: Record<string, string> }[];
  /** What is had by GET, by its path: JSON, or bytes; a status: refused, and in turn where there are several. */
  things: Map<string, object | Buffer | (object | Buffer | number)[]>;
  /** What was asked for by GET. */
  had: { path: string; authorization: string }[];
}

export async function startProviderDouble(taken: (count: number) => object): Promise<ProviderDouble> {
  const server = fastify();
  const double: Omit<ProviderDouble, 'url' | typeof Symbol.asyncDispose> = {
    asked: [],
    answers: [],
    things: new Map(),
    had: [],
  };
  server.post('/*', async (request: FastifyRequest<{ Body: Record<string, any> }>, reply) => {
    const { url: path, body, headers } = request;
    double.asked.push({ path, body, authorization: headers.authorization ?? '' });
    const answer = double.answers.shift() ?? { status: 200, body: taken(double.asked.length) };
    return reply
      .code(answer.status)
      .headers(answer.headers ?? {})
      .send(answer.body);
  });
  server.get('/*', async ({ url: path, headers }, reply) => {
    double.had.push({ path, authorization: headers.authorization ?? '' });
    const known = double.things.get(path);
    const thing = Array.isArray(known) && !Buffer.isBuffer(known) ? known.shift() : known;
    if (thing === undefined || typeof thing === 'number') return reply.code(thing ?? 404).send({});
    return Buffer.isBuffer(thing) ? reply.type('image/jpeg').send(thing) : thing;
  });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return Object.assign(double, { url, [Symbol.asyncDispose]: async () => server.close() });
}
