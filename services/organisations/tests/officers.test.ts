import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endPost, grantPost, registerOfficer, seedOfficers } from '../src/modules/officer/index.ts';
import { setDirectVerification } from '../src/modules/organisation/index.ts';
import {
  type Harness,
  citizen,
  eventsOf,
  nationalAdmin,
  officer,
  somebody,
  withOfficers,
  withReferenceData,
} from './harness.ts';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
});
afterAll(() => service[Symbol.asyncDispose]());
beforeEach(async () => {
  await service.database.query('clean-posts', 'delete from post');
  await service.database.query('clean-officers', 'delete from officer');
  await service.database.query(
    'clean-flags',
    'update organisation set is_connected = false, has_direct_verification = false where is_connected or has_direct_verification',
  );
  await service.database.query('clean-events', 'truncate event, event_delivery');
});

const auditOf = (action: string) =>
  service.database.query<Record<string, unknown>>(
    'test-audit',
    'select at, actor_kind, actor_id, officer_id, organisation_id, facts from audit_entry where action = $1 order by id desc limit 1',
    [action],
  );
const connected = async (...ids: string[]) =>
  (
    await service.database.query<{ id: string }>(
      'test-connected',
      'select id from organisation where id = any($1) and is_connected order by id',
      [ids],
    )
  ).map(({ id }) => id);

const dpupr = 'opd-13-71-dpupr';
const padang = 'pemkot-13-71';

describe('a granted post', () => {
  beforeEach(() => withOfficers(service, ['admin', 'AGENCY_ADMIN', padang]));

  test('is in force, audited, and told to identity with all posts of the officer', async () => {
    await registerOfficer(service, { officerId: 'ani', name: 'Ani' }, nationalAdmin());
    await grantPost(
      service,
      { officerId: 'ani', organisationId: dpupr, role: 'FIELD_OFFICER' },
      nationalAdmin(),
    );
    const granted = await grantPost(
      service,
      { officerId: 'ani', organisationId: dpupr, role: 'LIAISON_OFFICER' },
      officer('admin', ['AGENCY_ADMIN', padang]),
    );
    expect(granted).toEqual({ ok: true, value: { postId: expect.any(String) } });
    expect((await eventsOf(service.database, 'officer.posts-changed')).at(-1)).toEqual({
      stream: 'ani',
      payload: {
        officerId: 'ani',
        posts: [
          { role: 'FIELD_OFFICER', organisationId: dpupr },
          { role: 'LIAISON_OFFICER', organisationId: dpupr },
        ],
      },
    });
    expect(await auditOf('POST_GRANTED')).toEqual([
      {
        at: new Date('2026-11-20T02:40:00Z'),
        actor_kind: 'OFFICER',
        actor_id: 'admin',
        officer_id: 'ani',
        organisation_id: dpupr,
        facts: { role: 'LIAISON_OFFICER', postId: granted.ok && granted.value.postId },
      },
    ]);
  });

  test('that is held already stays, without another event', async () => {
    await registerOfficer(service, { officerId: 'ani', name: 'Ani' }, nationalAdmin());
    const input = { officerId: 'ani', organisationId: dpupr, role: 'LIAISON_OFFICER' } as const;
    const first = await grantPost(service, input, nationalAdmin());
    const events = (await eventsOf(service.database, 'officer.posts-changed')).length;
    expect(await grantPost(service, input, nationalAdmin())).toEqual(first);
    expect(await eventsOf(service.database, 'officer.posts-changed')).toHaveLength(events);
  });

  test('can be ended once; the row is kept', async () => {
    const post = { officerId: 'admin', organisationId: padang, role: 'AGENCY_ADMIN' } as const;
    service.clock.set('2026-11-21T02:00:00Z');
    expect(await endPost(service, post, nationalAdmin())).toMatchObject({ ok: true });
    expect((await eventsOf(service.database, 'officer.posts-changed')).at(-1)?.payload.posts).toEqual([]);
    expect(await auditOf('POST_ENDED')).toMatchObject([{ officer_id: 'admin', organisation_id: padang }]);
    expect(await endPost(service, post, nationalAdmin())).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
    const rows = await service.database.query('test-posts', 'select starts_at, ends_at from post');
    expect(rows).toEqual([
      { starts_at: new Date('2026-11-20T02:40:00Z'), ends_at: new Date('2026-11-21T02:00:00Z') },
    ]);
    service.clock.set('2026-11-20T02:40:00Z');
  });

  test('cannot be had at a former organisation, nor a national role anywhere', async () => {
    const grant = (organisationId: string, role: 'AGENCY_ADMIN' | 'OMBUDSMAN' | 'NATIONAL_ADMIN') =>
      grantPost(service, { officerId: 'admin', organisationId, role }, nationalAdmin());
    expect(await grant('kemen-pupr', 'AGENCY_ADMIN')).toMatchObject({
      error: { code: 'ORGANISATION_FORMER' },
    });
    expect(await grant(padang, 'OMBUDSMAN')).toMatchObject({
      error: { code: 'ROLE_NOT_AT_ORGANISATION', field: 'role' },
    });
    expect(await grant('ombudsman', 'OMBUDSMAN')).toMatchObject({ ok: true });
    expect(await grant('ksp', 'NATIONAL_ADMIN')).toMatchObject({ ok: true });
  });

  test('needs a known officer and organisation', async () => {
    const grant = (officerId: string, organisationId: string) =>
      grantPost(service, { officerId, organisationId, role: 'LIAISON_OFFICER' }, nationalAdmin());
    expect(await grant('nobody', dpupr)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await grant('admin', 'opd-nowhere')).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('connected', () => {
  test('is a government with an agency admin in it, not the province above and not the units beside', async () => {
    await withOfficers(service, ['ani', 'AGENCY_ADMIN', dpupr]);
    expect(await connected('pemprov-13', padang, dpupr, 'opd-13-71-dlh')).toEqual([dpupr, padang]);
    const events = await eventsOf(service.database, 'organisation.changed');
    expect(events.map(({ stream, payload }) => [stream, payload.isConnected])).toEqual([
      [padang, true],
      [dpupr, true],
    ]);
  });

  test('is a unit with a liaison officer, but not yet its government', async () => {
    await withOfficers(service, ['ani', 'LIAISON_OFFICER', dpupr]);
    expect(await connected(padang, dpupr)).toEqual([dpupr]);
  });

  test('ends with the last post that connects', async () => {
    await withOfficers(service, ['ani', 'AGENCY_ADMIN', padang], ['budi', 'AGENCY_ADMIN', dpupr]);
    const end = (officerId: string, organisationId: string) =>
      endPost(service, { officerId, organisationId, role: 'AGENCY_ADMIN' }, nationalAdmin());
    await end('ani', padang);
    expect(await connected(padang, dpupr)).toEqual([dpupr, padang]);
    await end('budi', dpupr);
    expect(await connected(padang, dpupr)).toEqual([]);
    expect((await eventsOf(service.database, 'organisation.changed')).at(-1)?.payload.isConnected).toBe(
      false,
    );
  });

  test('stays right when posts begin and end at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [old, next] = [`old-${round}`, `next-${round}`];
      await withOfficers(service, [old, 'AGENCY_ADMIN', padang]);
      await registerOfficer(service, { officerId: next, name: 'Next' }, nationalAdmin());
      await Promise.all([
        endPost(service, { officerId: old, organisationId: padang, role: 'AGENCY_ADMIN' }, nationalAdmin()),
        grantPost(service, { officerId: next, organisationId: dpupr, role: 'AGENCY_ADMIN' }, nationalAdmin()),
      ]);
      expect(await connected(padang)).toEqual([padang]);
      await endPost(
        service,
        { officerId: next, organisationId: dpupr, role: 'AGENCY_ADMIN' },
        nationalAdmin(),
      );
      expect(await connected(padang)).toEqual([]);
    }
  });
});

describe('registering', () => {
  test('names an officer once; the same name again changes nothing', async () => {
    const register = (name: string) => registerOfficer(service, { officerId: 'ani', name }, nationalAdmin());
    expect(await register('Ani')).toEqual({ ok: true, value: { officerId: 'ani' } });
    await register('Ani');
    const [audit] = await service.database.query<{ count: number }>(
      'test-audit-count',
      `select count(*)::int as count from audit_entry where officer_id = 'ani' and action = 'OFFICER_RENAMED'`,
    );
    expect(audit?.count).toBe(0);
    await register('Ani Baru');
    const rows = await service.database.query('test-officer', `select name from officer where id = 'ani'`);
    expect(rows).toEqual([{ name: 'Ani Baru' }]);
    expect((await auditOf('OFFICER_RENAMED'))[0]?.facts).toEqual({});
  });

  test('refuses an empty or endless name, with its field', async () => {
    for (const name of ['   ', 'x'.repeat(121)]) {
      const outcome = await registerOfficer(service, { officerId: 'ani', name }, nationalAdmin());
      expect(outcome).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', field: 'name' } });
    }
  });
});

describe('direct verification', () => {
  const set = (organisationId: string, isEnabled: boolean, viewer = nationalAdmin()) =>
    setDirectVerification(service, { organisationId, isEnabled }, viewer);

  test('is set by the national desk, audited and told', async () => {
    expect(await set(padang, true)).toEqual({
      ok: true,
      value: { organisationId: padang, hasDirectVerification: true },
    });
    expect(await eventsOf(service.database, 'organisation.changed')).toMatchObject([
      { stream: padang, payload: { hasDirectVerification: true } },
    ]);
    expect(await auditOf('DIRECT_VERIFICATION_SET')).toMatchObject([
      { organisation_id: padang, facts: { isEnabled: true } },
    ]);
    await set(padang, true);
    expect(await eventsOf(service.database, 'organisation.changed')).toHaveLength(1);
  });

  test('is for governments and K/L that exist', async () => {
    expect(await set(dpupr, true)).toMatchObject({ error: { code: 'NOT_A_GOVERNMENT' } });
    expect(await set('kemen-pupr', true)).toMatchObject({ error: { code: 'ORGANISATION_FORMER' } });
    expect(await set('nowhere', true)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  test.each([
    ['the agency admin itself', officer('a', ['AGENCY_ADMIN', padang])],
    ['a monitor', officer('m', ['KSP_MONITOR', 'ksp'])],
    ['a citizen', citizen()],
    ['the public', somebody()],
  ])('is not for %s to set', async (_name, viewer) => {
    expect(await set(padang, true, viewer)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('seeding', () => {
  test('can be repeated', async () => {
    const seeds = [
      { id: 'ani', name: 'Ani', posts: [{ role: 'LIAISON_OFFICER', organisationId: dpupr }] as const },
    ];
    await seedOfficers(service, seeds);
    const events = (await eventsOf(service.database, 'officer.posts-changed')).length;
    await seedOfficers(service, seeds);
    expect(await eventsOf(service.database, 'officer.posts-changed')).toHaveLength(events);
  });

  test('stops at a post that cannot be, and leaves nothing behind', async () => {
    const seed = (role: 'OMBUDSMAN' | 'AGENCY_ADMIN', organisationId: string) =>
      seedOfficers(service, [{ id: 'ani', name: 'Ani', posts: [{ role, organisationId }] }]);
    await expect(seed('OMBUDSMAN', padang)).rejects.toThrow('ROLE_NOT_AT_ORGANISATION');
    await expect(seed('AGENCY_ADMIN', 'nowhere')).rejects.toThrow('nowhere');
    expect(await service.database.query('test-officers', 'select id from officer')).toEqual([]);
  });
});

test('the audit log cannot be changed', async () => {
  await withOfficers(service, ['ani', 'AGENCY_ADMIN', padang]);
  for (const statement of [
    `update audit_entry set facts = '{}'`,
    'delete from audit_entry',
    'truncate audit_entry',
  ]) {
    await expect(service.database.pool.query(statement)).rejects.toThrow('append-only');
  }
});
