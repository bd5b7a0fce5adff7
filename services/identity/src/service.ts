import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import { openDatabase } from '@lapor/database';
import { receiveEvents } from '@lapor/events';
import { createJobs } from '@lapor/jobs';
import type { Logger } from '@lapor/logging';
import type { Service } from '@lapor/subgraph';
import { createTokens, type Viewer } from '@lapor/viewer';
import { migrations } from '../migrations/index.ts';
import {
  currentTotp,
  emailOfAccount,
  registerAccount,
  type CurrentCode,
  type AccountInput,
} from './modules/accounts/index.ts';
import {
  apiKeyRoutes,
  createApiKey,
  issueKey,
  revokeApiKey,
  type CreateApiKeyInput,
  type CreateApiKeyResult,
  type RevokeApiKeyResult,
} from './modules/api-keys/index.ts';
import type { Mailer } from './modules/mailer/index.ts';
import { copyPosts } from './modules/posts/index.ts';
import { authRoutes, createAuth, tidy } from './modules/sign-in/index.ts';
import { authenticate, type AuthenticatedViewer, type Credentials } from './modules/viewer/index.ts';

export const SCHEMA = 'identity';

export interface IdentityConfig {
  databaseUrl: string;
  /** Shared by all services; signs the viewer for a gateway in another process. */
  serviceSecret: string;
  /** This service's own: signs cookies, encrypts second factors, keys the hashes of API keys and codes. */
  authSecret: string;
  clock: Clock;
  logger: Logger;
  /** Origin of the platform; `https` makes cookies secure. */
  publicUrl: string;
  mailer: Mailer;
  /** No seeding and no showing of second-factor codes. */
  production: boolean;
}

/** An analyst for demonstration, with the post that the key needs. */
export interface AnalystKeyInput extends Omit<AccountInput, 'totpSecret'> {
  organisationId: string;
  label: string;
  days?: number;
}

/** The running service. It has no part in the graph and no events of its own. */
export interface Identity extends Service {
  /** Who asks; `null` for nobody. */
  authenticate(headers: Credentials): Promise<AuthenticatedViewer | null>;
  /** Proved mail address of an account, for the sender of messages only; `null` when there is none. */
  emailOfAccount(accountId: string): Promise<string | null>;
  createApiKey(input: CreateApiKeyInput, viewer: Viewer): Promise<CreateApiKeyResult>;
  revokeApiKey(input: { keyId: string }, viewer: Viewer): Promise<RevokeApiKeyResult>;
  /** Seeding, refused in production. Returns the account's id; an address that is registered already is left as it is. */
  registerOfficerAccount(input: AccountInput): Promise<string>;
  /** Seeding, refused in production. As above, for a citizen. */
  registerCitizenAccount(input: AccountInput): Promise<string>;
  /** Seeding, refused in production. Returns a new key of an analyst, whose account is made when it is missing. */
  registerAnalystKey(input: AnalystKeyInput): Promise<string>;
  /** For the page of demo accounts, refused in production. */
  currentTotp(accountId: string): Promise<CurrentCode | null>;
}

const credentials = z.object({
  cookie: z.string().max(8192).nullish(),
  authorization: z.string().max(1024).nullish(),
});

const addressQuestion = z.object({ accountId: z.string().max(100) });

/** Starts accounts, sessions and keys. */
export async function startIdentity(config: IdentityConfig): Promise<Identity> {
  const { clock, logger, publicUrl, authSecret } = config;
  const database = await openDatabase({ url: config.databaseUrl, schema: SCHEMA, entities: [], migrations });
  try {
    await database.migrate();
    const background = new Set<Promise<unknown>>();
    const auth = createAuth({
      database,
      clock,
      logger,
      mailer: config.mailer,
      publicUrl,
      authSecret,
      inBackground(work) {
        background.add(work);
        void work.finally(() => background.delete(work));
      },
    });
    const { authCookies } = await auth.$context;
    const keys = { database, clock, keySecret: authSecret };
    const asking = { ...keys, authSecret, sessionCookie: authCookies.sessionToken.name };
    const tokens = createTokens(config.serviceSecret);
    const jobs = createJobs({
      database,
      logger,
      tasks: { tidy: () => tidy(database) },
      crontab: '17 * * * * tidy',
      concurrency: 1,
      pollMilliseconds: 60_000,
    });
    await jobs.migrate();
    const notInProduction = () => {
      if (config.production) throw new Error('There are no demo accounts in production');
    };

    return {
      name: 'identity',
      receiveEvents: (source, events) =>
        receiveEvents(database, source, events, { 'officer.posts-changed': copyPosts }, () => clock.now()),
      connect: () => jobs.start(),
      ready: () => database.ping(),
      async settle() {
        await Promise.all(background);
        return jobs.runOnce();
      },
      authenticate: (headers) => authenticate(asking, headers),
      emailOfAccount: (accountId) => emailOfAccount(database, accountId),
      createApiKey: (input, viewer) => createApiKey(keys, input, viewer),
      revokeApiKey: (input, viewer) => revokeApiKey(keys, input, viewer),
      async registerOfficerAccount(input) {
        notInProduction();
        return registerAccount({ database, clock, auth }, 'officer', input);
      },
      async registerCitizenAccount(input) {
        notInProduction();
        return registerAccount({ database, clock, auth }, 'citizen', input);
      },
      async registerAnalystKey({ organisationId, label, days = 365, ...staff }) {
        notInProduction();
        const accountId = await registerAccount({ database, clock, auth }, 'analyst', staff);
        await database.query(
          'analyst-post',
          `insert into account_post (account_id, role, organisation_id) values ($1, 'ANALYST', $2) on conflict do nothing`,
          [accountId, organisationId],
        );
        const issued = await issueKey(keys, { accountId, label, scopes: ['graph:read'], days }, undefined);
        return issued!.key;
      },
      async currentTotp(accountId) {
        notInProduction();
        return currentTotp({ database, auth }, accountId);
      },
      routes: (server) =>
        authRoutes(server, {
          auth,
          publicUrl,
          authSecret,
          logger,
          furtherRoutes: (routes) =>
            apiKeyRoutes(routes, keys, ({ headers: { cookie } }) => authenticate(asking, { cookie })),
        }),
      async internalRoutes(server) {
        server.post('/internal/authenticate', async (request, reply) => {
          const asked = credentials.safeParse(request.body);
          if (!asked.success) return reply.code(400).send({ error: 'invalid credentials' });
          const { cookie, authorization } = asked.data;
          const viewer = await authenticate(asking, {
            cookie: cookie ?? undefined,
            authorization: authorization ?? undefined,
          });
          return { token: viewer ? await tokens.signViewer(viewer) : null };
        });
        server.post('/internal/addresses', async (request, reply) => {
          const asked = addressQuestion.safeParse(request.body);
          if (!asked.success) return reply.code(400).send({ error: 'invalid question' });
          const email = await emailOfAccount(database, asked.data.accountId);
          return email === null ? reply.code(404).send({ error: 'unknown' }) : { email };
        });
      },
      async [Symbol.asyncDispose]() {
        await jobs.stop();
        await Promise.all(background);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
