import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  contactOfOfficer,
  inviteOfficer,
  registerFirstOfficer,
  seedOfficers,
} from '../src/modules/officer/index.ts';
import { type Harness, citizen, eventsOf, officer, somebody, withReferenceData } from './harness.ts';
import {
  account,
  auditOf,
  change,
  changed,
  city,
  cityAdmin,
  desk,
  environment,
  forgetPeople,
  otherUnit,
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
  await settled(service, ['city-admin', 'AGENCY_ADMIN', city]);
});

const rina = {
  name: 'Rina Oktavia',
  email: 'Rina@Padang.go.id ',
  organisationId: roads,
  role: 'LIAISON_OFFICER',
};
const invited = async () =>
  (await eventsOf(service.database, 'officer.invited')).map(({ payload }) => payload);

describe('inviting', () => {
  test('gives a post at once and lets identity send a link for seven days', async () => {
    const rinaNow = await changed(service, 'inviteOfficer', { ...rina, until: '2027-03-31' }, cityAdmin());
    expect(rinaNow).toMatchObject({
      name: 'Rina Oktavia',
      email: 'rina@padang.go.id',
      accountState: 'INVITED',
      posts: [
        { role: 'LIAISON_OFFICER', from: '2026-11-20', until: '2027-03-31', organisation: { id: roads } },
      ],
    });
    expect(await invited()).toEqual([
      {
        invitationId: expect.any(String),
        officerId: rinaNow.id,
        isRenewal: false,
        console: 'agency',
        at: '2026-11-20T02:40:00.000Z',
        expiresAt: '2026-11-27T02:40:00.000Z',
      },
    ]);
    expect(await toldPosts(service, rinaNow.id)).toEqual({
      officerId: rinaNow.id,
      isSuspended: false,
      posts: [
        {
          role: 'LIAISON_OFFICER',
          organisationId: roads,
          governmentId: city,
          from: '2026-11-20T02:40:00.000Z',
          // The midnight after the last day in Padang.
          until: '2027-03-31T17:00:00.000Z',
          onBehalfOf: null,
        },
      ],
    });
  });

  test('leaves neither name nor address in events or the audit log', async () => {
    await changed(service, 'inviteOfficer', rina, cityAdmin());
    const events = await service.database.query('test-all-events', 'select payload from event');
    const entries = await service.database.query('test-all-audit', 'select facts from audit_entry');
    expect(JSON.stringify([events, entries])).not.toMatch(/rina|padang\.go\.id/i);
    expect(await auditOf(service, 'OFFICER_INVITED')).toMatchObject({
      actor_id: 'city-admin',
      facts: { isRenewal: false },
      places: expect.arrayContaining([city, roads]),
    });
    expect(await auditOf(service, 'POST_GRANTED')).toMatchObject({
      actor_id: 'city-admin',
      organisation_id: roads,
      facts: { role: 'LIAISON_OFFICER' },
    });
  });

  test('an address that is known gives that officer a further post, without another link', async () => {
    const first = await changed(service, 'inviteOfficer', rina, cityAdmin());
    const again = await changed(
      service,
      'inviteOfficer',
      { ...rina, name: 'Somebody Else', email: 'RINA@padang.go.id', organisationId: environment },
      cityAdmin(),
    );
    expect(again).toMatchObject({ id: first.id, name: 'Rina Oktavia' });
    expect(again.posts.map((post: any) => post.organisation.id)).toEqual([environment, roads]);
    expect(await invited()).toHaveLength(1);
  });

  test('a known address of another government tells nothing of whose it is, and hangs no post on anybody', async () => {
    await settled(service, ['far', 'LIAISON_OFFICER', otherUnit], ['ani', 'NATIONAL_ADMIN', 'kemenpanrb']);
    for (const email of ['far@contoh.go.id', 'ANI@contoh.go.id']) {
      const answer = await change(service, 'inviteOfficer', { ...rina, email }, cityAdmin());
      expect(answer).toMatchObject({ __typename: 'ChangeRefused', code: 'ADDRESS_TAKEN' });
      expect(JSON.stringify(answer)).not.toMatch(/Name of|far|ani/);
    }
    expect(await toldPosts(service, 'ani')).toMatchObject({ posts: [{ organisationId: 'kemenpanrb' }] });
    // Somebody may work for two governments; who may know both says so.
    expect(
      await change(service, 'inviteOfficer', { ...rina, email: 'far@contoh.go.id' }, desk()),
    ).toMatchObject({ __typename: 'OfficerChanged' });
  });

  test('a name has no characters that turn its direction', async () => {
    const name = 'Rina \u202Eoktavia\u2069';
    expect(await changed(service, 'inviteOfficer', { ...rina, name }, cityAdmin())).toMatchObject({
      name: 'Rina oktavia',
    });
  });

  test('a known address whose link has run out gets another one', async () => {
    await changed(service, 'inviteOfficer', rina, cityAdmin());
    service.clock.set('2026-11-28T02:40:00Z');
    await changed(service, 'inviteOfficer', { ...rina, organisationId: environment }, cityAdmin());
    expect(await invited()).toHaveLength(2);
  });

  test('one of the national desk works at the national console', async () => {
    await changed(service, 'inviteOfficer', { ...rina, organisationId: 'ksp', role: 'KSP_MONITOR' }, desk());
    expect(await invited()).toMatchObject([{ console: 'national' }]);
  });

  test.each([
    [{ name: ' ' }, 'input.name', 'TOO_SHORT'],
    [{ name: 'x'.repeat(121) }, 'input.name', 'TOO_LONG'],
    [{ email: 'no address' }, 'input.email', 'INVALID'],
    [{ until: '2026-11-19' }, 'input.until', 'INVALID'],
    [{ requestKey: 'no key' }, 'input.requestKey', 'INVALID'],
  ])('with %o is refused and names the field', async (wrong, path, code) => {
    expect(await change(service, 'inviteOfficer', { ...rina, ...wrong }, cityAdmin())).toMatchObject({
      __typename: 'InvalidInput',
      fields: [{ path, code }],
    });
    expect(await invited()).toEqual([]);
  });

  test('is refused where the role or the organisation is not, and for a post that is held', async () => {
    const invite = (wrong: object) => change(service, 'inviteOfficer', { ...rina, ...wrong }, desk());
    expect(await invite({ role: 'OMBUDSMAN' })).toMatchObject({ code: 'ROLE_NOT_AT_ORGANISATION' });
    expect(await invite({ organisationId: 'kemen-pupr' })).toMatchObject({ code: 'ORGANISATION_FORMER' });
    expect(await invite({ organisationId: 'nowhere' })).toMatchObject({ code: 'NOT_FOUND' });
    await invite({});
    expect(await invite({})).toMatchObject({ __typename: 'ChangeRefused', code: 'ALREADY_HELD' });
  });

  test('for the same new address at once makes one officer', async () => {
    const places = [roads, environment];
    await Promise.all(
      places.map((organisationId) =>
        changed(service, 'inviteOfficer', { ...rina, organisationId }, cityAdmin()),
      ),
    );
    const rows = await service.database.query(
      'test-by-address',
      `select f.id, count(*)::int as posts from officer f join post p on p.officer_id = f.id where f.email = 'rina@padang.go.id' group by f.id`,
    );
    expect(rows).toMatchObject([{ posts: 2 }]);
    expect(await invited()).toHaveLength(1);
  });

  test('repeated with its request key changes nothing and answers the same; with other content it is refused', async () => {
    const requestKey = randomUUID();
    const first = await changed(service, 'inviteOfficer', { ...rina, requestKey }, cityAdmin());
    expect(await changed(service, 'inviteOfficer', { ...rina, requestKey }, cityAdmin())).toEqual(first);
    expect(await invited()).toHaveLength(1);
    expect(
      await change(
        service,
        'inviteOfficer',
        { ...rina, requestKey, organisationId: environment },
        cityAdmin(),
      ),
    ).toMatchObject({ code: 'REQUEST_CONFLICT' });
  });

  test('of which a part is refused leaves nothing behind', async () => {
    // A new officer is written before the post is found impossible.
    await change(service, 'inviteOfficer', { ...rina, role: 'OMBUDSMAN' }, desk());
    const rows = await service.database.query('test-rina', `select 1 from officer where email like 'rina%'`);
    expect(rows).toEqual([]);
  });
});

describe('inviting again', () => {
  test('makes the link before void and sends another one', async () => {
    const { id } = await changed(service, 'inviteOfficer', rina, cityAdmin());
    service.clock.set('2026-11-28T02:40:00Z');
    const { data } = await service.ask(
      `{ officer(id: "${id}") { accountState invitation { sentAt isExpired by { id } } } }`,
      {},
      cityAdmin(),
    );
    expect(data?.officer).toEqual({
      accountState: 'INVITATION_EXPIRED',
      invitation: { sentAt: '2026-11-20T02:40:00.000Z', isExpired: true, by: { id: 'city-admin' } },
    });
    expect(await changed(service, 'inviteOfficerAgain', { officerId: id }, cityAdmin())).toMatchObject({
      accountState: 'INVITED',
    });
    expect((await invited()).map(({ isRenewal }) => isRenewal)).toEqual([false, false]);
    const open = await service.database.query(
      'test-open',
      'select 1 from invitation where accepted_at is null and replaced_at is null',
    );
    expect(open).toHaveLength(1);
  });

  test('renews an active account, which stays active until the link is used', async () => {
    await settled(service, ['rina', 'LIAISON_OFFICER', roads]);
    const again = await changed(service, 'inviteOfficerAgain', { officerId: 'rina' }, cityAdmin());
    expect(again).toMatchObject({ accountState: 'ACTIVE' });
    expect(await invited()).toMatchObject([{ isRenewal: true }]);
    expect(await staffed(service, roads)).toEqual([roads]);
  });

  test('needs an address, and is not for oneself', async () => {
    await seedOfficers(service, [
      { id: 'old', name: 'Old', posts: [{ role: 'FIELD_OFFICER', organisationId: roads }] },
    ]);
    expect(await change(service, 'inviteOfficerAgain', { officerId: 'old' }, cityAdmin())).toMatchObject({
      code: 'NOT_INVITED',
    });
    expect(
      await change(service, 'inviteOfficerAgain', { officerId: 'city-admin' }, cityAdmin()),
    ).toMatchObject({
      code: 'OWN_ACCOUNT',
    });
  });
});

describe('renaming', () => {
  test('changes the name once, without a word of it in the audit log', async () => {
    await settled(service, ['rina', 'LIAISON_OFFICER', roads]);
    const rename = (name: string) =>
      changed(service, 'renameOfficer', { officerId: 'rina', name }, cityAdmin());
    expect(await rename('Rina  Oktavia')).toMatchObject({ name: 'Rina  Oktavia' });
    // Identity asks for the name; the event has none.
    const told = await eventsOf(service.database, 'officer.renamed');
    expect(told.map(({ payload }) => payload)).toEqual([
      { officerId: 'rina', at: '2026-11-20T02:40:00.000Z' },
    ]);
    const entry = await auditOf(service, 'OFFICER_RENAMED');
    expect(entry).toMatchObject({ actor_id: 'city-admin', officer_id: 'rina', facts: {} });
    service.clock.advance(1_000);
    await rename('Rina  Oktavia');
    expect(await auditOf(service, 'OFFICER_RENAMED')).toEqual(entry);
  });
});

describe('another address', () => {
  beforeEach(() => settled(service, ['rina', 'LIAISON_OFFICER', roads]));
  const give = (email: string, officerId = 'rina', viewer = cityAdmin()) =>
    change(service, 'changeOfficerEmail', { officerId, email }, viewer);

  test('is confirmed by a link that goes there, and identity is told to end what runs', async () => {
    const { officer: rinaNow } = await give(' Rina.Baru@Padang.go.id');
    expect(rinaNow).toMatchObject({ email: 'rina.baru@padang.go.id', accountState: 'ACTIVE' });
    expect(await invited()).toMatchObject([{ officerId: 'rina', isRenewal: true, changesAddress: true }]);
    expect(await auditOf(service, 'OFFICER_ADDRESS_CHANGED')).toMatchObject({
      actor_id: 'city-admin',
      officer_id: 'rina',
      facts: {},
    });
    expect(await contactOfOfficer(service.database, 'rina')).toMatchObject({
      email: 'rina.baru@padang.go.id',
    });
    // The same once more is no change and sends nothing.
    await give('rina.baru@padang.go.id');
    expect(await invited()).toHaveLength(1);
    expect(JSON.stringify(await eventsOf(service.database, 'officer.invited'))).not.toMatch(/padang/i);
  });

  test('of somebody who was only invited makes the link before void', async () => {
    const { id } = await changed(
      service,
      'inviteOfficer',
      { ...rina, email: 'salah@padang.go.id' },
      cityAdmin(),
    );
    expect(await give('benar@padang.go.id', id)).toMatchObject({ officer: { accountState: 'INVITED' } });
    expect(await invited()).toMatchObject([{ isRenewal: false }, { isRenewal: false, changesAddress: true }]);
    const open = await service.database.query(
      'test-open',
      'select 1 from invitation where accepted_at is null and replaced_at is null',
    );
    expect(open).toHaveLength(1);
  });

  test('is refused when another officer has it, for oneself, while suspended, and when it is none', async () => {
    await settled(service, ['lina', 'LIAISON_OFFICER', environment]);
    expect(await give('LINA@contoh.go.id')).toMatchObject({ code: 'ADDRESS_TAKEN' });
    expect(await give('baru@contoh.go.id', 'city-admin')).toMatchObject({ code: 'OWN_ACCOUNT' });
    expect(await give('tanpa tanda')).toMatchObject({ fields: [{ path: 'input.email' }] });
    await changed(service, 'suspendOfficer', { officerId: 'rina', reason: 'Sedang diperiksa' }, cityAdmin());
    expect(await give('baru@contoh.go.id')).toMatchObject({ code: 'SUSPENDED' });
    expect(await invited()).toEqual([]);
    expect((await contactOfOfficer(service.database, 'lina'))?.email).toBe('lina@contoh.go.id');
  });

  test('is for whoever manages all posts of the officer: nobody takes over an account by one of them', async () => {
    await settled(service, ['far', 'LIAISON_OFFICER', otherUnit]);
    await change(
      service,
      'grantPost',
      { officerId: 'rina', organisationId: otherUnit, role: 'FIELD_OFFICER' },
      desk(),
    );
    for (const [id, viewer] of [
      ['far', cityAdmin()],
      ['rina', cityAdmin()],
      ['rina', officer('lina', ['LIAISON_OFFICER', roads])],
      ['rina', { ...desk(), apiKey: { id: 'k', scopes: ['graph:write'] as const } }],
      ['nobody', cityAdmin()],
    ] as const)
      expect(await give('ambil@contoh.go.id', id, viewer)).toMatchObject({ __typename: 'NotFound' });
    expect(await give('ambil@contoh.go.id', 'rina', desk())).toMatchObject({ __typename: 'OfficerChanged' });
  });

  test('goes to one of two officers who are given it at once', async () => {
    await settled(service, ['lina', 'LIAISON_OFFICER', environment]);
    const answers = await Promise.all(['rina', 'lina'].map((id) => give('satu@contoh.go.id', id)));
    expect(answers.map(({ __typename: type }) => type).toSorted()).toEqual([
      'ChangeRefused',
      'OfficerChanged',
    ]);
  });
});

describe('suspending', () => {
  beforeEach(() => settled(service, ['rina', 'LIAISON_OFFICER', roads], ['budi', 'AGENCY_ADMIN', roads]));
  const reason = 'Sedang diperiksa inspektorat';

  test('takes the authority away but keeps the posts, until reinstated', async () => {
    const gone = await changed(service, 'suspendOfficer', { officerId: 'rina', reason }, cityAdmin());
    expect(gone).toMatchObject({ accountState: 'SUSPENDED', posts: [{ role: 'LIAISON_OFFICER' }] });
    expect(await toldPosts(service, 'rina')).toMatchObject({
      isSuspended: true,
      posts: [{ organisationId: roads }],
    });
    const { data } = await service.ask(
      '{ officer(id: "rina") { suspension { reason by { id } } } }',
      {},
      cityAdmin(),
    );
    expect(data?.officer.suspension).toEqual({ reason, by: { id: 'city-admin' } });
    expect(await auditOf(service, 'OFFICER_SUSPENDED')).toMatchObject({ officer_id: 'rina', facts: {} });

    expect(await changed(service, 'reinstateOfficer', { officerId: 'rina' }, cityAdmin())).toMatchObject({
      accountState: 'ACTIVE',
    });
    expect(await toldPosts(service, 'rina')).toMatchObject({ isSuspended: false });
  });

  test('ends being staffed where nobody else is', async () => {
    await settled(service, ['only', 'LIAISON_OFFICER', environment]);
    expect(await staffed(service, environment)).toEqual([environment]);
    await changed(service, 'suspendOfficer', { officerId: 'only', reason }, cityAdmin());
    expect(await staffed(service, environment)).toEqual([]);
    await changed(service, 'reinstateOfficer', { officerId: 'only' }, cityAdmin());
    expect(await staffed(service, environment)).toEqual([environment]);
  });

  test('is refused twice, for oneself, and without a reason', async () => {
    const suspend = (officerId: string, why = reason) =>
      change(service, 'suspendOfficer', { officerId, reason: why }, cityAdmin());
    await suspend('rina');
    expect(await suspend('rina')).toMatchObject({ code: 'SUSPENDED' });
    expect(await suspend('city-admin')).toMatchObject({ code: 'OWN_ACCOUNT' });
    expect(await suspend('budi', 'x')).toMatchObject({
      fields: [{ path: 'input.reason', code: 'TOO_SHORT' }],
    });
    expect(await change(service, 'reinstateOfficer', { officerId: 'budi' }, cityAdmin())).toMatchObject({
      code: 'NOT_SUSPENDED',
    });
    const { email, ...post } = { ...rina, email: 'rina@contoh.go.id' };
    expect(await change(service, 'inviteOfficer', { ...post, email }, cityAdmin())).toMatchObject({
      code: 'SUSPENDED',
    });
    expect(await change(service, 'inviteOfficerAgain', { officerId: 'rina' }, cityAdmin())).toMatchObject({
      code: 'SUSPENDED',
    });
  });

  test('the last admin of a government is for the national desk alone', async () => {
    // The admin who acts holds a post that identity has not taken away yet.
    await changed(service, 'suspendOfficer', { officerId: 'city-admin', reason }, desk());
    expect(await change(service, 'suspendOfficer', { officerId: 'budi', reason }, cityAdmin())).toMatchObject(
      {
        __typename: 'ChangeRefused',
        code: 'LAST_ADMIN',
      },
    );
    expect(await staffed(service, city)).toEqual([city]);
    await changed(service, 'suspendOfficer', { officerId: 'budi', reason }, desk());
    expect(await staffed(service, city)).toEqual([]);
  });
});

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

describe('an account', () => {
  test('becomes active with the first word of identity, and counts when it has a second factor', async () => {
    const { id } = await changed(
      service,
      'inviteOfficer',
      { ...rina, organisationId: environment },
      cityAdmin(),
    );
    expect(await staffed(service, environment)).toEqual([]);
    expect(await account(service, id, { hasSecondFactor: false })).toEqual({ failed: [] });
    const state = async () =>
      (
        await service.ask(
          `{ officer(id: "${id}") { accountState hasSecondFactor lastSignedInOn invitation { sentAt } } }`,
          {},
          cityAdmin(),
        )
      ).data?.officer;
    expect(await state()).toEqual({
      accountState: 'ACTIVE',
      hasSecondFactor: false,
      lastSignedInOn: null,
      invitation: null,
    });
    expect(await staffed(service, environment)).toEqual([]);
    service.clock.advance(60_000);
    await account(service, id, { lastSignedInOn: '2026-11-20' });
    expect(await state()).toMatchObject({ hasSecondFactor: true, lastSignedInOn: '2026-11-20' });
    expect(await staffed(service, environment)).toEqual([environment]);
    expect(await auditOf(service, 'ACCOUNT_CHANGED')).toMatchObject({
      actor_kind: 'SYSTEM',
      officer_id: id,
      facts: { state: 'ACTIVE', hasSecondFactor: true },
    });
  });

  test('an older word changes nothing, and an unknown officer neither', async () => {
    await settled(service, ['rina', 'LIAISON_OFFICER', environment]);
    service.clock.advance(60_000);
    await account(service, 'rina');
    await account(service, 'rina', { hasSecondFactor: false, at: start } as never);
    expect(await staffed(service, environment)).toEqual([environment]);
    expect(await account(service, 'nobody')).toEqual({ failed: [] });
  });

  test('suspended by our word counts again when the officer is reinstated', async () => {
    await settled(service, ['rina', 'LIAISON_OFFICER', environment]);
    await changed(service, 'suspendOfficer', { officerId: 'rina', reason: 'Alasan apa pun' }, cityAdmin());
    await account(service, 'rina', { state: 'SUSPENDED' });
    await changed(service, 'reinstateOfficer', { officerId: 'rina' }, cityAdmin());
    expect(await staffed(service, environment)).toEqual([environment]);
  });

  test('a renewal is used when the account comes back without its second factor', async () => {
    await settled(service, ['rina', 'LIAISON_OFFICER', environment]);
    await changed(service, 'inviteOfficerAgain', { officerId: 'rina' }, cityAdmin());
    const hasOpen = async () =>
      (await service.ask('{ officer(id: "rina") { invitation { sentAt } } }', {}, cityAdmin())).data?.officer
        .invitation !== null;
    service.clock.advance(60_000);
    await account(service, 'rina', { lastSignedInOn: '2026-11-20' });
    expect(await hasOpen()).toBe(true);
    await account(service, 'rina', { hasSecondFactor: false });
    expect(await hasOpen()).toBe(false);
    expect(await staffed(service, environment)).toEqual([]);
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
    expect(await invited()).toMatchObject([{ console: 'national' }]);
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
    expect(await invited()).toEqual([]);
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

test('an API key manages nobody, whatever posts it carries', async () => {
  const key = { ...cityAdmin(), apiKey: { id: 'k', scopes: ['graph:write'] as const } };
  expect(await inviteOfficer(service, rina as never, key)).toMatchObject({ error: { code: 'NOT_FOUND' } });
});
