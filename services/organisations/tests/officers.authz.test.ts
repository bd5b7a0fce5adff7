import { POST_ROLES, type PostRole, type Viewer } from '@lapor/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Harness, citizen, officer, somebody, withReferenceData } from './harness.ts';
import {
  change,
  changed,
  city,
  cityAdmin,
  desk,
  environment,
  forgetPeople,
  otherCity,
  otherUnit,
  postIdOf,
  province,
  roads,
  settled,
  toldPosts,
} from './people.ts';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
});
afterAll(() => service[Symbol.asyncDispose]());

describe('the officer in the graph', () => {
  beforeAll(async () => {
    await forgetPeople(service);
    await settled(
      service,
      ['in-padang', 'LIAISON_OFFICER', roads],
      ['in-pariaman', 'LIAISON_OFFICER', otherUnit],
      ['at-ministry', 'LIAISON_OFFICER', 'ditjen-bina-marga'],
      ['mayor', 'AGENCY_HEAD', city],
    );
  });
  const document = `{ _entities(representations: [
    { __typename: "Officer", id: "in-padang" }, { __typename: "Officer", id: "in-pariaman" }, { __typename: "Officer", id: "at-ministry" }
  ]) { ... on Officer { id name accountState posts { role organisation { id } } delegations { id } email } } }`;

  test.each<[string, Viewer, string[]]>([
    ['the national desk', desk(), ['in-padang', 'in-pariaman', 'at-ministry']],
    ['officers of the same government', officer('x', ['FIELD_OFFICER', environment]), ['in-padang']],
    ['the officer', officer('in-pariaman'), ['in-pariaman']],
    ['the province above', officer('p', ['AGENCY_ADMIN', province]), []],
    ['the ministry above', officer('m', ['AGENCY_HEAD', 'kemenpu']), ['at-ministry']],
    ['an analyst', officer('y', ['ANALYST', 'ksp']), []],
    ['an officer without a post', officer('z'), []],
    ['a citizen', citizen(), []],
    ['the public', somebody(), []],
  ])('is known to %s', async (_name, viewer, known) => {
    const { data, errors, statements } = await service.ask(document, {}, viewer);
    expect(errors).toBeUndefined();
    for (const { id, name, posts, accountState } of data!._entities) {
      expect([id, name !== null, posts.length > 0, accountState !== null]).toEqual([
        id,
        ...Array.from({ length: 3 }, () => known.includes(id)),
      ]);
    }
    expect(statements).toBeLessThanOrEqual(5);
  });

  test('shows addresses to the officer and those who manage the officer only', async () => {
    const seen = async (viewer: Viewer) =>
      (await service.ask(document, {}, viewer)).data!._entities.flatMap(({ id, email }: any) =>
        email ? [id] : [],
      );
    expect(await seen(desk())).toEqual(['in-padang', 'in-pariaman', 'at-ministry']);
    expect(await seen(cityAdmin())).toEqual(['in-padang']);
    expect(await seen(officer('in-padang', ['LIAISON_OFFICER', roads]))).toEqual(['in-padang']);
    expect(await seen(officer('x', ['AGENCY_HEAD', city]))).toEqual([]);
  });

  test('viewerOfficer is the officer who asks, with the posts in force', async () => {
    const ask = (viewer: Viewer) =>
      service.ask(
        '{ viewerOfficer { id viewerIsSelf viewerCanManage posts { role organisation { id } } } }',
        {},
        viewer,
      );
    const { data } = await ask(officer('at-ministry', ['LIAISON_OFFICER', 'ditjen-bina-marga']));
    expect(data?.viewerOfficer).toEqual({
      id: 'at-ministry',
      viewerIsSelf: true,
      viewerCanManage: false,
      posts: [{ role: 'LIAISON_OFFICER', organisation: { id: 'ditjen-bina-marga' } }],
    });
    for (const viewer of [citizen(), somebody(), officer('unregistered')]) {
      expect((await ask(viewer)).data?.viewerOfficer).toBeNull();
    }
  });

  test('the head of an organisation is public by title and name', async () => {
    const { data } = await service.ask(
      `{ organisation(id: "${city}") { head { title name } } }`,
      {},
      somebody(),
    );
    expect(data?.organisation.head).toEqual({ title: 'Wali Kota', name: 'Name of mayor' });
  });
});

describe('posts', () => {
  const places = ['kemenpanrb', 'ksp', province, city, roads, otherCity, 'kemenpu', 'ditjen-bina-marga'];
  const agencyRoles: readonly PostRole[] = ['LIAISON_OFFICER', 'FIELD_OFFICER', 'AGENCY_HEAD'];

  /** Written from the rules, not from the policy: which posts each of these may give and take. */
  const oracle: Record<string, { viewer: Viewer; may: (role: PostRole, place: string) => boolean }> = {
    'national admin at KemenPANRB': { viewer: desk(), may: () => true },
    'admin of Kota Padang': {
      viewer: cityAdmin(),
      may: (role, place) =>
        (agencyRoles.includes(role) && [city, roads].includes(place)) ||
        (role === 'AGENCY_ADMIN' && place === roads),
    },
    'admin of one dinas': {
      viewer: officer('a', ['AGENCY_ADMIN', roads]),
      may: (role, place) => agencyRoles.includes(role) && place === roads,
    },
    // A province does not own its cities.
    'admin of Sumatera Barat': {
      viewer: officer('a', ['AGENCY_ADMIN', province]),
      may: (role, place) => agencyRoles.includes(role) && place === province,
    },
    'admin of a ministry': {
      viewer: officer('a', ['AGENCY_ADMIN', 'kemenpu']),
      may: (role, place) =>
        (agencyRoles.includes(role) && ['kemenpu', 'ditjen-bina-marga'].includes(place)) ||
        (role === 'AGENCY_ADMIN' && place === 'ditjen-bina-marga'),
    },
    'liaison officer': { viewer: officer('l', ['LIAISON_OFFICER', roads]), may: () => false },
    'head of the city': { viewer: officer('h', ['AGENCY_HEAD', city]), may: () => false },
    ombudsman: { viewer: officer('o', ['OMBUDSMAN', 'ombudsman']), may: () => false },
    'KSP monitor': { viewer: officer('k', ['KSP_MONITOR', 'ksp']), may: () => false },
    analyst: { viewer: officer('y', ['ANALYST', 'ksp']), may: () => false },
    'officer without a post': { viewer: officer('x'), may: () => false },
    citizen: { viewer: citizen(), may: () => false },
    public: { viewer: somebody(), may: () => false },
  };

  test.each(Object.keys(oracle))('%s gives and takes those of the oracle and no others', async (name) => {
    const { viewer, may } = oracle[name]!;
    await forgetPeople(service);
    for (const organisationId of places) {
      for (const role of POST_ROLES) {
        const verdict = `${role} at ${organisationId}`;
        const email = `${role.toLowerCase()}-${organisationId}@contoh.go.id`;
        const invited = await change(
          service,
          'inviteOfficer',
          { name: 'Nama', email, organisationId, role },
          viewer,
        );
        const isGiven = invited.__typename === 'OfficerChanged';
        const isRefusedByRole = invited.code === 'ROLE_NOT_AT_ORGANISATION';
        expect([verdict, isGiven || isRefusedByRole]).toEqual([verdict, may(role, organisationId)]);
        if (!isGiven && !isRefusedByRole) expect(invited).toMatchObject({ __typename: 'NotFound' });
        if (!isGiven) continue;
        const postId = await postIdOf(service, invited.officer.id, organisationId);
        expect([verdict, (await change(service, 'endPost', { postId }, viewer)).__typename]).toEqual([
          verdict,
          'OfficerChanged',
        ]);
      }
    }
  });

  test('not allowed and not found look alike', async () => {
    await forgetPeople(service);
    await settled(service, ['lina', 'LIAISON_OFFICER', roads]);
    const postId = await postIdOf(service, 'lina', roads);
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const stranger = officer('s', ['AGENCY_ADMIN', otherCity]);
    const pairs: [string, object, object][] = [
      ['endPost', { postId }, { postId: nowhere }],
      ['renameOfficer', { officerId: 'lina', name: 'Nama' }, { officerId: 'nobody', name: 'Nama' }],
      [
        'suspendOfficer',
        { officerId: 'lina', reason: 'Alasan apa pun' },
        { officerId: 'nobody', reason: 'Alasan apa pun' },
      ],
      ['reinstateOfficer', { officerId: 'lina' }, { officerId: 'nobody' }],
      ['inviteOfficerAgain', { officerId: 'lina' }, { officerId: 'nobody' }],
      [
        'delegatePost',
        { postId, substituteId: 's', from: '2026-11-20', until: '2026-11-21' },
        { postId: nowhere, substituteId: 's', from: '2026-11-20', until: '2026-11-21' },
      ],
      [
        'noteObstacle',
        { organisationId: roads, obstacle: 'x' },
        { organisationId: 'nowhere', obstacle: 'x' },
      ],
    ];
    for (const [mutation, foreign, unknown] of pairs) {
      const answers = [foreign, unknown].map((input) =>
        change(service, mutation, input as Record<string, unknown>, stranger),
      );
      const [one, other] = await Promise.all(answers);
      expect([mutation, one]).toEqual([mutation, other]);
      expect(one).toMatchObject({ __typename: 'NotFound', code: 'NOT_FOUND' });
    }
  });
});

describe('authority follows the posts as identity is told of them', () => {
  beforeEach(async () => {
    service.clock.set('2026-11-20T02:40:00Z');
    await forgetPeople(service);
    await settled(service, ['city-admin', 'AGENCY_ADMIN', city], ['rina', 'FIELD_OFFICER', environment]);
  });

  /** The viewer that identity makes of what it was told, by its own clock. */
  async function viewerOf(officerId: string): Promise<Viewer> {
    const { isSuspended, posts } = await toldPosts(service, officerId);
    const now = service.clock.now();
    const inForce = posts.filter(
      ({ from, until }: any) => new Date(from) <= now && (until === null || new Date(until) > now),
    );
    return officer(
      officerId,
      ...(isSuspended ? [] : inForce.map(({ role, organisationId }: any) => [role, organisationId])),
    );
  }
  const mayInvite = async (officerId: string) => {
    const input = {
      name: 'Baru',
      email: `b${Math.random()}@padang.go.id`,
      organisationId: roads,
      role: 'LIAISON_OFFICER',
    };
    return (
      (await change(service, 'inviteOfficer', input, await viewerOf(officerId))).__typename ===
      'OfficerChanged'
    );
  };

  test('a coming post opens nothing before its day, and nothing after it ended', async () => {
    await changed(
      service,
      'grantPost',
      {
        officerId: 'rina',
        organisationId: roads,
        role: 'AGENCY_ADMIN',
        from: '2026-12-01',
        until: '2026-12-31',
      },
      cityAdmin(),
    );
    expect(await mayInvite('rina')).toBe(false);
    service.clock.set('2026-11-30T17:00:00Z');
    expect(await mayInvite('rina')).toBe(true);
    service.clock.set('2026-12-31T17:00:00Z');
    expect(await mayInvite('rina')).toBe(false);
  });

  test('a suspended officer may do nothing until reinstated', async () => {
    expect(await mayInvite('city-admin')).toBe(true);
    await changed(service, 'suspendOfficer', { officerId: 'city-admin', reason: 'Alasan apa pun' }, desk());
    expect(await mayInvite('city-admin')).toBe(false);
    await changed(service, 'reinstateOfficer', { officerId: 'city-admin' }, desk());
    expect(await mayInvite('city-admin')).toBe(true);
  });

  test('a substitute may what the holder may, while it lasts', async () => {
    const postId = await postIdOf(service, 'city-admin', city);
    await changed(
      service,
      'delegatePost',
      { postId, substituteId: 'rina', from: '2026-11-20', until: '2026-11-21' },
      cityAdmin(),
    );
    expect(await mayInvite('rina')).toBe(true);
    service.clock.set('2026-11-21T17:00:00Z');
    expect(await mayInvite('rina')).toBe(false);
  });
});
