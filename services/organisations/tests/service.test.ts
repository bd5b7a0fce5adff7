import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MovableClock, movableClock } from '@lapor/clock';
import type { TestDatabase } from '@lapor/database/testing';
import type { DeliveredEvent } from '@lapor/events';
import { createLogger } from '@lapor/logging';
import Fastify, { type FastifyInstance } from 'fastify';
import { graphql } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OrganisationsService, startOrganisations } from '../src/index.ts';
import { emptyDatabase, nationalAdmin, somebody } from './harness.ts';
import { transition } from './transitions.ts';

let postgres: TestDatabase;
let service: OrganisationsService;
let clock: MovableClock;
let folder: string;
let internal: FastifyInstance;

const start = () =>
  startOrganisations({
    databaseUrl: postgres.url,
    organisationsSecret: 'only-for-tests-'.repeat(3),
    filesDirectory: folder,
    clock,
    logger: createLogger('organisations', 'silent'),
  });
beforeAll(async () => {
  postgres = await emptyDatabase();
  clock = movableClock('2026-11-20T02:40:00Z');
  folder = await mkdtemp(join(tmpdir(), 'lapor-organisations-'));
  service = await start();
  internal = Fastify();
  await service.internalRoutes!(internal);
});
afterAll(async () => {
  await internal.close();
  await service[Symbol.asyncDispose]();
  await postgres[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const ask = async (source: string, viewer = somebody()) => {
  const answer = await graphql({
    schema: service.subgraph!.schema,
    source,
    contextValue: service.subgraph!.createContext({ viewer, requestId: 'test' }),
  });
  expect(answer.errors).toBeUndefined();
  return JSON.parse(JSON.stringify(answer.data));
};

test('starts ready, with its reference data and its part of the graph', async () => {
  await expect(service.ready()).resolves.toBeUndefined();
  expect(await ask('{ organisation(id: "pemkot-13-71") { name } }')).toEqual({
    organisation: { name: 'Pemerintah Kota Padang' },
  });
});

test('delivers organisations to reports and sla, posts and invitations to identity', async () => {
  const received: Record<string, DeliveredEvent[]> = { reports: [], sla: [], identity: [] };
  const receiver = (name: string) => async (_source: string, events: readonly DeliveredEvent[]) => {
    received[name]!.push(...events);
    return { failed: [] };
  };
  service.connect({ reports: receiver('reports'), sla: receiver('sla'), identity: receiver('identity') });
  await service.settle();
  const imported = received.sla!.length;
  expect(imported).toBeGreaterThan(28_000);
  expect(received.reports).toHaveLength(imported);
  await service.seedOfficers([
    {
      id: 'ani',
      name: 'Ani',
      email: 'ani@padang.go.id',
      posts: [{ role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-71' }],
    },
  ]);
  await service.registerFirstOfficer({
    name: 'Bagus',
    email: 'bagus@menpan.go.id',
    role: 'NATIONAL_ADMIN',
    organisationId: 'kemenpanrb',
  });
  await service.settle();
  expect(received.sla).toHaveLength(imported + 1);
  expect(received.reports!.findLast(({ type }) => type === 'organisation.changed')).toMatchObject({
    stream: 'pemkot-13-71',
    payload: { isStaffed: true, version: 2 },
  });
  expect(received.identity!.map(({ type }) => type)).toEqual([
    'officer.posts-changed',
    'officer.posts-changed',
    'officer.invited',
  ]);
  // No event carries a name or an address of a person.
  expect(JSON.stringify(received.identity)).not.toMatch(/Ani|Bagus|@/);
});

test('hears of accounts from identity and of use from reports, once each', async () => {
  const event = (id: number, type: string, stream: string, payload: unknown): DeliveredEvent => ({
    id,
    type,
    stream,
    payload,
    occurredAt: clock.now().toISOString(),
  });
  const gone = {
    officerId: 'ani',
    state: 'ACTIVE',
    hasSecondFactor: false,
    lastSignedInOn: '2026-11-19',
    at: clock.now().toISOString(),
  };
  const isStaffed = async () =>
    (await ask('{ organisation(id: "pemkot-13-71") { isStaffed } }')).organisation.isStaffed;
  expect(await isStaffed()).toBe(true);
  const accounts = [event(1, 'account.changed', 'ani', gone)];
  expect(await service.receiveEvents('identity', accounts)).toEqual({ failed: [] });
  expect(await isStaffed()).toBe(false);
  const back = event(2, 'account.changed', 'ani', { ...gone, hasSecondFactor: true });
  expect(await service.receiveEvents('identity', [...accounts, back])).toEqual({ failed: [] });
  expect(await isStaffed()).toBe(true);

  const used = event(1, 'report.transitioned', 'r', transition({ kind: 'RESULT', by: 'opd-13-71-dpupr' }));
  expect(await service.receiveEvents('reports', [used, used])).toEqual({ failed: [] });
  expect(await ask('{ organisation(id: "pemkot-13-71") { isUsed } }')).toEqual({
    organisation: { isUsed: true },
  });
  // What concerns others is passed over; what nobody knows is held back.
  const other = event(3, 'account.deleted', 'c', { accountId: 'c', at: clock.now().toISOString() });
  expect(await service.receiveEvents('identity', [other])).toEqual({ failed: [] });
  expect(await service.receiveEvents('identity', [event(4, 'account.exploded', 'x', {})])).toMatchObject({
    failed: [{ stream: 'x' }],
  });
});

test('tells identity and channels how officers and heads are reached, and nobody else', async () => {
  expect(await service.contactOfOfficer('ani')).toEqual({ name: 'Ani', email: 'ani@padang.go.id' });
  expect(await service.contactOfOfficer('nobody')).toBeNull();
  const title = {
    organisationName: 'Pemerintah Kota Pariaman',
    name: null,
    title: 'Wali Kota',
    email: null,
    address: null,
  };
  expect(await service.contactOfHead('pemkot-13-77')).toEqual(title);
  expect(await service.contactOfHead('nowhere')).toBeNull();
  await service.seedOfficers([
    {
      id: 'mayor',
      name: 'Wali Kota Contoh',
      email: 'walikota@padang.go.id',
      posts: [{ role: 'AGENCY_HEAD', organisationId: 'pemkot-13-71' }],
    },
  ]);
  const head = {
    organisationName: 'Pemerintah Kota Padang',
    name: 'Wali Kota Contoh',
    title: 'Wali Kota',
    email: 'walikota@padang.go.id',
    address: null,
  };
  expect(await service.contactOfHead('pemkot-13-71')).toEqual(head);

  const post = async (url: string, payload: object) => {
    const response = await internal.inject({ method: 'POST', url, payload });
    return [response.statusCode, response.json()];
  };
  expect(await post('/internal/officers/contact', { officerId: 'ani' })).toEqual([
    200,
    { name: 'Ani', email: 'ani@padang.go.id' },
  ]);
  expect(await post('/internal/heads/contact', { organisationId: 'pemkot-13-71' })).toEqual([200, head]);
  expect(await post('/internal/officers/contact', { officerId: 'nobody' })).toMatchObject([404, {}]);
  expect(await post('/internal/heads/contact', { organisationId: 'nowhere' })).toMatchObject([404, {}]);
  expect(await post('/internal/officers/contact', {})).toMatchObject([400, {}]);
  expect(await post('/internal/heads/contact', { organisationId: 1 })).toMatchObject([400, {}]);
});

test('tells sla who holds which posts where, of those who can be written to', async () => {
  const mayor = { officerId: 'mayor', role: 'AGENCY_HEAD', organisationId: 'pemkot-13-71' };
  expect(await service.whoHolds(['AGENCY_HEAD'], ['pemkot-13-71'])).toEqual([mayor]);
  expect(await service.whoHolds(['AGENCY_HEAD'], null)).toContainEqual(mayor);
  expect(await service.whoHolds(['AGENCY_HEAD'], ['pemkot-13-77'])).toEqual([]);
  expect(await service.whoHolds(['NATIONAL_ADMIN'], ['pemkot-13-71'])).toEqual([]);
  const change = (sql: string) => postgres.database.pool.query(sql);
  for (const [away, back] of [
    [`suspended_at = now(), suspension_reason = 'x'`, 'suspended_at = null, suspension_reason = null'],
    ['email = null', `email = 'walikota@padang.go.id'`],
  ]) {
    await change(`update officer set ${away} where id = 'mayor'`);
    expect(await service.whoHolds(['AGENCY_HEAD'], ['pemkot-13-71'])).toEqual([]);
    await change(`update officer set ${back} where id = 'mayor'`);
  }
  const holders = (payload: object) =>
    internal.inject({ method: 'POST', url: '/internal/officers/holders', payload });
  const answered = await holders({ roles: ['AGENCY_HEAD'], organisationIds: ['pemkot-13-71'] });
  expect([answered.statusCode, answered.json()]).toEqual([200, { holders: [mayor] }]);
  expect((await holders({ roles: ['EMPEROR'], organisationIds: null })).statusCode).toBe(400);
  expect((await holders({ roles: [], organisationIds: null })).statusCode).toBe(400);
});

test('settling lets posts begin, and counts adoption once a day', async () => {
  const points = async () => (await ask('{ adoptionTrend(kind: CITY) { on used } }')).adoptionTrend;
  expect(await points()).toMatchObject([{ on: '2026-11-20' }]);
  await postgres.database.query(
    'test-coming',
    `insert into post (id, officer_id, organisation_id, role, starts_at) values (gen_random_uuid(), 'ani', 'opd-13-77-diskominfo', 'LIAISON_OFFICER', '2026-12-01')`,
  );
  clock.set('2026-12-01T00:00:00Z');
  while ((await service.settle()) > 0);
  expect(await ask('{ organisation(id: "opd-13-77-diskominfo") { isStaffed } }')).toEqual({
    organisation: { isStaffed: true },
  });
  expect(await points()).toMatchObject([{ on: '2026-11-20' }, { on: '2026-12-01' }]);
  clock.set('2026-11-20T02:40:00Z');
});

test('offers direct verification to whoever composes the platform', async () => {
  const direct = { organisationId: 'pemkot-13-71', isEnabled: true };
  expect(await service.setDirectVerification(direct, nationalAdmin())).toMatchObject({ ok: true });
});

test('a second start finds everything in place', async () => {
  await service.settle();
  const second = await start();
  const [row] = await postgres.database.query<{ count: number }>(
    'test-events-count',
    'select count(*)::int as count from event_delivery',
  );
  expect(row?.count).toBe(0);
  await second[Symbol.asyncDispose]();
});
