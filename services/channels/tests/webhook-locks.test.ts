import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase, type Database } from '@lapor/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withdraw } from '../src/modules/webhook/withdraw.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

const WEBHOOK = '00000000-0000-4000-8000-000000000001';

let running: RunningChannels;
let database: Database;
beforeAll(async () => {
  running = await runChannels();
  database = await openDatabase({
    url: running.databaseUrl,
    schema: 'channels',
    entities: [],
    migrations: [],
  });
  await running.sql(
    `insert into channels.webhook (id, organisation_id, organisation_path, label, url, event_types, state, created_by, created_at,
       request_key, request_digest, secret)
     values ($1, 'dinas', '{dinas}', 'Aplikasi', 'https://contoh.test', '{}', 'ACTIVE', 'rina', $2, 'k', '\\x00', '\\x00')`,
    [WEBHOOK, NOW],
  );
  await running.sql(
    `insert into channels.webhook_message (id, webhook_id, report_id, number, type, payload, state, created_at, due_since, next_at)
     select 'm' || n, $1, 'report-1', '48213097', 'report.routed', $3, 'WAITING', $2, $2, $2 from generate_series(1, 3) n`,
    [WEBHOOK, NOW, JSON.stringify({ time: NOW, data: { state: 'IN_PROGRESS' } })],
  );
});
afterAll(async () => {
  await database.close();
  await running[Symbol.asyncDispose]();
});

it('what becomes confidential waits for a lane without holding any of its messages', async () => {
  const event = {
    reportId: 'report-1',
    state: 'IN_PROGRESS',
    kind: 'CONFIDENTIALITY_CHANGED',
    at: NOW,
    handlers: [],
    desk: null,
  };
  let withdrawing: Promise<unknown> | undefined;
  await database.transaction(async (em) => {
    // A lane that notes what became of a message.
    await em.execute('select 1 from webhook where id = ? for update', [WEBHOOK]);
    withdrawing = database
      .transaction((other) => withdraw(other, 'https://lapor.example', event as never))
      .catch((error: unknown) => error);
    const waits = async () =>
      running.sql(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'select 1 from webhook%'`,
      );
    for (let look = 0; look < 100 && (await waits()).length === 0; look++) await wait(50);
    expect(await waits()).toHaveLength(1);
    const free = await em.execute<unknown[]>('select id from webhook_message for update skip locked');
    expect(free).toHaveLength(3);
  });
  await withdrawing;
});
