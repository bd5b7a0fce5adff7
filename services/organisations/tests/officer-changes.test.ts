import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contactOfOfficer } from '../src/modules/officer/index.ts';
import { type Harness, eventsOf, officer, withReferenceData } from './harness.ts';
import {
  account,
  auditOf,
  beginMorning,
  change,
  changed,
  city,
  cityAdmin,
  desk,
  environment,
  invitationsTold,
  MORNING,
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
    expect(await invitationsTold(service)).toMatchObject([
      { officerId: 'rina', isRenewal: true, changesAddress: true },
    ]);
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
    expect(await invitationsTold(service)).toHaveLength(1);
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
    expect(await invitationsTold(service)).toMatchObject([
      { isRenewal: false },
      { isRenewal: false, changesAddress: true },
    ]);
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
    expect(await invitationsTold(service)).toEqual([]);
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
    await account(service, 'rina', { hasSecondFactor: false, at: MORNING } as never);
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
