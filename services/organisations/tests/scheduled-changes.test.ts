import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyScheduledChanges } from '../src/modules/change/index.ts';
import { admin, desk, reason, treeOf, withTreeOfficers } from './changing-tree.ts';
import { type Harness, officer } from './harness.ts';

let service: Harness;
let tree: ReturnType<typeof treeOf>;
beforeAll(async () => {
  service = await withTreeOfficers();
  tree = treeOf(service);
});
afterAll(() => service[Symbol.asyncDispose]());

describe('a change of a later day', () => {
  const scheduledOf = async (id: string) =>
    (
      await service.ask(
        `query ($id: ID!) { organisation(id: $id) { scheduledChanges { id kind state effectiveOn } } }`,
        { id },
        admin,
      )
    ).data?.organisation.scheduledChanges;
  let broken: string[] = [];
  beforeEach(() => {
    broken = [];
  });
  const until = async (instant: string) => {
    service.clock.set(instant);
    const decided = await applyScheduledChanges(service, (operationId) => broken.push(operationId));
    service.clock.set('2026-11-20T02:40:00Z');
    return decided;
  };

  test('waits, is shown, and happens at the midnight of its place in the order of the days', async () => {
    const id = await tree.create('Dinas Menunggu');
    const rename = (name: string, effectiveOn: string) =>
      tree.mutate('renameOrganisation', { organisationId: id, name, reason, decree: 'SK 1', effectiveOn });
    const second = await rename('Dinas Ketiga', '2026-12-02');
    const first = await rename('Dinas Kedua', '2026-12-01');
    expect(first.change).toMatchObject({ state: 'SCHEDULED', effectiveOn: '2026-12-01' });
    expect(await scheduledOf(id)).toMatchObject([{ id: first.change.id }, { id: second.change.id }]);
    expect((await tree.row(id)).name).toBe('Dinas Menunggu');
    // Midnight in Padang is 17.00 the day before in UTC.
    expect(await until('2026-11-30T16:59:59Z')).toBe(0);
    expect(await until('2026-11-30T17:00:00Z')).toBe(1);
    expect((await tree.row(id)).name).toBe('Dinas Kedua');
    expect(await until('2026-12-02T00:00:00Z')).toBe(1);
    expect((await tree.row(id)).name).toBe('Dinas Ketiga');
    const history = await tree.historyOf(id);
    const renamed = history.filter(({ kind }: any) => kind === 'RENAMED');
    expect(
      renamed.map(({ state, facts, by }: any) => [state, facts[0].before, facts[0].after, by?.id]),
    ).toEqual([
      ['APPLIED', 'Dinas Menunggu', 'Dinas Kedua', 'admin'],
      ['APPLIED', 'Dinas Kedua', 'Dinas Ketiga', 'admin'],
    ]);
    expect(
      (await tree.auditOf(id)).slice(0, 2).map(({ action, actor_kind }) => [action, actor_kind]),
    ).toEqual([
      ['ORGANISATION_RENAMED', 'SYSTEM'],
      ['ORGANISATION_RENAMED', 'SYSTEM'],
    ]);
    expect((await tree.toldOf(id)).at(-1)?.payload.name).toBe('Dinas Ketiga');
  });

  test('that makes a unit waits with its parent', async () => {
    const parent = await tree.create('Dinas Calon Induk');
    const made = await tree.mutate('createOrganisation', {
      parentId: parent,
      kind: 'OPD',
      name: 'Bidang Calon',
      reason,
      effectiveOn: '2026-12-05',
    });
    expect(made).toMatchObject({
      organisation: { id: parent },
      change: { kind: 'CREATED', state: 'SCHEDULED' },
    });
    await until('2026-12-05T00:00:00Z');
    const [child] = await service.database.query<{ id: string }>(
      'test-child',
      `select id from organisation where parent_id = $1 and name = 'Bidang Calon'`,
      [parent],
    );
    expect((await tree.historyOf(child!.id))[0]).toMatchObject({
      kind: 'CREATED',
      state: 'APPLIED',
      effectiveOn: '2026-12-05',
    });
  });

  test('fails with the reason when it is no longer possible, and leaves the rest alone', async () => {
    const [a, into, other] = [
      await tree.create('Balai Satu'),
      await tree.create('Balai Dua'),
      await tree.create('Balai Tiga'),
    ];
    await tree.mutate('mergeOrganisations', {
      organisationIds: [a],
      intoId: into,
      reason,
      effectiveOn: '2026-12-10',
    });
    await tree.mutate('renameOrganisation', {
      organisationId: other,
      name: 'Balai Tiga Baru',
      reason,
      effectiveOn: '2026-12-10',
    });
    await tree.mutate('moveOrganisation', { organisationId: into, newParentId: a, reason });
    expect(await until('2026-12-10T12:00:00Z')).toBe(2);
    expect(await tree.row(a)).toMatchObject({ status: 'ACTIVE' });
    expect((await tree.row(other)).name).toBe('Balai Tiga Baru');
    const { data } = await service.ask(
      `query ($id: ID!) { organisation(id: $id) { scheduledChanges { id } changes { edges { node { kind state failure } } } } }`,
      { id: a },
      admin,
    );
    expect(data?.organisation.scheduledChanges).toEqual([]);
    expect(data?.organisation.changes.edges[0].node).toEqual({
      kind: 'MERGED_INTO',
      state: 'FAILED',
      failure: 'WOULD_CYCLE',
    });
  });

  test('that breaks off waits for the next time, and holds up none of those behind it', async () => {
    const [stuck, behind] = [await tree.create('Balai Macet'), await tree.create('Balai Lancar')];
    const rename = (organisationId: string, name: string) =>
      tree.mutate('renameOrganisation', { organisationId, name, reason, effectiveOn: '2026-12-15' });
    await rename(stuck, 'Balai Macet Baru');
    await rename(behind, 'Balai Lancar Baru');
    const stored = `update organisation_change set operation = $2::jsonb where organisation_id = $1 and state = 'SCHEDULED' returning operation_id`;
    const [{ operation }] = (await service.database.query(
      'test-stored-operation',
      `select operation from organisation_change where organisation_id = $1 and state = 'SCHEDULED'`,
      [stuck],
    )) as [{ operation: object }];
    const [{ operation_id: operationId }] = (await service.database.query('test-break-operation', stored, [
      stuck,
      '{"kind":"of a later version"}',
    ])) as [{ operation_id: string }];
    expect(await until('2026-12-16T00:00:00Z')).toBe(1);
    expect(broken).toEqual([operationId]);
    expect((await tree.row(behind)).name).toBe('Balai Lancar Baru');
    expect((await tree.row(stuck)).name).toBe('Balai Macet');
    // Nothing of it was decided: once the fault is mended it happens.
    await service.database.query('test-break-operation', stored, [stuck, JSON.stringify(operation)]);
    broken = [];
    expect(await until('2026-12-16T00:00:00Z')).toBe(1);
    expect(broken).toEqual([]);
    expect((await tree.row(stuck)).name).toBe('Balai Macet Baru');
  });

  test('can be called off, all parts of it, once', async () => {
    const [a, into] = [await tree.create('Pos Satu'), await tree.create('Pos Dua')];
    const merger = await tree.mutate('mergeOrganisations', {
      organisationIds: [a],
      intoId: into,
      reason,
      effectiveOn: '2026-12-15',
    });
    const input = { changeId: (await scheduledOf(a))[0].id };
    expect(
      await tree.mutate('cancelScheduledChange', input, officer('x', ['AGENCY_ADMIN', 'pemkot-13-77'])),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await tree.mutate('cancelScheduledChange', input)).toMatchObject({
      change: { state: 'CANCELLED' },
    });
    expect(await scheduledOf(into)).toEqual([]);
    expect(await tree.mutate('cancelScheduledChange', { changeId: merger.change.id })).toMatchObject({
      code: 'NOT_SCHEDULED',
    });
    expect(await tree.mutate('cancelScheduledChange', { changeId: '999999999' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await until('2026-12-16T00:00:00Z');
    expect((await tree.row(a)).status).toBe('ACTIVE');
  });

  test('lies not too far ahead, and a root is made at once', async () => {
    const input = {
      organisationId: 'opd-13-71-disdik',
      name: 'Dinas Jauh',
      reason,
      effectiveOn: '2099-01-01',
    };
    expect(await tree.mutate('renameOrganisation', input)).toMatchObject({
      fields: [{ path: 'input.effectiveOn' }],
    });
    const root = { kind: 'AGENCY', name: 'Badan Esok', reason, effectiveOn: '2026-12-31' };
    expect(await tree.mutate('createOrganisation', root, desk)).toMatchObject({
      fields: [{ path: 'input.effectiveOn' }],
    });
  });

  test('is applied once by two replicas', async () => {
    const id = await tree.create('Dinas Sekali Saja');
    await tree.mutate('renameOrganisation', {
      organisationId: id,
      name: 'Dinas Sekali Ganti',
      reason,
      effectiveOn: '2026-12-20',
    });
    service.clock.set('2026-12-21T00:00:00Z');
    const broke = () => broken.push('unexpected');
    await Promise.all([applyScheduledChanges(service, broke), applyScheduledChanges(service, broke)]);
    expect(broken).toEqual([]);
    service.clock.set('2026-11-20T02:40:00Z');
    expect((await tree.row(id)).version).toBe(2);
  });
});
