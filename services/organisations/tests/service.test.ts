import { movableClock } from '@lapor/clock';
import type { DeliveredEvent } from '@lapor/events';
import { createLogger } from '@lapor/logging';
import { graphql } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@lapor/database/testing';
import { type OrganisationsService, startOrganisations } from '../src/index.ts';
import { emptyDatabase, nationalAdmin, somebody } from './harness.ts';

let postgres: TestDatabase;
let service: OrganisationsService;
beforeAll(async () => {
  postgres = await emptyDatabase();
  service = await startOrganisations({
    databaseUrl: postgres.url,
    clock: movableClock('2026-11-20T02:40:00Z'),
    logger: createLogger('organisations', 'silent'),
  });
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
  await postgres[Symbol.asyncDispose]();
});

test('starts ready, with its reference data and its part of the graph', async () => {
  await expect(service.ready()).resolves.toBeUndefined();
  const answer = await graphql({
    schema: service.subgraph!.schema,
    source: '{ organisation(id: "pemkot-13-71") { name } }',
    contextValue: service.subgraph!.createContext({ viewer: somebody(), requestId: 'test' }),
  });
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.organisation).toEqual({ name: 'Pemerintah Kota Padang' });
});

test('delivers organisations to reports and sla, and posts to identity', async () => {
  const received: Record<string, DeliveredEvent[]> = { reports: [], sla: [], identity: [] };
  const receiver = (name: string) => async (_source: string, events: readonly DeliveredEvent[]) => {
    received[name]!.push(...events);
    return { failed: [] };
  };
  service.connect({ reports: receiver('reports'), sla: receiver('sla'), identity: receiver('identity') });
  await service.seedOfficers([
    { id: 'ani', name: 'Ani', posts: [{ role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-71' }] },
  ]);
  await service.settle();
  expect(received.sla).toHaveLength(28_119 + 1);
  expect(received.reports).toHaveLength(28_119 + 1);
  expect(received.reports!.at(-1)).toMatchObject({
    stream: 'pemkot-13-71',
    payload: { isConnected: true, version: 2 },
  });
  expect(received.identity).toMatchObject([
    {
      type: 'officer.posts-changed',
      payload: { posts: [{ role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-71' }] },
    },
  ]);
  // No event carries a name of a person.
  expect(JSON.stringify(received.identity)).not.toContain('Ani');
});

test('offers its use cases to whoever composes the platform', async () => {
  const viewer = nationalAdmin();
  expect(await service.registerOfficer({ officerId: 'budi', name: 'Budi' }, viewer)).toMatchObject({
    ok: true,
  });
  const post = { officerId: 'budi', organisationId: 'opd-13-71-dpupr', role: 'LIAISON_OFFICER' } as const;
  expect(await service.grantPost(post, viewer)).toMatchObject({ ok: true });
  expect(await service.endPost(post, viewer)).toMatchObject({ ok: true });
  const direct = { organisationId: 'pemkot-13-71', isEnabled: true };
  expect(await service.setDirectVerification(direct, viewer)).toMatchObject({ ok: true });
});

test('a second start finds everything in place', async () => {
  const second = await startOrganisations({
    databaseUrl: postgres.url,
    clock: movableClock('2026-11-20T02:40:00Z'),
    logger: createLogger('organisations', 'silent'),
  });
  const [row] = await postgres.database.query<{ count: number }>(
    'test-events-count',
    'select count(*)::int as count from event_delivery',
  );
  expect(row?.count).toBe(0);
  await second[Symbol.asyncDispose]();
});
