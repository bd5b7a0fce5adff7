import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import { openDatabase } from '@lapor/database';
import { createDelivery, receiveEvents, type Delivery } from '@lapor/events';
import { createJobs } from '@lapor/jobs';
import type { Logger } from '@lapor/logging';
import { createSealer } from '@lapor/sealing';
import type { Service } from '@lapor/subgraph';
import { createTokens, type Viewer } from '@lapor/viewer';
import { migrations } from '../migrations/index.ts';
import type { Deps } from './deps.ts';
import { guard } from './http/guard.ts';
import { createRoutes } from './http/routes.ts';
import {
  accountRoutes,
  currentTotp,
  emailOfAccount,
  registerAccount,
  type CurrentCode,
  type AccountInput,
} from './modules/accounts/index.ts';
import {
  apiKeyRoutes,
  createApiKey,
  createApiKeyInput,
  createKeyGate,
  issueKey,
  KeyLimitReached,
  revokeApiKey,
  type CreateApiKeyInput,
  type CreateApiKeyResult,
  type RevokeApiKeyResult,
} from './modules/api-keys/index.ts';
import { auditRoutes } from './modules/audit/index.ts';
import {
  invitationRoutes,
  receiveInvitation,
  sendInvitation,
  SEND_INVITATION_TASK,
  takeOverName,
  TAKE_OVER_NAME_TASK,
  type OfficerDirectory,
} from './modules/invitations/index.ts';
import type { Mailer } from './modules/mailer/index.ts';
import { agencySignInRoutes, createRelyingClient } from './modules/oidc/index.ts';
import { passkeyRoutes } from './modules/passkeys/index.ts';
import { passwordRoutes } from './modules/passwords/index.ts';
import { phoneRoutes, type PhoneMessenger } from './modules/phone/index.ts';
import { copyPosts } from './modules/posts/index.ts';
import { secondFactorRoutes } from './modules/second-factor/index.ts';
import { sessionCookieName, sessionRoutes } from './modules/sessions/index.ts';
import { beginSecondStep, createAuth, signInRoutes, tidy } from './modules/sign-in/index.ts';
import {
  authenticate,
  isComplete,
  sessionOf,
  viewerOf,
  type AuthenticatedViewer,
  type Credentials,
} from './modules/viewer/index.ts';

export const SCHEMA = 'identity';

export interface IdentityConfig {
  databaseUrl: string;
  /** Shared by all services; signs the viewer for a gateway in another process. */
  serviceSecret: string;
  /** This service's own: signs cookies, encrypts second factors, seals phone numbers, keys the hashes of API keys and codes. */
  authSecret: string;
  clock: Clock;
  logger: Logger;
  /** Origin of the platform; `https` makes cookies secure, and passkeys are good for its host only. */
  publicUrl: string;
  mailer: Mailer;
  /** Takes codes to phones; absent: phone numbers are not verified here. */
  phoneMessenger?: PhoneMessenger | undefined;
  /** Whom to ask for an invited officer's name and address. */
  officerDirectory: OfficerDirectory;
  /** No seeding and no showing of second-factor codes; agencies' own sign-ins over https at public addresses only. */
  production: boolean;
}

/** An analyst for demonstration, with the post that the key needs. */
export interface AnalystKeyInput extends Omit<AccountInput, 'totpSecret'> {
  organisationId: string;
  label: string;
  days?: number;
}

/** The running service. It has no part in the graph. */
export interface Identity extends Service {
  /** Who asks; `null` for nobody. @throws KeyLimitReached (status 429) when an API key is used too often. */
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
  const relyingClient = createRelyingClient({ isStrict: config.production });
  try {
    await database.migrate();
    const background = new Set<Promise<unknown>>();
    let delivery: Delivery | undefined;
    const jobs = createJobs({
      database,
      logger,
      tasks: {
        tidy: () => tidy({ database, clock }),
        // Built when it runs: it needs what is made below.
        [SEND_INVITATION_TASK]: (payload, run) => sendInvitation(deps)(payload, run),
        [TAKE_OVER_NAME_TASK]: (payload, run) => takeOverName(deps)(payload, run),
      },
      crontab: '17 * * * * tidy',
      concurrency: 1,
      pollMilliseconds: 60_000,
    });
    const deps: Deps = {
      database,
      clock,
      logger,
      jobs,
      mailer: config.mailer,
      phoneMessenger: config.phoneMessenger,
      officerDirectory: config.officerDirectory,
      sealer: createSealer([authSecret], 'identity'),
      publicUrl,
      authSecret,
      production: config.production,
      inBackground(work) {
        const watched = work.catch((error: unknown) =>
          logger.error({ err: error }, 'Work after an answer failed'),
        );
        background.add(watched);
        void watched.finally(() => background.delete(watched));
      },
      eventsCommitted: () => delivery?.wake(),
    };
    await jobs.migrate();
    const auth = createAuth(deps);
    const keyGate = createKeyGate({ database, clock, logger });
    const asking = { database, clock, keyGate, authSecret, sessionCookie: sessionCookieName(deps) };
    const tokens = createTokens(config.serviceSecret);
    const sessionOfCookie = (cookie: string | undefined) => sessionOf(asking, cookie);
    const notInProduction = () => {
      if (config.production) throw new Error('There are no demo accounts in production');
    };

    return {
      name: 'identity',
      receiveEvents: (source, events) =>
        receiveEvents(
          database,
          source,
          events,
          {
            'officer.posts-changed': (em, batch) => copyPosts(em, batch, clock.now()),
            'officer.invited': async (em, batch) => {
              for (const { payload } of batch) await receiveInvitation(em, deps, payload);
            },
            'officer.renamed': async (em, batch) => {
              for (const officerId of new Set(batch.map(({ payload }) => payload.officerId)))
                await jobs.enqueue(em, TAKE_OVER_NAME_TASK, { officerId }, { key: `name ${officerId}` });
            },
          },
          () => clock.now(),
        ),
      connect(receivers) {
        delivery = createDelivery({ source: 'identity', database, receivers, logger });
        delivery.start();
        jobs.start();
        keyGate.start();
      },
      ready: () => database.ping(),
      health: async () => ({
        jobs: await jobs.health(),
        outbox: (await delivery?.health()) ?? [],
        waiting: [],
      }),
      async settle() {
        await Promise.all(background);
        const written = await keyGate.flush();
        return written + (await jobs.runOnce()) + ((await delivery?.drain()) ?? 0);
      },
      authenticate: (headers) => authenticate(asking, headers),
      emailOfAccount: (accountId) => emailOfAccount(database, accountId),
      createApiKey: (input, viewer) => createApiKey(deps, input, viewer),
      revokeApiKey: (input, viewer) => revokeApiKey(deps, input, viewer),
      async registerOfficerAccount(input) {
        notInProduction();
        return registerAccount(deps, 'officer', input).finally(deps.eventsCommitted);
      },
      async registerCitizenAccount(input) {
        notInProduction();
        return registerAccount(deps, 'citizen', input);
      },
      async registerAnalystKey({ organisationId, label, days = 365, ...staff }) {
        notInProduction();
        const accountId = await registerAccount(deps, 'analyst', staff);
        await database.query(
          'analyst-post',
          `insert into account_post (account_id, role, organisation_id)
           select $1, 'ANALYST', $2 where not exists (select 1 from account_post where account_id = $1 and organisation_id = $2)`,
          [accountId, organisationId],
        );
        const issued = await issueKey(deps, createApiKeyInput.parse({ accountId, label, days }), undefined);
        return issued!.key;
      },
      async currentTotp(accountId) {
        notInProduction();
        return currentTotp(deps, accountId);
      },
      async routes(server) {
        await server.register(async (scope: FastifyInstance) => {
          guard(scope, deps);
          signInRoutes(scope, { ...deps, auth, sessionOf: sessionOfCookie });
          const routes = createRoutes(scope, { ...deps, sessionOf: sessionOfCookie, isComplete });
          sessionRoutes(routes, deps);
          invitationRoutes(routes, deps);
          passwordRoutes(routes, deps);
          secondFactorRoutes(routes, deps);
          passkeyRoutes(routes, deps);
          accountRoutes(routes, deps);
          phoneRoutes(routes, deps);
          apiKeyRoutes(routes, { ...deps, keyGate }, viewerOf);
          auditRoutes(routes, deps, viewerOf);
          const secondStep = (accountId: string) => beginSecondStep({ auth, deps }, accountId);
          agencySignInRoutes(routes, { ...deps, relyingClient, beginSecondStep: secondStep }, viewerOf);
        });
      },
      async internalRoutes(server) {
        server.post('/internal/authenticate', async (request, reply) => {
          const asked = credentials.safeParse(request.body);
          if (!asked.success) return reply.code(400).send({ error: 'invalid credentials' });
          const { cookie, authorization } = asked.data;
          try {
            const viewer = await authenticate(asking, {
              cookie: cookie ?? undefined,
              authorization: authorization ?? undefined,
            });
            return { token: viewer ? await tokens.signViewer(viewer) : null };
          } catch (error) {
            if (!(error instanceof KeyLimitReached)) throw error;
            return reply
              .code(429)
              .header('retry-after', String(error.retryAfterSeconds))
              .send({ error: 'too many requests' });
          }
        });
        server.post('/internal/addresses', async (request, reply) => {
          const asked = addressQuestion.safeParse(request.body);
          if (!asked.success) return reply.code(400).send({ error: 'invalid question' });
          const email = await emailOfAccount(database, asked.data.accountId);
          return email === null ? reply.code(404).send({ error: 'unknown' }) : { email };
        });
      },
      async [Symbol.asyncDispose]() {
        await delivery?.stop();
        await jobs.stop();
        await Promise.all(background);
        await keyGate.stop();
        await relyingClient.close();
        await database.close();
      },
    };
  } catch (error) {
    await relyingClient.close();
    await database.close();
    throw error;
  }
}
