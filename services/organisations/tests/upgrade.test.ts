import { openDatabase } from '@lapor/database';
import { createTestDatabase } from '@lapor/database/testing';
import { expect, test } from 'vitest';
import { applyBoundaries } from '../src/modules/officer/index.ts';
import { databaseOptions } from '../src/service.ts';
import { eventsOf } from './harness.ts';
import { movableClock } from '@lapor/clock';

test('an installation of the first version keeps its officers, who is staffed, and its log', async () => {
  const [first] = databaseOptions.migrations;
  await using old = await createTestDatabase({ ...databaseOptions, migrations: [first!] });
  const organisation = (id: string, parent: string | null, path: string, connected: boolean) =>
    `('${id}', '${id}', 'CITY', 'ACTIVE', false, ${parent === null ? 'null' : `'${parent}'`}, 'city', '{${path}}', 'Asia/Jakarta', 'WIB', '{}', 'test', ${connected}, '', '', 1)`;
  for (const statement of [
    `insert into organisation (id, name, kind, status, is_template, parent_id, government_id, path, time_zone, time_zone_label, successor_ids, source, is_connected, name_words, place_words, version)
     values ${organisation('city', null, 'city', true)}, ${organisation('unit', 'city', 'city,unit', true)}, ${organisation('other', 'city', 'city,other', false)}`,
    `insert into officer (id, name, registered_at) values ('admin', 'Admin', '2026-01-01'), ('lina', 'Lina', '2026-01-01'), ('gone', 'Gone', '2026-01-01')`,
    `insert into post (id, officer_id, organisation_id, role, starts_at, ends_at) values
       (gen_random_uuid(), 'admin', 'city', 'AGENCY_ADMIN', '2026-01-01', null),
       (gen_random_uuid(), 'lina', 'unit', 'LIAISON_OFFICER', '2026-01-01', null),
       (gen_random_uuid(), 'gone', 'other', 'LIAISON_OFFICER', '2026-01-01', '2026-02-01')`,
    `insert into audit_entry (at, actor_kind, action, officer_id, organisation_id, facts) values ('2026-01-01', 'SYSTEM', 'POST_GRANTED', 'lina', 'unit', '{}')`,
  ])
    await old.database.pool.query(statement);

  const database = await openDatabase({ ...databaseOptions, url: old.url });
  try {
    expect(await database.migrate()).toHaveLength(databaseOptions.migrations.length - 1);
    const flags = await database.query(
      'test-flags',
      'select id, is_staffed, has_admin, has_liaison, has_admin_within, has_liaison_within from organisation order by id',
    );
    expect(flags).toEqual([
      {
        id: 'city',
        is_staffed: true,
        has_admin: true,
        has_liaison: false,
        has_admin_within: true,
        has_liaison_within: true,
      },
      {
        id: 'other',
        is_staffed: false,
        has_admin: false,
        has_liaison: false,
        has_admin_within: false,
        has_liaison_within: false,
      },
      {
        id: 'unit',
        is_staffed: true,
        has_admin: false,
        has_liaison: true,
        has_admin_within: false,
        has_liaison_within: true,
      },
    ]);
    // What was kept is what is worked out: nothing has to be told, but what a migration tells sla once more.
    const told = await eventsOf(database, 'organisation.changed');
    const clock = movableClock('2026-11-22T02:00:00Z');
    expect(await applyBoundaries({ database, clock })).toBe(0);
    await database.query('test-look-again', `update post_boundary set applied_until = '2025-01-01'`);
    expect(await applyBoundaries({ database, clock })).toBe(3);
    expect(await eventsOf(database, 'organisation.changed')).toEqual(told);
    expect(await database.query('test-places', 'select places from audit_entry')).toEqual([
      { places: ['city', 'unit'] },
    ]);
    await expect(database.pool.query(`update audit_entry set facts = '{}'`)).rejects.toThrow(
      'permission denied',
    );
  } finally {
    await database.close();
  }
});
