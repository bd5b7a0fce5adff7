import type { Viewer } from '@lapor/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, citizen, officer, somebody, withReferenceData } from './harness.ts';
import {
  change,
  changed,
  city,
  cityAdmin,
  desk,
  environment,
  otherCity,
  postIdOf,
  province,
  roads,
  settled,
} from './people.ts';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
  await settled(
    service,
    ['city-admin', 'AGENCY_ADMIN', city],
    ['other-admin', 'AGENCY_ADMIN', otherCity],
    ['lina', 'LIAISON_OFFICER', roads],
  );
  service.clock.set('2026-11-21T02:00:00Z');
  await changed(service, 'renameOfficer', { officerId: 'lina', name: 'Lina Marlina' }, cityAdmin());
  service.clock.set('2026-11-22T02:00:00Z');
  await changed(
    service,
    'noteObstacle',
    { organisationId: environment, obstacle: 'KANARI-HALANGAN' },
    cityAdmin(),
  );
  service.clock.set('2026-11-23T02:00:00Z');
  await changed(service, 'endPost', { postId: await postIdOf(service, 'lina', roads) }, desk());
});
afterAll(() => service[Symbol.asyncDispose]());

const read = async (
  viewer: Viewer,
  filter: object | null = null,
  first = 100,
  after: string | null = null,
) => {
  const { data, errors, statements } = await service.ask(
    `query ($filter: AuditFilter, $first: Int!, $after: String) { auditEntries(filter: $filter, first: $first, after: $after) {
       edges { node { id at action actor { id name } officer { id } organisation { id name } facts { name value } } } pageInfo { hasNextPage endCursor }
     } }`,
    { filter, first, after },
    viewer,
  );
  expect(errors).toBeUndefined();
  const nodes: any[] = data!.auditEntries.edges.map(({ node }: any) => node);
  return {
    nodes,
    actions: nodes.map(({ action }) => action),
    pageInfo: data!.auditEntries.pageInfo,
    statements,
  };
};

describe('the audit log', () => {
  test('tells who did what to whom, where and when, newest first', async () => {
    const { nodes } = await read(desk(), { from: '2026-11-21', until: '2026-11-22' });
    expect(nodes).toMatchObject([
      {
        at: '2026-11-22T02:00:00.000Z',
        action: 'OBSTACLE_NOTED',
        actor: { id: 'city-admin', name: 'Name of city-admin' },
        officer: null,
        organisation: { id: environment },
        facts: [{ name: 'isPresent', value: 'true' }],
      },
      { action: 'OFFICER_RENAMED', officer: { id: 'lina' }, organisation: null, facts: [] },
    ]);
    // Neither a name nor what somebody wrote is in a fact.
    const stored = await service.database.query('test-facts', 'select facts from audit_entry');
    expect(JSON.stringify(stored)).not.toMatch(/Lina|KANARI|Name of|contoh\.go\.id/);
  });

  test('is read whole by the national desk, by admins and heads in their own subtrees, by nobody else', async () => {
    const counts = async (viewer: Viewer) =>
      (await read(viewer)).nodes.map(({ organisation, officer: o }) => organisation?.id ?? o?.id);
    const all = await counts(desk());
    expect(new Set(all)).toEqual(
      new Set([city, otherCity, roads, environment, 'lina', 'city-admin', 'other-admin']),
    );
    expect(new Set(await counts(cityAdmin()))).toEqual(new Set([city, roads, environment, 'lina']));
    expect(new Set(await counts(officer('h', ['AGENCY_HEAD', roads])))).toEqual(new Set([roads, 'lina']));
    expect(await counts(officer('a', ['AGENCY_ADMIN', environment]))).toEqual([environment]);
    expect(
      new Set(await counts(officer('two', ['AGENCY_HEAD', roads], ['AGENCY_ADMIN', otherCity]))),
    ).toEqual(new Set([roads, 'lina', otherCity]));
    for (const viewer of [
      officer('l', ['LIAISON_OFFICER', roads]),
      officer('p', ['AGENCY_ADMIN', province]),
      officer('o', ['OMBUDSMAN', 'ombudsman']),
      officer('k', ['KSP_MONITOR', 'ksp']),
      { ...desk(), apiKey: { id: 'k', scopes: ['graph:read'] as const } },
      officer('x'),
      citizen(),
      somebody(),
    ])
      expect(await counts(viewer)).toEqual([]);
  });

  test('can be narrowed in every way, together too', async () => {
    const actions = async (filter: object) => (await read(desk(), filter)).actions;
    expect(await actions({ actorId: 'desk' })).toEqual(['POST_ENDED']);
    expect(await actions({ officerId: 'lina', actions: ['OFFICER_RENAMED', 'POST_ENDED'] })).toEqual([
      'POST_ENDED',
      'OFFICER_RENAMED',
    ]);
    expect(await actions({ organisationId: environment })).toEqual(['OBSTACLE_NOTED']);
    expect(await actions({ withinId: otherCity })).toEqual(['POST_GRANTED']);
    expect(
      await actions({
        withinId: city,
        actorId: 'desk',
        officerId: 'lina',
        organisationId: roads,
        actions: ['POST_ENDED'],
        from: '2026-11-23',
        until: '2026-11-23',
      }),
    ).toEqual(['POST_ENDED']);
  });

  test('goes on where the page before ended, in as many statements for many as for one', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await read(desk(), null, 2, after);
      seen.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    const all = await read(desk());
    expect(seen).toEqual(all.nodes.map(({ id }) => id));
    expect(all.statements).toBeLessThanOrEqual(5);
  });

  test('belongs to where things were, also after a unit has gone elsewhere', async () => {
    const [entry] = await service.database.query<{ places: string[] }>(
      'test-places-of-entry',
      `select places from audit_entry where action = 'OFFICER_RENAMED'`,
    );
    expect(entry!.places.toSorted()).toEqual([roads, city].toSorted());
  });
});

describe('the log cannot be changed', () => {
  test.each([
    ['update', `update audit_entry set facts = '{}'`],
    ['delete', 'delete from audit_entry'],
    ['truncate', 'truncate audit_entry'],
  ])('by the service’s own role: %s is not its right', async (_name, statement) => {
    await expect(service.database.pool.query(statement)).rejects.toThrow('permission denied');
  });

  test('and not by one that takes the right back', async () => {
    const client = await service.database.pool.connect();
    try {
      await client.query('begin');
      await client.query('grant update, delete, truncate on audit_entry to current_user');
      await expect(client.query(`delete from audit_entry`)).rejects.toThrow('append-only');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

test('a refused change leaves no entry', async () => {
  const before = (await read(desk())).nodes.length;
  await change(service, 'renameOfficer', { officerId: 'lina', name: 'x' }, cityAdmin());
  await change(
    service,
    'renameOfficer',
    { officerId: 'lina', name: 'Nama Lain' },
    officer('x', ['AGENCY_ADMIN', otherCity]),
  );
  expect((await read(desk())).nodes).toHaveLength(before);
});
