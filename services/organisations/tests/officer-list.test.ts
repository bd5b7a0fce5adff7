import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { registerFirstOfficer, seedOfficers } from '../src/modules/officer/index.ts';
import { type Harness, citizen, eventsOf, officer, somebody, withReferenceData } from './harness.ts';
import {
  auditOf,
  beginMorning,
  changed,
  city,
  cityAdmin,
  desk,
  environment,
  invitationsTold,
  otherUnit,
  province,
  rina,
  roads,
  settled,
} from './people.ts';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
});
afterAll(() => service[Symbol.asyncDispose]());
beforeEach(() => beginMorning(service));

describe('the list of officers', () => {
  beforeEach(() =>
    settled(
      service,
      ['ani', 'LIAISON_OFFICER', roads],
      ['budi', 'FIELD_OFFICER', environment],
      ['citra', 'AGENCY_HEAD', city],
      ['dewi', 'LIAISON_OFFICER', otherUnit],
      ['eka', 'ANALYST', 'ksp'],
    ),
  );
  const list = async (
    viewer = cityAdmin(),
    filter: object | null = null,
    first = 20,
    after: string | null = null,
  ) => {
    const { data, errors, statements } = await service.ask(
      `query ($filter: OfficerFilter, $first: Int!, $after: String) { officers(filter: $filter, first: $first, after: $after) {
         edges { node { id name email accountState posts { role organisation { name } } delegations { id } viewerCanManage } } pageInfo { hasNextPage endCursor }
       } }`,
      { filter, first, after },
      viewer,
    );
    expect(errors).toBeUndefined();
    const { edges, pageInfo } = data!.officers;
    return {
      ids: edges.map(({ node }: any) => node.id),
      nodes: edges.map(({ node }: any) => node),
      pageInfo,
      statements,
    };
  };

  test('holds those of the own governments; for the national desk all', async () => {
    expect((await list()).ids).toEqual(['ani', 'budi', 'citra', 'city-admin']);
    expect((await list(officer('x', ['FIELD_OFFICER', roads]))).ids).toEqual([
      'ani',
      'budi',
      'citra',
      'city-admin',
    ]);
    expect((await list(desk())).ids).toEqual(['ani', 'budi', 'citra', 'city-admin', 'dewi', 'eka']);
    expect((await list(officer('p', ['AGENCY_ADMIN', province]))).ids).toEqual([]);
    for (const viewer of [citizen(), somebody(), officer('nobody')])
      expect((await list(viewer)).ids).toEqual([]);
  });

  test('shows addresses to those who manage the officer', async () => {
    const { nodes } = await list();
    expect(nodes.map((node: any) => [node.id, node.viewerCanManage, node.email !== null])).toEqual([
      ['ani', true, true],
      ['budi', true, true],
      ['citra', true, true],
      ['city-admin', false, true], // oneself
    ]);
    const seen = (await list(officer('ani', ['LIAISON_OFFICER', roads]))).nodes;
    expect(seen.filter((node: any) => node.email !== null).map((node: any) => node.id)).toEqual(['ani']);
  });

  test('can be narrowed by place, role, state and words', async () => {
    expect((await list(cityAdmin(), { withinId: roads })).ids).toEqual(['ani']);
    expect((await list(cityAdmin(), { withinId: otherUnit })).ids).toEqual([]);
    expect((await list(desk(), { roles: ['LIAISON_OFFICER'] })).ids).toEqual(['ani', 'dewi']);
    await changed(service, 'inviteOfficer', rina, cityAdmin());
    expect((await list(cityAdmin(), { states: ['INVITED'] })).nodes).toMatchObject([
      { name: 'Rina Oktavia' },
    ]);
    service.clock.advance(8 * 86_400_000);
    expect((await list(cityAdmin(), { states: ['INVITATION_EXPIRED', 'NONE'] })).nodes).toMatchObject([
      { name: 'Rina Oktavia' },
    ]);
    expect((await list(desk(), { search: ' OF  dew' })).ids).toEqual(['dewi']);
    expect((await list(desk(), { search: 'eka@contoh' })).ids).toEqual(['eka']);
    expect((await list(desk(), { search: '%' })).ids).toEqual([]);
  });

  test('goes on where the page before ended', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await list(desk(), null, 2, after);
      seen.push(...page.ids);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(['ani', 'budi', 'citra', 'city-admin', 'dewi', 'eka']);
  });

  test('takes as many statements for many as for one', async () => {
    const one = (await list(desk(), null, 1)).statements;
    expect((await list(desk(), null, 100)).statements).toBe(one);
    // Officers, posts, their organisations and those of the viewer, delegations.
    expect(one).toBeLessThanOrEqual(5);
  });

  test('keeps those whose post has ended out, and their names known where they worked', async () => {
    await service.database.query(
      'test-end',
      `update post set ends_at = '2026-11-20T02:50:00Z' where officer_id = 'ani'`,
    );
    service.clock.set('2026-11-20T02:50:00Z');
    expect((await list()).ids).not.toContain('ani');
    const { data } = await service.ask(
      '{ officer(id: "ani") { name posts { id } accountState } }',
      {},
      cityAdmin(),
    );
    expect(data?.officer).toEqual({ name: 'Name of ani', posts: [], accountState: null });
    const foreign = await service.ask(
      '{ officer(id: "ani") { name } }',
      {},
      officer('d', ['AGENCY_ADMIN', 'pemkot-13-77']),
    );
    expect(foreign.data?.officer).toBeNull();
  });
});

describe('the first officers of an installation', () => {
  const first = {
    name: 'Bagus',
    email: 'bagus@menpan.go.id',
    role: 'NATIONAL_ADMIN',
    organisationId: 'kemenpanrb',
  } as const;

  test('are invited without anybody’s authority, again only when the link has run out', async () => {
    expect(await registerFirstOfficer(service, first)).toMatchObject({
      ok: true,
      value: { isInvited: true },
    });
    expect(await invitationsTold(service)).toMatchObject([{ console: 'national' }]);
    expect(await registerFirstOfficer(service, first)).toMatchObject({
      ok: true,
      value: { isInvited: false },
    });
    service.clock.advance(8 * 86_400_000);
    expect(await registerFirstOfficer(service, first)).toMatchObject({
      ok: true,
      value: { isInvited: true },
    });
    expect(await auditOf(service, 'OFFICER_INVITED')).toMatchObject({ actor_kind: 'SYSTEM', actor_id: null });
    expect(await registerFirstOfficer(service, { ...first, again: true })).toMatchObject({
      ok: true,
      value: { isInvited: true },
    });
  });

  test('are refused where the role is not', async () => {
    expect(await registerFirstOfficer(service, { ...first, organisationId: city })).toMatchObject({
      error: { code: 'ROLE_NOT_AT_ORGANISATION' },
    });
    expect(await registerFirstOfficer(service, { ...first, role: 'ADMIN' as never })).toMatchObject({
      error: { code: 'INVALID_INPUT', faults: [{ path: 'input.role' }] },
    });
    expect(await invitationsTold(service)).toEqual([]);
  });
});

describe('seeding', () => {
  const seed = (role: 'OMBUDSMAN' | 'LIAISON_OFFICER', organisationId: string) =>
    seedOfficers(service, [{ id: 'ani', name: 'Ani', posts: [{ role, organisationId }] }]);

  test('can be repeated', async () => {
    await seed('LIAISON_OFFICER', roads);
    const events = (await eventsOf(service.database, 'officer.posts-changed')).length;
    await seed('LIAISON_OFFICER', roads);
    expect(await eventsOf(service.database, 'officer.posts-changed')).toHaveLength(events);
  });

  test('stops at a post that cannot be, and leaves nothing behind', async () => {
    await expect(seed('OMBUDSMAN', city)).rejects.toThrow('ROLE_NOT_AT_ORGANISATION');
    await expect(seed('LIAISON_OFFICER', 'nowhere')).rejects.toThrow('nowhere');
    expect(await service.database.query('test-ani', `select 1 from officer where id = 'ani'`)).toEqual([]);
  });
});
