import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import fastify, { type FastifyInstance } from 'fastify';
import { movableClock } from '@lapor/clock';
import { createTestDatabase } from '@lapor/database/testing';
import { createLogger } from '@lapor/logging';
import { migrations } from '../migrations/index.ts';
import { startChannels, type Channels, type ChannelsConfig, type ContactBook } from '../src/index.ts';

export const SECRET = 'only-for-tests-'.padEnd(40, 'x');
export const NOW = '2026-11-20T02:40:00.000Z';

export interface RunningChannels extends AsyncDisposable {
  /** Of its database, for a second process on it. */
  databaseUrl: string;
  channels: Channels;
  server: FastifyInstance;
  /** SQL as an administrator. */
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Delivers one `notification.requested`, as the outbox of `reports` would. */
  notify(notification?: Partial<Notification>): Promise<string>;
  /** Makes waiting retries due and does them. */
  retry(): Promise<void>;
}

export interface Notification {
  notificationId: string;
  reportId: string;
  template: string;
  facts: Record<string, string | null>;
}

/** A contact book in which everybody has the same entry. */
export const everybodyAt = (email: string | undefined, language: 'id' | 'en' = 'id'): ContactBook => ({
  contactFor: async () => ({ email, language }),
});

/** Channels on a database of its own. */
export async function runChannels(config: Partial<ChannelsConfig> = {}): Promise<RunningChannels> {
  const test = await createTestDatabase({ schema: 'channels', entities: [], migrations });
  const channels = await startChannels({
    databaseUrl: test.url,
    serviceSecret: SECRET,
    clock: movableClock(NOW),
    logger: createLogger('channels', 'silent'),
    publicUrl: 'https://lapor.example',
    contactBook: everybodyAt('warga@example.test'),
    mailFrom: 'tidak-dibalas@lapor.example',
    production: false,
    ...config,
  });
  const admin = new Client({ connectionString: test.adminUrl });
  await admin.connect();
  const server = fastify();
  await server.register(async (routes) => channels.routes?.(routes));
  let eventId = 0;
  return {
    databaseUrl: test.url,
    channels,
    server,
    async sql<Row>(text: string, values?: unknown[]) {
      return (await admin.query(text, values)).rows as Row[];
    },
    async notify({
      notificationId = randomUUID(),
      reportId = 'report-1',
      template = 'report-received',
      facts = { number: '48213097', dueOn: '2026-11-24' },
    } = {}) {
      const receipt = await channels.receiveEvents('reports', [
        {
          id: ++eventId,
          stream: reportId,
          type: 'notification.requested',
          occurredAt: NOW,
          payload: { notificationId, recipient: { kind: 'REPORTER', reportId }, template, facts, at: NOW },
        },
      ]);
      if (receipt.failed.length > 0) throw new Error(receipt.failed[0]!.reason);
      return notificationId;
    },
    async retry() {
      await admin.query(
        `update channels_jobs._private_jobs set run_at = '2000-01-01' where locked_at is null`,
      );
      await channels.settle();
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await admin.end();
      await channels[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
    },
  };
}
