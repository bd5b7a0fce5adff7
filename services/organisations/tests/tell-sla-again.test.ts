import { openDatabase } from '@lapor/database';
import { createTestDatabase } from '@lapor/database/testing';
import { catalogue } from '@lapor/events';
import { expect, test } from 'vitest';
import { databaseOptions } from '../src/service.ts';

test('an installation of before tells sla once more how its organisations are, parents first, and nobody else', async () => {
  const [first] = databaseOptions.migrations;
  await using old = await createTestDatabase({ ...databaseOptions, migrations: [first!] });
  const organisation = (id: string, parent: string | null, path: string, version: number) =>
    `('${id}', '${id}', 'CITY', 'ACTIVE', false, ${parent === null ? 'null' : `'${parent}'`}, 'city', '{${path}}', 'Asia/Makassar', 'WITA', '{}', 'test', true, '', '', ${version})`;
  await old.database.pool.query(
    `insert into organisation (id, name, kind, status, is_template, parent_id, government_id, path, time_zone, time_zone_label, successor_ids, source, is_connected, name_words, place_words, version)
     values ${organisation('unit', 'city', 'city,unit', 4)}, ${organisation('city', null, 'city', 2)}`,
  );
  // As it was told then: in a form that nobody takes any more.
  await old.database.pool.query(
    `insert into event (stream, type, payload, occurred_at) values ('city', 'organisation.changed', '{"organisationId": "city"}', '2026-11-20T00:00:00Z')`,
  );

  const database = await openDatabase({ ...databaseOptions, url: old.url });
  try {
    await database.migrate();
    const { rows } = await database.pool.query(
      `select d.subscriber, e.id, e.stream, e.type, e.payload, e.occurred_at from event_delivery d join event e on e.id = d.event_id order by e.id`,
    );
    expect(rows.map(({ subscriber, stream, payload }) => [subscriber, stream, payload.version])).toEqual([
      ['sla', 'city', 2],
      ['sla', 'unit', 4],
    ]);
    for (const { payload, occurred_at: at } of rows) {
      expect(catalogue['organisation.changed'].parse(payload)).toEqual(payload);
      expect(payload).toMatchObject({ kind: 'CITY', timeZone: 'Asia/Makassar' });
      expect(at).toEqual(new Date('2026-11-20T00:00:00Z'));
    }
    expect(await database.migrate()).toEqual([]);
  } finally {
    await database.close();
  }
});
