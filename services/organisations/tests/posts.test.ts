import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyBoundaries, movePosts } from '../src/modules/officer/index.ts';
import { refreshStaffing } from '../src/modules/organisation/index.ts';
import { type Harness, eventsOf, officer, withReferenceData } from './harness.ts';
import {
  auditOf,
  change,
  changed,
  city,
  cityAdmin,
  desk,
  environment,
  forgetPeople,
  ministry,
  otherUnit,
  postIdOf,
  province,
  roads,
  settled,
  staffed,
  toldPosts,
} from './people.ts';

const start = '2026-11-20T02:40:00Z';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
});
afterAll(() => service[Symbol.asyncDispose]());
beforeEach(async () => {
  service.clock.set(start);
  await forgetPeople(service);
  await settled(service, ['city-admin', 'AGENCY_ADMIN', city], ['rina', 'FIELD_OFFICER', roads]);
});

const grant = (input: object, viewer = cityAdmin()) =>
  change(
    service,
    'grantPost',
    { officerId: 'rina', organisationId: environment, role: 'LIAISON_OFFICER', ...input },
    viewer,
  );

describe('granting a post', () => {
  test('from a coming day to another shows it as coming, and tells identity both instants', async () => {
    const { officer: rina } = await grant({ from: '2026-12-01', until: '2026-12-31' });
    expect(rina).toMatchObject({
      posts: [{ role: 'FIELD_OFFICER' }],
      comingPosts: [{ role: 'LIAISON_OFFICER', from: '2026-12-01', until: '2026-12-31' }],
    });
    expect((await toldPosts(service, 'rina')).posts).toMatchObject([
      {
        organisationId: environment,
        role: 'LIAISON_OFFICER',
        from: '2026-11-30T17:00:00.000Z',
        until: '2026-12-31T17:00:00.000Z',
      },
      { organisationId: roads, role: 'FIELD_OFFICER', until: null },
    ]);
    expect(await auditOf(service, 'POST_GRANTED')).toMatchObject({
      actor_id: 'city-admin',
      officer_id: 'rina',
      organisation_id: environment,
      facts: { role: 'LIAISON_OFFICER', from: '2026-11-30T17:00:00.000Z', until: '2026-12-31T17:00:00.000Z' },
    });
  });

  test('from today begins now', async () => {
    expect(await grant({ from: '2026-11-20' })).toMatchObject({
      officer: { posts: [{}, {}], comingPosts: [] },
    });
    expect(await staffed(service, environment)).toEqual([environment]);
  });

  test('goes by the day at the place, not in London', async () => {
    // 23:30 on the 19th in London, 07:30 on the 20th in Tanah Bumbu.
    service.clock.set('2026-11-19T23:30:00Z');
    await settled(service, ['borneo', 'FIELD_OFFICER', 'pemkab-63-10']);
    const input = { officerId: 'borneo', organisationId: 'pemkab-63-10', role: 'LIAISON_OFFICER' };
    expect(await change(service, 'grantPost', { ...input, from: '2026-11-19' }, desk())).toMatchObject({
      fields: [{ path: 'input.from' }],
    });
    const { posts } = await changed(service, 'grantPost', { ...input, until: '2026-11-20' }, desk());
    expect(posts).toContainEqual(expect.objectContaining({ from: '2026-11-20', until: '2026-11-20' }));
  });

  test.each([
    [{ from: '2026-11-19' }, 'input.from'],
    [{ until: '2026-11-19' }, 'input.until'],
    [{ from: '2026-12-02', until: '2026-12-01' }, 'input.until'],
    [{ from: '2026-02-30' }, null],
  ])('with %o is refused', async (days, path) => {
    if (path === null) await expect(grant(days)).rejects.toThrow('LocalDate');
    else
      expect(await grant(days)).toMatchObject({
        __typename: 'InvalidInput',
        fields: [{ path, code: 'INVALID' }],
      });
  });

  test('that is held, or held for a part of the time, is refused; after it ends it is not', async () => {
    await grant({ from: '2026-12-01', until: '2026-12-31' });
    expect(await grant({ from: '2026-12-10', until: '2026-12-20' })).toMatchObject({ code: 'ALREADY_HELD' });
    expect(await grant({ from: '2026-12-20', until: '2027-01-20' })).toMatchObject({ code: 'OVERLAPS' });
    expect(await grant({})).toMatchObject({ code: 'OVERLAPS' });
    expect(await grant({ from: '2027-01-01' })).toMatchObject({ __typename: 'OfficerChanged' });
    expect(await grant({ until: '2026-11-30' })).toMatchObject({ __typename: 'OfficerChanged' });
  });

  test('the database itself keeps a post from being doubled', async () => {
    const insert = `insert into post (id, officer_id, organisation_id, role, starts_at) values (gen_random_uuid(), 'rina', '${roads}', 'FIELD_OFFICER', '2026-12-01')`;
    await expect(service.database.pool.query(insert)).rejects.toThrow('post_once');
  });

  test('is not for oneself, whatever the way: what only a unit reads stays closed to the admin above', async () => {
    const reach = (viewer = cityAdmin()) =>
      grant({ officerId: viewer.accountId, role: 'LIAISON_OFFICER' }, viewer);
    expect(await reach()).toMatchObject({ code: 'OWN_ACCOUNT' });
    const invited = await change(
      service,
      'inviteOfficer',
      {
        name: 'Saya',
        email: 'city-admin@contoh.go.id',
        organisationId: environment,
        role: 'LIAISON_OFFICER',
      },
      cityAdmin(),
    );
    expect(invited).toMatchObject({ code: 'OWN_ACCOUNT' });
    await settled(service, ['desk', 'NATIONAL_ADMIN', 'kemenpanrb']);
    expect(await reach(desk())).toMatchObject({ code: 'OWN_ACCOUNT' });
    const posts = await service.database.query(
      'test-own-posts',
      `select role from post where officer_id in ('city-admin', 'desk') order by role`,
    );
    expect(posts).toEqual([{ role: 'AGENCY_ADMIN' }, { role: 'NATIONAL_ADMIN' }]);
  });

  test('is for officers whom the admin knows', async () => {
    await settled(service, ['dewi', 'LIAISON_OFFICER', otherUnit]);
    expect(await grant({ officerId: 'dewi' })).toMatchObject({ __typename: 'NotFound' });
    expect(await grant({ officerId: 'nobody' })).toEqual(await grant({ organisationId: 'nowhere' }));
    expect(await grant({ officerId: 'dewi' }, desk())).toMatchObject({ __typename: 'OfficerChanged' });
  });
});

describe('ending a post', () => {
  const end = async (input: object = {}, viewer = cityAdmin()) =>
    change(service, 'endPost', { postId: await postIdOf(service, 'rina', roads), ...input }, viewer);

  test('ends it at once; the row is kept', async () => {
    service.clock.advance(3_600_000);
    expect(await end()).toMatchObject({ officer: { posts: [] } });
    expect(await toldPosts(service, 'rina')).toMatchObject({ posts: [] });
    const { data } = await service.ask(
      '{ officer(id: "rina") { pastPosts { role from until } } }',
      {},
      desk(),
    );
    expect(data?.officer.pastPosts).toEqual([
      { role: 'FIELD_OFFICER', from: '2026-11-20', until: '2026-11-20' },
    ]);
    expect(await auditOf(service, 'POST_ENDED')).toMatchObject({
      officer_id: 'rina',
      organisation_id: roads,
    });
    expect(await end()).toMatchObject({ __typename: 'NotFound' });
  });

  test('after a last day lets it run until then', async () => {
    expect(await end({ on: '2026-11-30' })).toMatchObject({ officer: { posts: [{ until: '2026-11-30' }] } });
    expect((await toldPosts(service, 'rina')).posts).toMatchObject([{ until: '2026-11-30T17:00:00.000Z' }]);
    expect(await end({ on: '2026-12-01' })).toMatchObject({ fields: [{ path: 'input.on' }] });
    expect(await end({ on: '2026-11-19' })).toMatchObject({ fields: [{ path: 'input.on' }] });
    expect(await end({ on: '2026-11-25' })).toMatchObject({ officer: { posts: [{ until: '2026-11-25' }] } });
  });

  test('that has not begun takes it back', async () => {
    await grant({ from: '2026-12-01' });
    const postId = await postIdOf(service, 'rina', environment);
    expect(await change(service, 'endPost', { postId }, cityAdmin())).toMatchObject({
      officer: { comingPosts: [] },
    });
    expect((await toldPosts(service, 'rina')).posts).toHaveLength(1);
    expect(await grant({})).toMatchObject({ __typename: 'OfficerChanged' });
  });

  test('is not for the own post, nor for a foreign or unknown one', async () => {
    const own = await postIdOf(service, 'city-admin', city);
    expect(await change(service, 'endPost', { postId: own }, cityAdmin())).toMatchObject({
      code: 'OWN_ACCOUNT',
    });
    const stranger = officer('x', ['AGENCY_ADMIN', 'pemkot-13-77']);
    const foreign = await end({}, stranger);
    expect(foreign).toEqual(await end({ postId: '00000000-0000-4000-8000-000000000000' }, stranger));
    expect(foreign.__typename).toBe('NotFound');
  });

  test('of the last admin of a government is for the national desk alone', async () => {
    await settled(service, ['budi', 'AGENCY_ADMIN', roads]);
    const postId = await postIdOf(service, 'budi', roads);
    // Somebody else is still there.
    expect(await change(service, 'endPost', { postId, on: '2026-12-31' }, cityAdmin())).toMatchObject({
      __typename: 'OfficerChanged',
    });
    await changed(service, 'suspendOfficer', { officerId: 'city-admin', reason: 'Alasan apa pun' }, desk());
    expect(await change(service, 'endPost', { postId }, cityAdmin())).toMatchObject({ code: 'LAST_ADMIN' });
    expect(await change(service, 'endPost', { postId }, desk())).toMatchObject({
      __typename: 'OfficerChanged',
    });
  });
});

describe('staffed', () => {
  const events = async () =>
    (await eventsOf(service.database, 'organisation.changed')).map(({ stream, payload }) => [
      stream,
      payload.isStaffed,
    ]);

  test('is a government with an agency admin in it, not the province above and not the units beside', async () => {
    await forgetPeople(service);
    await settled(service, ['ani', 'AGENCY_ADMIN', roads]);
    expect(await staffed(service, province, city, roads, environment)).toEqual([roads, city]);
    expect(await events()).toEqual([
      [city, true],
      [roads, true],
    ]);
  });

  test('is a unit with a liaison officer, but not yet its government', async () => {
    await forgetPeople(service);
    await settled(service, ['ani', 'LIAISON_OFFICER', roads]);
    expect(await staffed(service, city, roads)).toEqual([roads]);
  });

  test('names the nearest staffed one above as stand-in', async () => {
    const standIn = async (id: string) =>
      (await service.ask(`{ organisation(id: "${id}") { isStaffed standIn { id } } }`)).data?.organisation;
    expect(await standIn(environment)).toEqual({ isStaffed: false, standIn: { id: city } });
    expect(await standIn(city)).toEqual({ isStaffed: true, standIn: null });
    // The province above is another government: the national desk answers.
    expect(await standIn('pemkot-13-77')).toEqual({ isStaffed: false, standIn: null });
  });

  test('begins and ends with the days of a post, told once', async () => {
    await grant({ from: '2026-12-01', until: '2026-12-31' });
    await service.database.query('test-clean-events', 'truncate event, event_delivery');
    const look = async (at: string) => {
      service.clock.set(at);
      await applyBoundaries(service);
      return staffed(service, environment);
    };
    expect(await look('2026-11-30T16:59:59Z')).toEqual([]);
    expect(await look('2026-11-30T17:00:00Z')).toEqual([environment]);
    expect(await look('2026-12-15T00:00:00Z')).toEqual([environment]);
    expect(await look('2026-12-31T17:00:00Z')).toEqual([]);
    expect(await events()).toEqual([
      [environment, true],
      [environment, false],
    ]);
  });

  test('is found out once by several who look at the same moment', async () => {
    await grant({ from: '2026-12-01' });
    await applyBoundaries(service);
    await service.database.query('test-clean-events', 'truncate event, event_delivery');
    service.clock.set('2026-12-02T00:00:00Z');
    const found = await Promise.all([1, 2, 3].map(() => applyBoundaries(service)));
    expect(found.toSorted()).toEqual([0, 0, 1]);
    expect(await events()).toEqual([[environment, true]]);
  });

  test('stays right when posts begin and end at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      await forgetPeople(service);
      await settled(service, ['old', 'AGENCY_ADMIN', city], ['next', 'FIELD_OFFICER', city]);
      const postId = await postIdOf(service, 'old', city);
      await Promise.all([
        changed(service, 'endPost', { postId }, desk()),
        changed(
          service,
          'grantPost',
          { officerId: 'next', organisationId: roads, role: 'AGENCY_ADMIN' },
          desk(),
        ),
      ]);
      expect(await staffed(service, city)).toEqual([city]);
      await changed(service, 'endPost', { postId: await postIdOf(service, 'next', roads) }, desk());
      expect(await staffed(service, city)).toEqual([]);
    }
  });

  test('does not wait for itself when officers with posts in two governments change places', async () => {
    await settled(service, ['m-admin', 'AGENCY_ADMIN', ministry], ['both', 'FIELD_OFFICER', ministry]);
    await changed(
      service,
      'grantPost',
      { officerId: 'both', organisationId: roads, role: 'FIELD_OFFICER' },
      desk(),
    );
    await changed(
      service,
      'grantPost',
      { officerId: 'rina', organisationId: ministry, role: 'FIELD_OFFICER' },
      desk(),
    );
    const work = Promise.all([
      changed(service, 'suspendOfficer', { officerId: 'both', reason: 'Alasan apa pun' }, desk()),
      changed(service, 'suspendOfficer', { officerId: 'rina', reason: 'Alasan apa pun' }, desk()),
      changed(
        service,
        'grantPost',
        { officerId: 'm-admin', organisationId: roads, role: 'FIELD_OFFICER' },
        desk(),
      ),
      changed(
        service,
        'grantPost',
        { officerId: 'city-admin', organisationId: ministry, role: 'FIELD_OFFICER' },
        desk(),
      ),
    ]);
    await expect(work).resolves.toHaveLength(4);
  });
});

describe('posts at an organisation that goes on in another', () => {
  const move = () =>
    service.database.transaction(async (em) => {
      const at = service.clock.now();
      await movePosts(em, { fromId: roads, toId: environment, actor: { kind: 'OFFICER', id: 'desk' }, at });
      await refreshStaffing(em, [roads, environment], at);
    });

  test('go along from that moment, the coming ones and the substitutes too', async () => {
    await settled(service, ['lina', 'LIAISON_OFFICER', roads]);
    await grant({ organisationId: roads, role: 'AGENCY_HEAD', from: '2026-12-01', until: '2026-12-31' });
    await changed(
      service,
      'delegatePost',
      {
        postId: await postIdOf(service, 'lina', roads),
        substituteId: 'rina',
        from: '2026-11-20',
        until: '2026-11-30',
      },
      cityAdmin(),
    );
    service.clock.advance(3_600_000);
    await move();
    expect(await toldPosts(service, 'rina')).toMatchObject({
      posts: [
        {
          role: 'AGENCY_HEAD',
          organisationId: environment,
          from: '2026-11-30T17:00:00.000Z',
          until: '2026-12-31T17:00:00.000Z',
        },
        { role: 'FIELD_OFFICER', organisationId: environment, until: null },
        {
          role: 'LIAISON_OFFICER',
          organisationId: environment,
          onBehalfOf: 'lina',
          until: '2026-11-30T17:00:00.000Z',
        },
      ],
    });
    expect(await staffed(service, roads, environment)).toEqual([environment]);
    const { data } = await service.ask(
      '{ officer(id: "lina") { delegations { organisation { id } substitute { id } } pastPosts { organisation { id } } } }',
      {},
      desk(),
    );
    expect(data?.officer).toEqual({
      delegations: [{ organisation: { id: environment }, substitute: { id: 'rina' } }],
      pastPosts: [{ organisation: { id: roads } }],
    });
    expect(await auditOf(service, 'POST_MOVED')).toMatchObject({
      organisation_id: environment,
      facts: { fromOrganisationId: roads },
    });
  });

  test('are not doubled where the officer holds the same', async () => {
    await grant({ role: 'FIELD_OFFICER' });
    await move();
    expect((await toldPosts(service, 'rina')).posts).toMatchObject([
      { role: 'FIELD_OFFICER', organisationId: environment },
    ]);
    expect(await auditOf(service, 'POST_ENDED')).toMatchObject({
      officer_id: 'rina',
      organisation_id: roads,
    });
  });
});
