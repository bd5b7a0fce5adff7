import type { FastifyInstance } from 'fastify';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { EventOf } from '@lapor/events';
import type { Jobs, Task } from '@lapor/jobs';
import type { Logger } from '@lapor/logging';
import type { Sealer } from '@lapor/sealing';
import type { WaitingWork } from '@lapor/subgraph';
import type { AdminBook } from '../contacts/index.ts';
import type { GraphClient } from '../graph/index.ts';
import { receiversAgent } from './addresses.ts';
import { TRIED_FOR_MILLISECONDS } from './backoff.ts';
import { findOrganisationBy } from './find-organisation.ts';
import { hearTransitions } from './hear-transitions.ts';
import { clean, countWebhooks } from './repository.ts';
import { webhookRoutes } from './routes.ts';
import { createSending } from './run.ts';
import { tellAdmins, tellDisabled, type TellDeps } from './tell-disabled.ts';

export { TELL_ADMINS_TASK } from './tell-disabled.ts';

const DAY = 86_400_000;
const LOG_DAYS = 30;
/** Nobody reopens a report so long after its end. */
const ENDED_DAYS = 60;
const FAILURES_OF_DAYS = 7;
const TIMEOUT_MILLISECONDS = 10_000;

export interface WebhooksConfig {
  database: Database;
  sealer: Sealer;
  secret: string;
  clock: Clock;
  logger: Logger;
  publicUrl: string;
  production: boolean;
  /** Receivers on this machine, for trying; never in production. */
  allowLoopback: boolean;
  graph: GraphClient;
  /** Of the service; read when something is to be told. */
  jobs: () => Jobs;
  /** Whom to tell of a webhook that a key made. */
  admins: AdminBook | undefined;
  timeoutMilliseconds?: number | undefined;
  random?: (() => number) | undefined;
}

/** What other systems are told of reports (docs/adr/0058). */
export interface Webhooks {
  /** Notes what is to be told of transitions, with the events themselves. */
  hear(em: EntityManager, events: readonly EventOf<'report.transitioned'>[]): Promise<void>;
  routes(server: FastifyInstance): Promise<void>;
  start(): void;
  stop(): Promise<void>;
  /** Something may be due now. */
  wake(): void;
  /** Sends what is due and waits for it; returns how many tries were made. */
  sendDue(): Promise<number>;
  waiting(): Promise<WaitingWork>;
  /** The work of `TELL_ADMINS_TASK`. */
  tellAdmins: Task;
}

/**
 * Webhooks out of this service: set up over JSON, fed by events, sent by themselves.
 * @throws in production with receivers on the own machine.
 */
export function createWebhooks(config: WebhooksConfig): Webhooks {
  const { database, sealer, clock, logger, publicUrl, production, allowLoopback } = config;
  if (production && allowLoopback) throw new Error('Production sends no webhooks to its own machine');
  const timeoutMilliseconds = config.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS;
  const rules = { production, allowLoopback };
  const dispatcher = receiversAgent(rules, timeoutMilliseconds);
  const telling: TellDeps = {
    database,
    sealer,
    secret: config.secret,
    logger,
    jobs: config.jobs,
    admins: config.admins,
  };
  const sending = createSending({
    database,
    sealer,
    clock,
    logger,
    dispatcher,
    timeoutMilliseconds,
    random: config.random ?? Math.random,
    async tidy() {
      const now = clock.now().getTime();
      await clean(database, {
        logFrom: new Date(now - LOG_DAYS * DAY),
        triedFrom: new Date(now - TRIED_FOR_MILLISECONDS),
        endedFrom: new Date(now - ENDED_DAYS * DAY),
        now: new Date(now),
      });
    },
    tellDisabled: (em, webhook, reason, at) => tellDisabled(telling, em, webhook, reason, at),
  });
  const manage = {
    database,
    sealer,
    secret: config.secret,
    clock,
    rules,
    findOrganisation: findOrganisationBy(config.graph),
    publicUrl,
    logger,
    wake: sending.wake,
  };
  return {
    hear: hearTransitions({ publicUrl }),
    routes: (server) => webhookRoutes(server, manage),
    start: sending.start,
    async stop() {
      await sending.stop();
      await dispatcher.destroy();
    },
    wake: sending.wake,
    tellAdmins: tellAdmins(telling),
    sendDue: sending.sendDue,
    async waiting() {
      const since = new Date(clock.now().getTime() - FAILURES_OF_DAYS * DAY);
      const { waiting, failed, oldestAt } = await countWebhooks(database, since);
      return { name: 'WEBHOOKS', waiting, failed, oldestAt: oldestAt?.toISOString() ?? null };
    },
  };
}
