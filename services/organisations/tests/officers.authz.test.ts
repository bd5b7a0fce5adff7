import { POST_ROLES, type PostRole, type Viewer } from '@lapor/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endPost, grantPost, registerOfficer } from '../src/modules/officer/index.ts';
import { type Harness, citizen, officer, somebody, withOfficers, withReferenceData } from './harness.ts';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
  await withOfficers(
    service,
    ['target', 'FIELD_OFFICER', 'opd-13-71-dlh'],
    ['in-padang', 'LIAISON_OFFICER', 'opd-13-71-dpupr'],
    ['in-pariaman', 'LIAISON_OFFICER', 'opd-13-77-diskominfo'],
    ['at-ministry', 'LIAISON_OFFICER', 'ditjen-bina-marga'],
    ['mayor', 'AGENCY_HEAD', 'pemkot-13-71'],
  );
  await service.database.query(
    'test-bare',
    `insert into officer (id, name, registered_at) values ('bare', 'Bare', '2026-11-20')`,
  );
});
afterAll(() => service[Symbol.asyncDispose]());

const places = [
  'kemenpanrb',
  'ksp',
  'pemprov-13',
  'pemkot-13-71',
  'opd-13-71-dpupr',
  'pemkot-13-77',
  'kemenpu',
  'ditjen-bina-marga',
];

/** Written from domain.md, not from the policy: which posts each of these may give and take. */
const oracle: Record<string, { viewer: Viewer; may: (role: PostRole, place: string) => boolean }> = {
  'national admin at KemenPANRB': { viewer: officer('n', ['NATIONAL_ADMIN', 'kemenpanrb']), may: () => true },
  'national admin at KSP': { viewer: officer('n', ['NATIONAL_ADMIN', 'ksp']), may: () => true },
  'admin of Kota Padang': {
    viewer: officer('a', ['AGENCY_ADMIN', 'pemkot-13-71']),
    may: (role, place) =>
      ['LIAISON_OFFICER', 'FIELD_OFFICER', 'AGENCY_HEAD'].includes(role) &&
      ['pemkot-13-71', 'opd-13-71-dpupr'].includes(place),
  },
  'admin of one dinas': {
    viewer: officer('a', ['AGENCY_ADMIN', 'opd-13-71-dpupr']),
    may: (role, place) =>
      ['LIAISON_OFFICER', 'FIELD_OFFICER', 'AGENCY_HEAD'].includes(role) && place === 'opd-13-71-dpupr',
  },
  // A province does not own its cities.
  'admin of Sumatera Barat': {
    viewer: officer('a', ['AGENCY_ADMIN', 'pemprov-13']),
    may: (role, place) =>
      ['LIAISON_OFFICER', 'FIELD_OFFICER', 'AGENCY_HEAD'].includes(role) && place === 'pemprov-13',
  },
  'admin of a ministry': {
    viewer: officer('a', ['AGENCY_ADMIN', 'kemenpu']),
    may: (role, place) =>
      ['LIAISON_OFFICER', 'FIELD_OFFICER', 'AGENCY_HEAD'].includes(role) &&
      ['kemenpu', 'ditjen-bina-marga'].includes(place),
  },
  'liaison officer': { viewer: officer('l', ['LIAISON_OFFICER', 'opd-13-71-dpupr']), may: () => false },
  'head of the city': { viewer: officer('h', ['AGENCY_HEAD', 'pemkot-13-71']), may: () => false },
  ombudsman: { viewer: officer('o', ['OMBUDSMAN', 'ombudsman']), may: () => false },
  'KSP monitor': { viewer: officer('k', ['KSP_MONITOR', 'ksp']), may: () => false },
  analyst: { viewer: officer('y', ['ANALYST', 'ksp']), may: () => false },
  'officer without a post': { viewer: officer('x'), may: () => false },
  citizen: { viewer: citizen(), may: () => false },
  public: { viewer: somebody(), may: () => false },
};

describe.each(Object.keys(oracle))('%s', (name) => {
  const { viewer, may } = oracle[name]!;

  test('gives and takes the posts of the oracle and no others', async () => {
    for (const organisationId of places) {
      for (const role of POST_ROLES) {
        const input = { officerId: 'target', organisationId, role };
        const granted = await grantPost(service, input, viewer);
        const isRefusedByRole = !granted.ok && granted.error.code === 'ROLE_NOT_AT_ORGANISATION';
        const verdict = `${role} at ${organisationId}`;
        expect([verdict, granted.ok || isRefusedByRole]).toEqual([verdict, may(role, organisationId)]);
        if (!granted.ok && !isRefusedByRole) expect(granted.error.code).toBe('NOT_FOUND');
        const ended = await endPost(service, input, viewer);
        expect([verdict, ended.ok]).toEqual([verdict, granted.ok]);
      }
    }
  });

  test('not allowed and not found look alike', async () => {
    const unknown = await grantPost(
      service,
      { officerId: 'target', organisationId: 'nowhere', role: 'FIELD_OFFICER' },
      viewer,
    );
    expect(unknown).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    const foreign = await endPost(
      service,
      { officerId: 'nobody', organisationId: 'pemkot-13-77', role: 'FIELD_OFFICER' },
      viewer,
    );
    expect(foreign).toEqual(unknown);
  });
});

describe('registering an officer', () => {
  const rename = (officerId: string, viewer: Viewer) =>
    registerOfficer(service, { officerId, name: `Renamed ${Math.random()}` }, viewer);

  test.each<[string, Viewer, boolean]>([
    ['the national desk', officer('n', ['NATIONAL_ADMIN', 'ksp']), true],
    ['an agency admin', officer('a', ['AGENCY_ADMIN', 'pemkot-13-71']), true],
    ['a liaison officer', officer('l', ['LIAISON_OFFICER', 'opd-13-71-dpupr']), false],
    ['a citizen', citizen(), false],
    ['the public', somebody(), false],
  ])('by %s', async (name, viewer, isAllowed) => {
    expect((await registerOfficer(service, { officerId: `new by ${name}`, name: 'New' }, viewer)).ok).toBe(
      isAllowed,
    );
  });

  test('an agency admin renames officers of the own subtree only', async () => {
    const admin = officer('a', ['AGENCY_ADMIN', 'pemkot-13-71']);
    const verdicts = await Promise.all(
      ['in-padang', 'in-pariaman', 'at-ministry', 'bare'].map((id) => rename(id, admin)),
    );
    expect(verdicts.map(({ ok }) => ok)).toEqual([true, false, false, false]);
    expect((await rename('in-pariaman', officer('n', ['NATIONAL_ADMIN', 'ksp']))).ok).toBe(true);
  });
});

describe('the officer in the graph', () => {
  const document = `{ _entities(representations: [
    { __typename: "Officer", id: "in-padang" }, { __typename: "Officer", id: "in-pariaman" }, { __typename: "Officer", id: "at-ministry" }
  ]) { ... on Officer { id name posts { role organisation { id } } } } }`;

  test.each<[string, Viewer, string[]]>([
    [
      'the national desk',
      officer('n', ['NATIONAL_ADMIN', 'kemenpanrb']),
      ['in-padang', 'in-pariaman', 'at-ministry'],
    ],
    ['officers of the same government', officer('x', ['FIELD_OFFICER', 'opd-13-71-dlh']), ['in-padang']],
    ['the officer', officer('in-pariaman'), ['in-pariaman']],
    ['the province above', officer('p', ['AGENCY_ADMIN', 'pemprov-13']), []],
    ['the ministry above', officer('m', ['AGENCY_HEAD', 'kemenpu']), ['at-ministry']],
    ['an analyst', officer('y', ['ANALYST', 'ksp']), []],
    ['an officer without a post', officer('z'), []],
    ['a citizen', citizen(), []],
    ['the public', somebody(), []],
  ])('is known to %s', async (_name, viewer, known) => {
    const { data, errors, statements } = await service.ask(document, {}, viewer);
    expect(errors).toBeUndefined();
    for (const { id, name, posts } of data!._entities) {
      expect([id, name !== null, posts.length > 0]).toEqual([id, known.includes(id), known.includes(id)]);
    }
    expect(statements).toBeLessThanOrEqual(4);
  });

  test('viewerOfficer is the officer who asks, with the posts in force', async () => {
    const ask = (viewer: Viewer) =>
      service.ask('{ viewerOfficer { id posts { role organisation { id } } } }', {}, viewer);
    const { data } = await ask(officer('at-ministry', ['LIAISON_OFFICER', 'ditjen-bina-marga']));
    expect(data?.viewerOfficer).toEqual({
      id: 'at-ministry',
      posts: [{ role: 'LIAISON_OFFICER', organisation: { id: 'ditjen-bina-marga' } }],
    });
    for (const viewer of [citizen(), somebody(), officer('unregistered')]) {
      expect((await ask(viewer)).data?.viewerOfficer).toBeNull();
    }
  });

  test('the head of an organisation is public by title and name', async () => {
    const { data } = await service.ask(
      '{ organisation(id: "pemkot-13-71") { head { title name } } }',
      {},
      somebody(),
    );
    expect(data?.organisation.head).toEqual({ title: 'Wali Kota', name: 'Name of mayor' });
  });
});
