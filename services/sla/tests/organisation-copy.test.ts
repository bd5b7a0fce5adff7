import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase } from '@lapor/database/testing';
import { openDatabase } from '@lapor/database';
import { movableClock } from '@lapor/clock';
import type { DeliveredEvent } from '@lapor/events';
import { migrations } from '../migrations/index.ts';
import { startSla, type SlaService } from '../src/index.ts';
import { at } from './a-report.ts';
import { logger, SECRET } from './a-service.ts';

/** As `organisations` tells. */
const told = (organisationId: string, version: number, change: object = {}) => ({
  organisationId,
  name: organisationId,
  acronym: null,
  kind: 'CITY',
  status: 'ACTIVE',
  parentId: null,
  governmentId: organisationId,
  path: [organisationId],
  regionCode: null,
  timeZone: 'Asia/Jayapura',
  isStaffed: true,
  unitKeys: [],
  hasDirectVerification: false,
  successorIds: [],
  version,
  ...change,
});

describe('the copy of an installation that kept neither kind nor time zone of organisations', () => {
  let old: Awaited<ReturnType<typeof createTestDatabase>>;
  let database: Awaited<ReturnType<typeof openDatabase>>;
  let service: SlaService;
  let eventId = 100;
  const rows = async () =>
    (await database.pool.query('select id, kind, time_zone, version from organisation order by id')).rows;
  const tell = async (...payloads: object[]) => {
    const batch = payloads.map((payload): DeliveredEvent => ({
      id: ++eventId,
      stream: (payload as { organisationId: string }).organisationId,
      type: 'organisation.changed',
      payload,
      occurredAt: '2026-11-25T02:00:00.000Z',
    }));
    expect((await service.receiveEvents('organisations', batch)).failed).toEqual([]);
  };

  beforeEach(async () => {
    // As the first version left it, brought up to date since.
    old = await createTestDatabase({ schema: 'sla', entities: [], migrations: migrations.slice(0, 2) });
    await old.database.pool.query(
      `insert into organisation (id, path, version) values ('kota-a', '{kota-a}', 3), ('kota-b', '{kota-b}', 2)`,
    );
    database = await openDatabase({ url: old.url, schema: 'sla', entities: [], migrations });
    await database.migrate();
    const clock = movableClock(at('2026-11-25 10:00'));
    service = await startSla({ databaseUrl: old.url, serviceSecret: SECRET, clock, logger }, { database });
  });
  afterEach(async () => {
    await service[Symbol.asyncDispose]();
    await database.close();
    await old[Symbol.asyncDispose]();
  });

  test('is complete once each was told again in the version that it has', async () => {
    expect(await rows()).toMatchObject([
      { id: 'kota-a', kind: null, time_zone: null, version: 3 },
      { id: 'kota-b', kind: null, time_zone: null, version: 2 },
    ]);
    await tell(told('kota-a', 3), told('kota-b', 2, { kind: 'REGENCY' }));
    expect(await rows()).toEqual([
      { id: 'kota-a', kind: 'CITY', time_zone: 'Asia/Jayapura', version: 3 },
      { id: 'kota-b', kind: 'REGENCY', time_zone: 'Asia/Jayapura', version: 2 },
    ]);
  });

  test('is not taken back by an older telling, nor changed by the same one later', async () => {
    await tell(told('kota-a', 2));
    expect((await rows())[0]).toMatchObject({ kind: null, version: 3 });
    await tell(told('kota-a', 4, { timeZone: 'Asia/Makassar' }));
    await tell(told('kota-a', 4), told('kota-a', 3));
    expect((await rows())[0]).toEqual({
      id: 'kota-a',
      kind: 'CITY',
      time_zone: 'Asia/Makassar',
      version: 4,
    });
  });
});
