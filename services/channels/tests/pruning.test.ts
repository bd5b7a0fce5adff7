import { openDatabase, type Database } from '@lapor/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tidyDelivery } from '../src/modules/delivery/index.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

const later = (days: number) => new Date(Date.parse(NOW) + days * 86_400_000);

describe('deliveries that ended', () => {
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
  });
  afterAll(async () => {
    await database.close();
    await running[Symbol.asyncDispose]();
  });

  const ids = async () =>
    (await running.sql<{ id: string }>('select id from channels.delivery')).map(({ id }) => id);
  const days = () =>
    running.sql(
      'select day::text, template, way, state, messages from channels.delivery_day order by template, state',
    );

  it('are kept as long as somebody may ask for them, then counted by the day, and never sent again under their name', async () => {
    const sent = await running.notify();
    const failed = await running.notify({ template: 'no-such-template' });
    await running.channels.settle();
    const waiting = await running.notify();
    await running.sql(
      `insert into channels.delivery_part (provider, message_id, delivery_id, sent_at) values ('operator', 'x', $1, $2)`,
      [sent, NOW],
    );

    await tidyDelivery(database, later(29));
    expect((await ids()).toSorted()).toEqual([sent, failed, waiting].toSorted());
    expect(await days()).toEqual([]);

    await tidyDelivery(database, later(31));
    expect((await ids()).toSorted()).toEqual([failed, waiting].toSorted());
    await tidyDelivery(database, later(91));
    expect(await ids()).toEqual([waiting]);
    expect(await days()).toEqual([
      { day: '2026-11-20', template: 'no-such-template', way: 'NONE', state: 'FAILED', messages: 1 },
      { day: '2026-11-20', template: 'report-received', way: 'MAIL', state: 'SENT', messages: 1 },
    ]);
    expect(await running.sql('select * from channels.delivery_part')).toEqual([]);

    // The same request once more, a season later.
    await running.notify({ notificationId: sent });
    expect(await ids()).toEqual([waiting]);
    await running.channels.settle();
    const mails = await running.sql('select delivery_id from channels.mailbox_message');
    expect(mails).toEqual([{ delivery_id: waiting }]);
  });

  it('are taken away in portions, counts added up', async () => {
    await running.sql(
      `insert into channels.delivery (id, template, way, state, requested_at, finished_at)
       select 'old-' || n, 'report-received', 'MAIL', 'SENT', $1, $1 from generate_series(1, 1200) n`,
      [NOW],
    );
    await tidyDelivery(database, later(31));
    expect((await ids()).filter((id) => id.startsWith('old-'))).toEqual([]);
    const [row] = await running.sql<{ messages: number }>(
      `select messages from channels.delivery_day where state = 'SENT' and template = 'report-received'`,
    );
    expect(row!.messages).toBe(1_201 + 1);
    const [keys] = await running.sql<{ n: number }>('select count(*)::int as n from channels.delivery_key');
    expect(keys!.n).toBe(1_203);
  });
});
