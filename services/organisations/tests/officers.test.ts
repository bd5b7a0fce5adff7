import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inviteOfficer, seedOfficers } from '../src/modules/officer/index.ts';
import { type Harness, withReferenceData } from './harness.ts';
import {
  auditOf,
  beginMorning,
  change,
  changed,
  city,
  cityAdmin,
  desk,
  environment,
  invitationsTold,
  otherUnit,
  rina,
  roads,
  settled,
  staffed,
  toldPosts,
} from './people.ts';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
});
afterAll(() => service[Symbol.asyncDispose]());
beforeEach(() => beginMorning(service));

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
    expect(await invitationsTold(service)).toEqual([
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
    expect(await invitationsTold(service)).toHaveLength(1);
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
    expect(await invitationsTold(service)).toHaveLength(2);
  });

  test('one of the national desk works at the national console', async () => {
    await changed(service, 'inviteOfficer', { ...rina, organisationId: 'ksp', role: 'KSP_MONITOR' }, desk());
    expect(await invitationsTold(service)).toMatchObject([{ console: 'national' }]);
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
    expect(await invitationsTold(service)).toEqual([]);
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
    expect(await invitationsTold(service)).toHaveLength(1);
  });

  test('repeated with its request key changes nothing and answers the same; with other content it is refused', async () => {
    const requestKey = randomUUID();
    const first = await changed(service, 'inviteOfficer', { ...rina, requestKey }, cityAdmin());
    expect(await changed(service, 'inviteOfficer', { ...rina, requestKey }, cityAdmin())).toEqual(first);
    expect(await invitationsTold(service)).toHaveLength(1);
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
    expect((await invitationsTold(service)).map(({ isRenewal }) => isRenewal)).toEqual([false, false]);
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
    expect(await invitationsTold(service)).toMatchObject([{ isRenewal: true }]);
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

test('an API key manages nobody, whatever posts it carries', async () => {
  const key = { ...cityAdmin(), apiKey: { id: 'k', scopes: ['graph:write'] as const } };
  expect(await inviteOfficer(service, rina as never, key)).toMatchObject({ error: { code: 'NOT_FOUND' } });
});
