import fastify, { type FastifyInstance } from 'fastify';
import { Client } from 'pg';
import { movableClock, type MovableClock } from '@lapor/clock';
import { createTestDatabase } from '@lapor/database/testing';
import { createLogger, type Logger } from '@lapor/logging';
import { PUBLIC_VIEWER, type Post } from '@lapor/viewer';
import { migrations } from '../migrations/index.ts';
import { startIdentity, type Identity, type IdentityConfig, type SignInCode } from '../src/index.ts';

export const SERVICE_SECRET = 'service-secret-only-for-tests'.padEnd(40, 's');
export const AUTH_SECRET = 'auth-secret-only-for-tests'.padEnd(40, 'a');
export const ORIGIN = 'https://lapor.example';
export const PASSWORD = 'kata sandi panjang';
export const TOTP_SECRET = 'rahasia-untuk-tes-saja';

export interface RunningIdentity extends AsyncDisposable {
  identity: Identity;
  server: FastifyInstance;
  clock: MovableClock;
  /** Codes that were sent, oldest first. */
  mails: SignInCode[];
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** A browser of its own source with its own cookies. */
  browser(source?: string): Browser;
  /** Tells that an officer holds these posts now. */
  posts(officerId: string, posts: Post[]): Promise<void>;
  /** The last code sent to an address, once background work is done. */
  codeFor(email: string): Promise<string>;
}

export interface Answer {
  status: number;
  body: any;
  text: string;
  headers: Record<string, unknown>;
  setCookies: string[];
}

/** Keeps cookies like a browser does and sends the origin that one would. */
export class Browser {
  readonly cookies = new Map<string, string>();
  constructor(
    private readonly server: FastifyInstance,
    private readonly source: string,
  ) {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  post(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }
  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }
  async send(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await this.server.inject({
      method,
      url: `/auth${path}`,
      ...(body ? { payload: body } : {}),
      headers: {
        origin: ORIGIN,
        'x-lapor-source': this.source,
        ...(this.cookies.size > 0 ? { cookie: this.cookie } : {}),
        ...headers,
      },
    });
    const setCookies = [response.headers['set-cookie'] ?? []].flat();
    for (const line of setCookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (/Max-Age=0/i.test(line)) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
    return {
      status: response.statusCode,
      body: response.body.startsWith('{') ? response.json() : null,
      text: response.body,
      headers: response.headers,
      setCookies,
    };
  }
}

let sources = 0;

/** Identity on a database of its own, behind `/auth` of a server like the gateway's. */
export async function runIdentity(
  config: Partial<IdentityConfig> & { logger?: Logger } = {},
): Promise<RunningIdentity> {
  const test = await createTestDatabase({ schema: 'identity', entities: [], migrations });
  const clock = movableClock('2026-11-20T02:40:00.000Z');
  const mails: SignInCode[] = [];
  const identity = await startIdentity({
    databaseUrl: test.url,
    serviceSecret: SERVICE_SECRET,
    authSecret: AUTH_SECRET,
    clock,
    logger: createLogger('identity', 'silent'),
    publicUrl: ORIGIN,
    mailer: { sendSignInCode: async (message) => void mails.push(message) },
    production: false,
    ...config,
  });
  const admin = new Client({ connectionString: test.adminUrl });
  await admin.connect();
  const server = fastify();
  server.decorateRequest('viewer');
  server.addHook('onRequest', async (request) => {
    request.viewer = PUBLIC_VIEWER;
  });
  await server.register(async (routes) => identity.routes?.(routes));
  let eventId = 0;
  return {
    identity,
    server,
    clock,
    mails,
    async sql<Row>(text: string, values?: unknown[]) {
      return (await admin.query(text, values)).rows as Row[];
    },
    browser: (source = `source-${++sources}`) => new Browser(server, source),
    async posts(officerId, posts) {
      const { failed } = await identity.receiveEvents('organisations', [
        {
          id: ++eventId,
          stream: officerId,
          type: 'officer.posts-changed',
          occurredAt: clock.now().toISOString(),
          payload: { officerId, posts },
        },
      ]);
      if (failed.length > 0) throw new Error(failed[0]!.reason);
    },
    async codeFor(email) {
      await identity.settle();
      const mail = mails.findLast(({ to }) => to === email);
      if (!mail) throw new Error(`No code was sent to ${email}`);
      return mail.code;
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await admin.end();
      await identity[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
    },
  };
}
