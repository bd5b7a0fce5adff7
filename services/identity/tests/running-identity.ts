import fastify, { type FastifyInstance } from 'fastify';
import { Client } from 'pg';
import { movableClock, type MovableClock } from '@lapor/clock';
import { createTestDatabase } from '@lapor/database/testing';
import type { PayloadOf } from '@lapor/events';
import { createLogger, type Logger } from '@lapor/logging';
import { PUBLIC_VIEWER, type Post } from '@lapor/viewer';
import { migrations } from '../migrations/index.ts';
import {
  startIdentity,
  type AccountMessage,
  type Identity,
  type IdentityConfig,
  type OfficerContact,
  type PhoneCode,
} from '../src/index.ts';

export const SERVICE_SECRET = 'service-secret-only-for-tests'.padEnd(40, 's');
export const AUTH_SECRET = 'auth-secret-only-for-tests'.padEnd(40, 'a');
export const ORIGIN = 'https://lapor.example';
export const PASSWORD = 'kata sandi panjang';
export const TOTP_SECRET = 'rahasia-untuk-tes-saja';

/** A post as `organisations` tells it; running without an end when nothing else is said. */
export type ToldPost = Post & Partial<PayloadOf<'officer.posts-changed'>['posts'][number]>;

export interface RunningIdentity extends AsyncDisposable {
  identity: Identity;
  server: FastifyInstance;
  databaseUrl: string;
  clock: MovableClock;
  /** Mails that were sent, oldest first. */
  mails: AccountMessage[];
  /** Codes that were sent to phones, oldest first. */
  phoneCodes: PhoneCode[];
  /** Officers as `organisations` knows them. */
  directory: Map<string, OfficerContact>;
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Empties all tables of accounts, and what was sent. */
  reset(): Promise<void>;
  /** A browser of its own source with its own cookies. */
  browser(source?: string): Browser;
  /** Tells that an officer holds these posts now. */
  posts(officerId: string, posts: readonly ToldPost[], more?: { isSuspended?: boolean }): Promise<void>;
  /** Tells that an officer is to get a link; answers with the secret of the link once it was mailed. */
  invite(
    officerId: string,
    more?: Partial<PayloadOf<'officer.invited'>>,
  ): Promise<{ token: string; mail: AccountMessage }>;
  /** Tells that an officer has another name. */
  rename(officerId: string): Promise<void>;
  /** The last code sent to an address, once background work is done. */
  codeFor(email: string): Promise<string>;
  /** Events that were told to others, oldest first. */
  events(): Promise<{ type: string; payload: Record<string, unknown> }[]>;
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
    readonly publicUrl: string,
  ) {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  post(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }
  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }
  put(path: string, body: object = {}): Promise<Answer> {
    return this.send('PUT', path, body);
  }
  delete(path: string, body?: object): Promise<Answer> {
    return this.send('DELETE', path, body);
  }
  async send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await this.server.inject({
      method,
      url: `/auth${path}`,
      ...(body ? { payload: body } : {}),
      headers: {
        origin: this.publicUrl,
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
      body: /^[{[]/.test(response.body) ? response.json() : null,
      text: response.body,
      headers: response.headers,
      setCookies,
    };
  }
}

let sources = 0;
let invitations = 0;
export const START = '2026-11-20T02:40:00.000Z';

/** Identity on a database of its own (or on another one's, as a second process), behind `/auth` of a server like the gateway's. */
export async function runIdentity(
  config: Partial<IdentityConfig> & { logger?: Logger } = {},
  databaseUrl?: string,
): Promise<RunningIdentity> {
  const test = databaseUrl
    ? { url: databaseUrl, adminUrl: databaseUrl, [Symbol.asyncDispose]: async () => {} }
    : await createTestDatabase({ schema: 'identity', entities: [], migrations });
  const clock = movableClock(START);
  const mails: AccountMessage[] = [];
  const phoneCodes: PhoneCode[] = [];
  const directory = new Map<string, OfficerContact>();
  const identity = await startIdentity({
    databaseUrl: test.url,
    serviceSecret: SERVICE_SECRET,
    authSecret: AUTH_SECRET,
    clock,
    logger: createLogger('identity', 'silent'),
    publicUrl: ORIGIN,
    mailer: { send: async (message) => void mails.push(message) },
    phoneMessenger: { sendCode: async (message) => void phoneCodes.push(message) },
    officerDirectory: { contactOf: async (officerId) => directory.get(officerId) ?? null },
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
  const tell = async (type: string, stream: string, payload: object) => {
    const { failed } = await identity.receiveEvents('organisations', [
      { id: ++eventId, stream, type, occurredAt: clock.now().toISOString(), payload },
    ]);
    if (failed.length > 0) throw new Error(failed[0]!.reason);
  };
  return {
    identity,
    server,
    databaseUrl: test.url,
    clock,
    mails,
    phoneCodes,
    directory,
    async sql<Row>(text: string, values?: unknown[]) {
      return (await admin.query(text, values)).rows as Row[];
    },
    async reset() {
      mails.length = 0;
      phoneCodes.length = 0;
      directory.clear();
      clock.set(START);
      // The audit log refuses to be emptied, whoever asks: only here, by a superuser, its trigger is put aside.
      await admin.query(`set session_replication_role = replica`);
      await admin.query(
        `truncate identity.account, identity.account_post, identity.officer_standing, identity.invitation, identity.verification,
           identity.rate_limit, identity.address_attempt, identity.one_time_code, identity.passkey_challenge, identity.oidc_provider,
           identity.audit_entry, identity.event cascade`,
      );
      await admin.query(`set session_replication_role = origin`);
    },
    browser: (source = `source-${++sources}`) => new Browser(server, source, config.publicUrl ?? ORIGIN),
    posts: (officerId, posts, { isSuspended = false } = {}) =>
      tell('officer.posts-changed', officerId, {
        officerId,
        isSuspended,
        posts: posts.map((post) => ({
          from: '2026-01-01T00:00:00.000Z',
          until: null,
          onBehalfOf: null,
          ...post,
        })),
      }),
    async invite(officerId, more = {}) {
      const at = clock.now();
      await tell('officer.invited', officerId, {
        invitationId: `invitation-${++invitations}`,
        officerId,
        isRenewal: false,
        console: 'agency',
        at: at.toISOString(),
        expiresAt: new Date(at.getTime() + 7 * 86_400_000).toISOString(),
        ...more,
      });
      await identity.settle();
      const mail = mails.findLast(({ template }) => template.startsWith('invitation'));
      if (!mail) throw new Error('No invitation was mailed');
      return { token: mail.facts.token!, mail };
    },
    async rename(officerId) {
      await tell('officer.renamed', officerId, { officerId, at: clock.now().toISOString() });
      await identity.settle();
    },
    async codeFor(email) {
      await identity.settle();
      const mail = mails.findLast(({ to, facts }) => to === email && facts.code);
      if (!mail) throw new Error(`No code was sent to ${email}`);
      return mail.facts.code!;
    },
    events: async () =>
      (await admin.query('select type, payload from identity.event order by id')).rows as {
        type: string;
        payload: Record<string, unknown>;
      }[],
    async [Symbol.asyncDispose]() {
      await server.close();
      await admin.end();
      await identity[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
    },
  };
}
