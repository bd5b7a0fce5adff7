import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyBoundaries } from '../src/modules/officer/index.ts';
import { type Harness, officer, withReferenceData } from './harness.ts';
import {
  auditOf,
  change,
  changed,
  city,
  cityAdmin,
  desk,
  environment,
  forgetPeople,
  otherUnit,
  postIdOf,
  roads,
  settled,
  staffed,
  toldPosts,
} from './people.ts';

const start = '2026-11-20T02:40:00Z';
const lina = () => officer('lina', ['LIAISON_OFFICER', roads]);

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
});
afterAll(() => service[Symbol.asyncDispose]());
beforeEach(async () => {
  service.clock.set(start);
  await forgetPeople(service);
  await settled(
    service,
    ['city-admin', 'AGENCY_ADMIN', city],
    ['lina', 'LIAISON_OFFICER', roads],
    ['rina', 'FIELD_OFFICER', environment],
    ['foreign', 'LIAISON_OFFICER', otherUnit],
  );
});

const delegate = async (input: object = {}, viewer = lina()) =>
  change(
    service,
    'delegatePost',
    {
      postId: await postIdOf(service, 'lina', roads),
      substituteId: 'rina',
      from: '2026-12-01',
      until: '2026-12-05',
      ...input,
    },
    viewer,
  );
const seen = async (id: string) =>
  (
    await service.ask(
      `{ officer(id: "${id}") { id delegations { ...d } substitutions { ...d } posts { role onBehalfOf { id } organisation { id } } } }
       fragment d on Delegation { id role from until isRunning organisation { id } officer { id } substitute { id } }`,
      {},
      desk(),
    )
  ).data?.officer;

describe('delegating a post', () => {
  test('lets the substitute act for the holder on those days, and both see it', async () => {
    expect(await delegate()).toMatchObject({ officer: { id: 'lina' } });
    const delegation = {
      id: expect.any(String),
      role: 'LIAISON_OFFICER',
      from: '2026-12-01',
      until: '2026-12-05',
      isRunning: false,
      organisation: { id: roads },
      officer: { id: 'lina' },
      substitute: { id: 'rina' },
    };
    expect(await seen('lina')).toMatchObject({ delegations: [delegation], substitutions: [] });
    expect(await seen('rina')).toMatchObject({ delegations: [], substitutions: [delegation] });
    expect((await toldPosts(service, 'rina')).posts).toContainEqual({
      role: 'LIAISON_OFFICER',
      organisationId: roads,
      governmentId: city,
      from: '2026-11-30T17:00:00.000Z',
      until: '2026-12-05T17:00:00.000Z',
      onBehalfOf: 'lina',
    });
    expect(await auditOf(service, 'POST_DELEGATED')).toMatchObject({
      actor_id: 'lina',
      officer_id: 'lina',
      organisation_id: roads,
      facts: { substituteId: 'rina' },
    });
    service.clock.set('2026-12-02T00:00:00Z');
    expect(await seen('lina')).toMatchObject({ delegations: [{ isRunning: true }] });
    expect((await seen('rina')).posts).toContainEqual({
      role: 'LIAISON_OFFICER',
      organisation: { id: roads },
      onBehalfOf: { id: 'lina' },
    });
    service.clock.set('2026-12-05T17:00:00Z');
    expect(await seen('lina')).toMatchObject({ delegations: [] });
    expect((await seen('rina')).posts).toHaveLength(1);
  });

  test('is told of what the substitute did at the post, then and there', async () => {
    await delegate();
    const holder = async (act: object) => {
      const { data } = await service.ask(
        `query ($entries: [_Any!]!) { _entities(representations: $entries) { ... on HistoryEntry { onBehalfOf { id } } } }`,
        { entries: [{ __typename: 'HistoryEntry', id: '1', ...act }] },
        desk(),
      );
      return data!._entities[0].onBehalfOf?.id ?? null;
    };
    const during = '2026-12-02T03:00:00.000Z';
    const act = { at: during, officer: { id: 'rina' }, organisation: { id: roads } };
    expect(await holder(act)).toBe('lina');
    // The gateway takes names of the key from here as well.
    const named = await service.ask(
      `query ($entries: [_Any!]!) { _entities(representations: $entries) { ... on HistoryEntry { officer { name } organisation { name } } } }`,
      { entries: [{ __typename: 'HistoryEntry', id: '1', ...act }] },
      desk(),
    );
    expect(named.data!._entities[0]).toEqual({
      officer: { name: 'Name of rina' },
      organisation: { name: 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang' },
    });
    // At the moment it began, and at the one it ended.
    expect(await holder({ ...act, at: '2026-11-30T17:00:00.000Z' })).toBe('lina');
    expect(await holder({ ...act, at: '2026-12-05T17:00:00.000Z' })).toBeNull();
    // At the own post, by the holder, and by somebody whom the viewer may not know.
    expect(await holder({ ...act, organisation: { id: environment } })).toBeNull();
    expect(await holder({ ...act, officer: { id: 'lina' } })).toBeNull();
    expect(await holder({ ...act, officer: null })).toBeNull();
    // Of the own right it is what was the own right as well.
    await settled(service, ['rina', 'FIELD_OFFICER', roads]);
    expect(await holder(act)).toBeNull();
  });

  test('keeps a unit staffed while its officer is suspended from the day before', async () => {
    await settled(service, ['only', 'LIAISON_OFFICER', environment]);
    const postId = await postIdOf(service, 'only', environment);
    await changed(
      service,
      'delegatePost',
      { postId, substituteId: 'lina', from: '2026-11-20', until: '2026-11-21' },
      cityAdmin(),
    );
    await changed(service, 'endPost', { postId, on: '2026-11-20' }, cityAdmin());
    // The substitute stands in no longer than there is a post to stand in for.
    expect((await toldPosts(service, 'lina')).posts).toMatchObject([
      { organisationId: environment, until: '2026-11-20T17:00:00.000Z' },
      { organisationId: roads },
    ]);
    service.clock.set('2026-11-20T17:00:00Z');
    await applyBoundaries(service);
    expect(await staffed(service, environment)).toEqual([]);
  });

  test.each([
    [{ from: '2026-11-19' }, 'input.from', 'INVALID'],
    [{ from: '2026-12-05', until: '2026-12-04' }, 'input.until', 'INVALID'],
    [{ from: '2026-12-01', until: '2027-03-01' }, 'input.until', 'TOO_LONG'],
  ])('for %o is refused', async (days, path, code) => {
    expect(await delegate(days)).toMatchObject({ __typename: 'InvalidInput', fields: [{ path, code }] });
  });

  test('may last ninety days, and lies within the days of the post', async () => {
    await changed(
      service,
      'endPost',
      { postId: await postIdOf(service, 'lina', roads), on: '2026-12-03' },
      cityAdmin(),
    );
    expect(await delegate()).toMatchObject({ fields: [{ path: 'input.until', code: 'INVALID' }] });
    expect(await delegate({ until: '2026-12-03' })).toMatchObject({ __typename: 'OfficerChanged' });
    const postId = await postIdOf(service, 'city-admin', city);
    // 1 December to 28 February are ninety days.
    expect(await delegate({ postId, until: '2027-02-28' }, cityAdmin())).toMatchObject({
      __typename: 'OfficerChanged',
    });
  });

  test('needs an officer of the same government who can sign in', async () => {
    const unsuitable = { __typename: 'ChangeRefused', code: 'SUBSTITUTE_UNSUITABLE' };
    expect(await delegate({ substituteId: 'foreign' })).toMatchObject(unsuitable);
    expect(await delegate({ substituteId: 'nobody' })).toMatchObject(unsuitable);
    const { id: invited } = await changed(
      service,
      'inviteOfficer',
      { name: 'Baru', email: 'baru@padang.go.id', organisationId: environment, role: 'LIAISON_OFFICER' },
      cityAdmin(),
    );
    expect(await delegate({ substituteId: invited })).toMatchObject(unsuitable);
    await changed(service, 'suspendOfficer', { officerId: 'rina', reason: 'Alasan apa pun' }, cityAdmin());
    expect(await delegate()).toMatchObject(unsuitable);
    // An admin gives the post, but does not slip into it.
    expect(await delegate({ substituteId: 'city-admin' }, cityAdmin())).toMatchObject({
      code: 'OWN_ACCOUNT',
    });
    expect(await delegate({ substituteId: 'lina' })).toMatchObject({ code: 'OWN_ACCOUNT' });
  });

  test('of a post that the substitute holds, or that is delegated on those days, is refused', async () => {
    await settled(service, ['second', 'LIAISON_OFFICER', roads]);
    expect(await delegate({ substituteId: 'second' })).toMatchObject({ code: 'ALREADY_HELD' });
    await delegate();
    expect(
      await delegate({ substituteId: 'city-admin', from: '2026-12-05', until: '2026-12-09' }),
    ).toMatchObject({
      code: 'OVERLAPS',
    });
    expect(
      await delegate({ substituteId: 'city-admin', from: '2026-12-06', until: '2026-12-09' }),
    ).toMatchObject({
      __typename: 'OfficerChanged',
    });
    // One may stand in for two.
    const postId = await postIdOf(service, 'second', roads);
    expect(await delegate({ postId }, cityAdmin())).toMatchObject({ __typename: 'OfficerChanged' });
  });

  test('is for the holder and whoever may give the post; a substitute passes nothing on', async () => {
    for (const viewer of [
      officer('rina', ['FIELD_OFFICER', environment]),
      officer('x', ['AGENCY_ADMIN', 'pemkot-13-77']),
      officer('h', ['AGENCY_HEAD', city]),
    ])
      expect(await delegate({}, viewer)).toMatchObject({ __typename: 'NotFound' });
    expect(await delegate({ from: '2026-11-20' }, cityAdmin())).toMatchObject({
      __typename: 'OfficerChanged',
    });
    const passedOn = await postIdOf(service, 'rina', roads);
    const asRina = officer('rina', ['LIAISON_OFFICER', roads]);
    expect(await delegate({ postId: passedOn, substituteId: 'city-admin' }, asRina)).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await change(service, 'endPost', { postId: passedOn }, cityAdmin())).toMatchObject({
      __typename: 'NotFound',
    });
  });
});

describe('ending a delegation', () => {
  const end = async (viewer = lina()) => {
    const [row] = await service.database.query<{ id: string }>(
      'test-delegation',
      'select id from delegation',
    );
    return change(service, 'endDelegation', { delegationId: row!.id }, viewer);
  };

  test('ends it at once; one that has not begun never does', async () => {
    await delegate();
    expect(await end()).toMatchObject({ officer: { id: 'lina' } });
    expect((await toldPosts(service, 'rina')).posts).toHaveLength(1);
    expect(await seen('lina')).toMatchObject({ delegations: [] });
    expect(await auditOf(service, 'DELEGATION_ENDED')).toMatchObject({
      actor_id: 'lina',
      officer_id: 'rina',
    });
    expect(await end()).toMatchObject({ __typename: 'NotFound' });
    expect(await delegate()).toMatchObject({ __typename: 'OfficerChanged' });
  });

  test('is not for strangers', async () => {
    await delegate();
    expect(await end(officer('x', ['AGENCY_ADMIN', 'pemkot-13-77']))).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await end(cityAdmin())).toMatchObject({ __typename: 'OfficerChanged' });
  });

  test.each(['lina', 'rina'])('happens when %s is suspended', async (officerId) => {
    await delegate({ from: '2026-11-20' });
    service.clock.advance(60_000);
    await changed(service, 'suspendOfficer', { officerId, reason: 'Alasan apa pun' }, cityAdmin());
    expect(await seen('lina')).toMatchObject({ delegations: [] });
    expect((await toldPosts(service, 'rina')).posts).toHaveLength(1);
    await changed(service, 'reinstateOfficer', { officerId }, cityAdmin());
    expect(await seen('lina')).toMatchObject({ delegations: [] });
  });
});
