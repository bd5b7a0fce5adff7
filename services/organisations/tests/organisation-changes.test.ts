import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyScheduledChanges } from '../src/modules/change/index.ts';
import {
  type Harness,
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
  await withOfficers(
    service,
    ['admin', 'AGENCY_ADMIN', padang],
    ['desk', 'NATIONAL_ADMIN', 'kemenpanrb'],
    ['liaison', 'LIAISON_OFFICER', 'opd-13-71-damkar'],
    ['disdik', 'LIAISON_OFFICER', 'opd-13-71-disdik'],
  );
  await service.database.query('no-events', 'truncate event, event_delivery');
});
afterAll(() => service[Symbol.asyncDispose]());

const padang = 'pemkot-13-71';
const admin = officer('admin', ['AGENCY_ADMIN', padang]);
const desk = officer('desk', ['NATIONAL_ADMIN', 'kemenpanrb']);

const change = `change { id kind state effectiveOn recordedAt reason decree failure by { id } facts { field before after } }`;
const result = `__typename
  ... on OrganisationChanged { organisation { id name acronym status path: ancestors { id } parent { id } retiredOn unitKeys successors { id } } ${change} }
  ... on UserError { code message } ... on InvalidInput { fields { path code } }`;

async function mutate(name: string, input: object, viewer = admin) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await service.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${result} } }`,
    { input },
    viewer,
  );
  expect(errors).toBeUndefined();
  return data![name];
}
const reason = 'Perda 5/2026';

async function create(name: string, parentId = padang, more: object = {}) {
  const made = await mutate('createOrganisation', { parentId, kind: 'OPD', name, reason, ...more });
  expect(made).toMatchObject({ __typename: 'OrganisationChanged' });
  return made.organisation.id as string;
}

async function row(id: string) {
  const [found] = await service.database.query<Record<string, any>>(
    'test-row',
    `select name, acronym, status, parent_id, path, government_id, unit_keys, successor_ids, retired_on, version, origin, name_words
     from organisation where id = $1`,
    [id],
  );
  return found!;
}

const historyOf = async (id: string, viewer = admin) => {
  const { data } = await service.ask(
    `query ($id: ID!) { organisation(id: $id) { changes(first: 100) { edges { node { kind state reason decree effectiveOn by { id } facts { field before after } } } } } }`,
    { id },
    viewer,
  );
  return (data?.organisation.changes?.edges ?? null)?.map(({ node }: any) => node);
};

const auditOf = (organisationId: string) =>
  service.database.query<Record<string, any>>(
    'test-audit-of',
    'select action, actor_kind, actor_id, facts from audit_entry where organisation_id = $1 order by id desc',
    [organisationId],
  );

const toldOf = async (id: string) =>
  (await eventsOf(service.database, 'organisation.changed')).filter(({ stream }) => stream === id);

describe('a new organisation', () => {
  test('stands below its parent, is found by its name, kept with reason and decree, audited and told', async () => {
    const made = await mutate('createOrganisation', {
      parentId: 'opd-13-71-disdik',
      kind: 'OPD',
      name: 'UPTD Sanggar Kegiatan Belajar',
      acronym: 'SKB',
      unitKeys: ['disdik'],
      reason: 'Perwako 12/2026 menetapkannya',
      decree: 'Perwako 12/2026',
    });
    const { id } = made.organisation;
    expect(made).toMatchObject({
      organisation: {
        name: 'UPTD Sanggar Kegiatan Belajar',
        status: 'ACTIVE',
        path: [{ id: padang }, { id: 'opd-13-71-disdik' }],
        unitKeys: ['disdik'],
      },
      change: {
        kind: 'CREATED',
        state: 'APPLIED',
        effectiveOn: '2026-11-20',
        reason: 'Perwako 12/2026 menetapkannya',
        decree: 'Perwako 12/2026',
        by: { id: 'admin' },
        facts: expect.arrayContaining([
          { field: 'name', before: null, after: 'UPTD Sanggar Kegiatan Belajar' },
          { field: 'parentId', before: null, after: 'opd-13-71-disdik' },
        ]),
      },
    });
    expect(await row(id)).toMatchObject({
      path: [padang, 'opd-13-71-disdik', id],
      origin: 'ENTERED',
      version: 1,
    });
    expect((await auditOf(id))[0]).toMatchObject({
      action: 'ORGANISATION_CREATED',
      actor_id: 'admin',
      facts: { changeId: made.change.id },
    });
    expect((await toldOf(id)).at(-1)?.payload).toMatchObject({
      path: [padang, 'opd-13-71-disdik', id],
      unitKeys: ['disdik'],
    });
    const { data } = await service.ask(
      '{ organisations(filter: { search: "sanggar kegiatn padang" }) { edges { node { id } } } }',
    );
    expect(data?.organisations.edges[0].node.id).toBe(id);
  });

  test('is made once per request key; the key with other content is refused', async () => {
    const input = {
      requestKey: crypto.randomUUID(),
      parentId: padang,
      kind: 'OPD',
      name: 'Dinas Sekali',
      reason,
    };
    const first = await mutate('createOrganisation', input);
    expect(await mutate('createOrganisation', input)).toEqual(first);
    expect(await mutate('createOrganisation', { ...input, name: 'Dinas Lain' })).toMatchObject({
      __typename: 'ChangeRefused',
      code: 'REQUEST_CONFLICT',
    });
  });

  test.each<[string, object, string, string?]>([
    [
      'a name that is there already, in any writing',
      { name: 'DINAS PENDIDIKAN DAN KEBUDAYAAN KOTA PADANG' },
      'NAME_TAKEN',
    ],
    ['a province below something', { kind: 'PROVINCE' }, 'NOT_FOUND'],
    ['a ministry’s unit below a city', { kind: 'AGENCY' }, 'INVALID_INPUT', 'input.parentId'],
    ['a region of another city', { regionCode: '13.77' }, 'INVALID_INPUT', 'input.regionCode'],
    ['an unknown region', { regionCode: '99.99' }, 'INVALID_INPUT', 'input.regionCode'],
    ['an unknown key', { unitKeys: ['sihir'] }, 'INVALID_INPUT', 'input.unitKeys'],
    ['a short name', { name: 'X' }, 'INVALID_INPUT', 'input.name'],
    ['no reason', { reason: ' ' }, 'INVALID_INPUT', 'input.reason'],
    ['a parent that does not exist', { parentId: 'nowhere' }, 'NOT_FOUND'],
  ])('is refused with %s', async (_name, input, code, path) => {
    const refused = await mutate('createOrganisation', {
      parentId: padang,
      kind: 'OPD',
      name: 'Dinas Percobaan',
      reason,
      ...input,
    });
    expect(refused).toMatchObject({ code });
    if (path !== undefined) expect(refused.fields[0].path).toBe(path);
  });

  test('of the nation is the national desk’s', async () => {
    const agency = { kind: 'AGENCY', name: 'Badan Pengelola Percobaan', acronym: 'BPP', reason };
    expect(await mutate('createOrganisation', agency)).toMatchObject({ code: 'NOT_FOUND' });
    const made = await mutate('createOrganisation', agency, desk);
    expect(await row(made.organisation.id)).toMatchObject({ path: [made.organisation.id], parent_id: null });
    const province = { kind: 'PROVINCE', name: 'Pemerintah Provinsi Kedua', regionCode: '13', reason };
    expect(await mutate('createOrganisation', province, desk)).toMatchObject({ code: 'NAME_TAKEN' });
  });
});

describe('another name', () => {
  test('is kept with the old one, and the search follows it', async () => {
    const id = await create('Dinas Perkapalan Kota Padang');
    await mutate('renameOrganisation', {
      organisationId: id,
      name: 'Dinas Pelayaran Kota Padang',
      acronym: 'Dislayar',
      reason,
    });
    expect(await row(id)).toMatchObject({ name: 'Dinas Pelayaran Kota Padang', version: 2 });
    const [latest] = await historyOf(id);
    expect(latest).toMatchObject({
      kind: 'RENAMED',
      facts: [
        { field: 'name', before: 'Dinas Perkapalan Kota Padang', after: 'Dinas Pelayaran Kota Padang' },
        { field: 'acronym', before: null, after: 'Dislayar' },
      ],
    });
    const find = async (search: string) => {
      const { data } = await service.ask(
        'query ($s: String) { organisations(filter: { search: $s, withinId: "pemkot-13-71" }) { edges { node { id } } } }',
        { s: search },
      );
      return data?.organisations.edges.map(({ node }: any) => node.id);
    };
    expect(await find('dinas pelayaran')).toEqual([id]);
    expect(await find('dislayar')).toEqual([id]);
    expect(await find('perkapalan')).toEqual([]);
  });

  test('that is the same changes nothing', async () => {
    const id = await create('Dinas Tetap Kota Padang');
    const same = await mutate('renameOrganisation', {
      organisationId: id,
      name: 'Dinas Tetap Kota Padang',
      reason,
    });
    expect(same.change).toBeNull();
    expect((await row(id)).version).toBe(1);
  });
});

describe('a move', () => {
  test('takes everything below along, tells of each, and is kept', async () => {
    const [a, b] = [await create('Badan Atas'), await create('Badan Tujuan')];
    const child = await create('Bidang Tengah', a);
    const grandchild = await create('Seksi Bawah', child);
    const before = (await eventsOf(service.database, 'organisation.changed')).length;
    const moved = await mutate('moveOrganisation', { organisationId: child, newParentId: b, reason });
    expect(moved.change).toMatchObject({
      kind: 'MOVED',
      facts: expect.arrayContaining([{ field: 'parentId', before: a, after: b }]),
    });
    expect((await row(child)).path).toEqual([padang, b, child]);
    expect((await row(grandchild)).path).toEqual([padang, b, child, grandchild]);
    const told = (await eventsOf(service.database, 'organisation.changed')).slice(before);
    expect(told.map(({ stream }) => stream)).toEqual([child, grandchild]);
    expect(told[1]?.payload).toMatchObject({ path: [padang, b, child, grandchild], version: 2 });
  });

  test.each<[string, () => Promise<[string, string]>, string]>([
    ['below itself', async () => ['opd-13-71-disdik', 'opd-13-71-disdik'], 'WOULD_CYCLE'],
    [
      'below something below it',
      async () => ['opd-13-71-disdik', await create('Seksi Cabang', 'opd-13-71-disdik')],
      'WOULD_CYCLE',
    ],
    ['into another government', async () => ['opd-13-71-disdik', 'pemkot-13-77'], 'OTHER_GOVERNMENT'],
    ['of a province', async () => ['pemprov-13', 'pemprov-14'], 'OTHER_GOVERNMENT'],
    ['of a regency below a ministry', async () => ['pemkot-13-71', 'kemenpu'], 'OTHER_GOVERNMENT'],
    [
      'of a directorate-general to another ministry',
      async () => ['ditjen-bina-marga', 'kemenhub'],
      'OTHER_GOVERNMENT',
    ],
  ])('%s is refused', async (_name, ids, code) => {
    const [organisationId, newParentId] = await ids();
    const refused = await mutate('moveOrganisation', { organisationId, newParentId, reason }, desk);
    expect(refused).toMatchObject({ __typename: 'ChangeRefused', code });
  });

  test('of a K/L below another ends its own government, and of a city to another province does not', async () => {
    const [ministry, agency] = await Promise.all([
      mutate('createOrganisation', { kind: 'MINISTRY', name: 'Kementerian Percobaan', reason }, desk),
      mutate('createOrganisation', { kind: 'AGENCY', name: 'Badan Percobaan', reason }, desk),
    ]);
    const [into, id] = [ministry.organisation.id, agency.organisation.id];
    const unit = await mutate(
      'createOrganisation',
      { kind: 'AGENCY', parentId: id, name: 'Direktorat Uji', reason },
      desk,
    );
    await mutate('setDirectVerification', { organisationId: id, isEnabled: true }, desk);
    await mutate('moveOrganisation', { organisationId: id, newParentId: into, reason }, desk);
    expect((await toldOf(unit.organisation.id)).at(-1)?.payload).toMatchObject({
      governmentId: into,
      path: [into, id, unit.organisation.id],
    });
    expect((await toldOf(id)).at(-1)?.payload).toMatchObject({ hasDirectVerification: false });
    await mutate(
      'moveOrganisation',
      { organisationId: 'pemkot-13-76', newParentId: 'pemprov-14', reason },
      desk,
    );
    expect(await row('pemkot-13-76')).toMatchObject({ parent_id: 'pemprov-14', path: ['pemkot-13-76'] });
  });
});

describe('a merger', () => {
  test('takes units, posts, keys and categories along, and both histories know it', async () => {
    const into = await create('Badan Penanggulangan Terpadu', padang, { unitKeys: ['bpbd'] });
    const below = await create('UPTD Pos Damkar', 'opd-13-71-damkar');
    const choice = await service.ask(
      `mutation { setCategoryRoute(input: { categoryId: "sosial-dan-kesejahteraan", governmentId: "pemkot-13-71", unitId: "opd-13-71-damkar", reason: "Sementara di sini" }) { __typename } }`,
      {},
      admin,
    );
    expect(choice.data?.setCategoryRoute.__typename).toBe('RoutingChanged');
    const merged = await mutate('mergeOrganisations', {
      organisationIds: ['opd-13-71-damkar'],
      intoId: into,
      reason,
      effectiveOn: '2026-11-01',
    });
    expect(merged).toMatchObject({
      organisation: { id: into, unitKeys: ['bpbd', 'damkar'] },
      change: { kind: 'ABSORBED', effectiveOn: '2026-11-01' },
    });
    expect(await row('opd-13-71-damkar')).toMatchObject({
      status: 'FORMER',
      successor_ids: [into],
      retired_on: '2026-11-01',
    });
    expect(await row(below)).toMatchObject({ parent_id: into, path: [padang, into, below] });
    expect((await toldOf('opd-13-71-damkar')).at(-1)?.payload).toMatchObject({
      status: 'FORMER',
      successorIds: [into],
    });
    expect((await eventsOf(service.database, 'officer.posts-changed')).at(-1)?.payload).toMatchObject({
      officerId: 'liaison',
      posts: [{ role: 'LIAISON_OFFICER', organisationId: into }],
    });
    expect((await historyOf('opd-13-71-damkar'))[0]).toMatchObject({ kind: 'MERGED_INTO', reason });
    const rules = await service.ask(
      '{ routeRules(categoryId: "sosial-dan-kesejahteraan", regionCode: "13.71") { organisation { id } basis } }',
    );
    expect(rules.data?.routeRules).toEqual([{ organisation: { id: into }, basis: 'GOVERNMENT_CHOICE' }]);
    const { data } = await service.ask(
      `query ($into: ID!) { organisation(id: $into) { predecessors { id } } former: organisation(id: "opd-13-71-damkar") { successors { id } } }`,
      { into },
    );
    expect(data).toEqual({
      organisation: { predecessors: [{ id: 'opd-13-71-damkar' }] },
      former: { successors: [{ id: into }] },
    });
  });

  test('of several at once is one operation', async () => {
    const [a, b, into] = [
      await create('Bagian Satu'),
      await create('Bagian Dua'),
      await create('Bagian Tiga'),
    ];
    const inA = await create('Subbagian', a);
    await mutate('mergeOrganisations', { organisationIds: [a, inA, b], intoId: into, reason });
    for (const id of [a, b, inA])
      expect(await row(id)).toMatchObject({ status: 'FORMER', successor_ids: [into] });
    expect((await row(inA)).path).toEqual([padang, a, inA]);
  });

  test.each<[string, string[], string, string]>([
    ['into itself', ['opd-13-71-disdik'], 'opd-13-71-disdik', 'WOULD_CYCLE'],
    ['across governments', ['opd-13-71-disdik'], 'opd-13-77-diskominfo', 'OTHER_GOVERNMENT'],
    ['of governments', ['pemkot-13-77'], 'pemkot-13-71', 'OTHER_GOVERNMENT'],
    ['of the national desk itself', ['kemenpanrb'], 'kemendagri', 'HOLDS_NATIONAL_ROLES'],
    ['into a former one', ['kemenpar'], 'kemenparekraf', 'PARENT_FORMER'],
    ['of a former one', ['kemenparekraf'], 'kemenpar', 'ORGANISATION_FORMER'],
  ])('%s is refused', async (_name, organisationIds, intoId, code) => {
    const refused = await mutate('mergeOrganisations', { organisationIds, intoId, reason }, desk);
    expect(refused).toMatchObject({ __typename: 'ChangeRefused', code });
  });

  test('of K/L is the national desk’s, with categories and units', async () => {
    const merged = await mutate(
      'mergeOrganisations',
      { organisationIds: ['kemenhaj'], intoId: 'kemenag', reason },
      desk,
    );
    expect(merged.__typename).toBe('OrganisationChanged');
    const { data } = await service.ask(
      '{ routeRules(categoryId: "agama.haji-dan-umroh") { organisation { id } version decidedByGovernment basis } }',
    );
    expect(data?.routeRules).toEqual([
      { organisation: { id: 'kemenag' }, version: 2, decidedByGovernment: false, basis: 'NATIONAL_BODY' },
    ]);
  });
});

describe('an end', () => {
  test('gives units and keys to the parent when nobody is named, and posts end rather than rise', async () => {
    const middle = await create('Badan Sementara', padang, { unitKeys: ['dispar'] });
    const unit = await create('Bidang Sementara', middle);
    await withOfficers(service, ['temporary', 'LIAISON_OFFICER', middle]);
    const retired = await mutate('retireOrganisation', { organisationId: middle, reason });
    expect(retired).toMatchObject({
      organisation: { status: 'FORMER', retiredOn: '2026-11-20', successors: [{ id: padang }] },
      change: { kind: 'RETIRED' },
    });
    expect(await row(unit)).toMatchObject({ parent_id: padang, path: [padang, unit] });
    expect((await row(padang)).unit_keys).toEqual([]);
    expect((await eventsOf(service.database, 'officer.posts-changed')).at(-1)?.payload).toMatchObject({
      officerId: 'temporary',
      posts: [],
    });
  });

  test('with a successor moves posts there', async () => {
    const [from, to] = [await create('Kantor Lama'), await create('Kantor Baru')];
    await withOfficers(service, ['clerk', 'FIELD_OFFICER', from]);
    await mutate('retireOrganisation', { organisationId: from, successorId: to, reason });
    expect((await eventsOf(service.database, 'officer.posts-changed')).at(-1)?.payload).toMatchObject({
      officerId: 'clerk',
      posts: [{ role: 'FIELD_OFFICER', organisationId: to }],
    });
  });

  test('of a root needs a successor', async () => {
    const made = await mutate('createOrganisation', { kind: 'AGENCY', name: 'Badan Singkat', reason }, desk);
    const organisationId = made.organisation.id;
    expect(await mutate('retireOrganisation', { organisationId, reason }, desk)).toMatchObject({
      code: 'NEEDS_SUCCESSOR',
    });
    await mutate(
      'createOrganisation',
      { kind: 'AGENCY', parentId: organisationId, name: 'Deputi', reason },
      desk,
    );
    expect(await mutate('retireOrganisation', { organisationId, reason }, desk)).toMatchObject({
      code: 'HAS_UNITS',
    });
    expect(
      await mutate('retireOrganisation', { organisationId, successorId: 'kemenpar', reason }, desk),
    ).toMatchObject({ __typename: 'OrganisationChanged' });
  });

  test('is undone by a restoration, without what went away', async () => {
    const id = await create('Dinas Bangkit');
    const unit = await create('Bidang Bangkit', id);
    await mutate('retireOrganisation', { organisationId: id, reason });
    const restored = await mutate('restoreOrganisation', { organisationId: id, reason });
    expect(restored).toMatchObject({
      organisation: { status: 'ACTIVE', successors: [], retiredOn: null },
      change: { kind: 'RESTORED' },
    });
    expect((await row(unit)).parent_id).toBe(padang);
    expect(await mutate('restoreOrganisation', { organisationId: id, reason })).toMatchObject({
      code: 'NOT_FORMER',
    });
  });

  test('is not undone below something former, nor beside a namesake', async () => {
    const parent = await create('Dinas Induk Hilang');
    const child = await create('Bidang Hilang', parent);
    await mutate('retireOrganisation', { organisationId: child, reason });
    await mutate('retireOrganisation', { organisationId: parent, reason });
    expect(await mutate('restoreOrganisation', { organisationId: child, reason })).toMatchObject({
      code: 'PARENT_FORMER',
    });
    await create('Dinas Induk Hilang');
    expect(await mutate('restoreOrganisation', { organisationId: parent, reason })).toMatchObject({
      code: 'NAME_TAKEN',
    });
  });
});

describe('details', () => {
  test('change one by one; the history keeps no contact of the head', async () => {
    const organisationId = 'opd-13-71-disdik';
    const updated = await mutate('updateOrganisation', {
      organisationId,
      address: 'Jl. Tan Malaka 1, Padang',
      phone: '(0751) 21825',
      email: 'disdik@padang.go.id',
      website: 'https://disdik.padang.go.id',
      headName: 'Yopi K.',
      headEmail: 'kepala@padang.go.id',
    });
    expect(updated.change.kind).toBe('DETAILS_CHANGED');
    const { data } = await service.ask(
      `{ organisation(id: "${organisationId}") { address phone email website head { title name email isRegisteredOfficer } } }`,
      {},
      admin,
    );
    expect(data?.organisation).toEqual({
      address: 'Jl. Tan Malaka 1, Padang',
      phone: '(0751) 21825',
      email: 'disdik@padang.go.id',
      website: 'https://disdik.padang.go.id',
      head: {
        title: 'Kepala Dinas',
        name: 'Yopi K.',
        email: 'kepala@padang.go.id',
        isRegisteredOfficer: false,
      },
    });
    const [head] = (await historyOf(organisationId)).filter(({ kind }: any) => kind === 'HEAD_CHANGED');
    expect(head.facts).toEqual([
      { field: 'headName', before: null, after: 'Yopi K.' },
      { field: 'headEmail', before: null, after: null },
    ]);
    await mutate('updateOrganisation', { organisationId, phone: null, website: '' });
    const again = await service.ask(`{ organisation(id: "${organisationId}") { address phone website } }`);
    expect(again.data?.organisation).toEqual({
      address: 'Jl. Tan Malaka 1, Padang',
      phone: null,
      website: null,
    });
    const stranger = await service.ask(
      `{ organisation(id: "${organisationId}") { head { name email address } changes { edges { cursor } } scheduledChanges { id } } }`,
      {},
      somebody(),
    );
    expect(stranger.data?.organisation).toEqual({
      head: { name: 'Yopi K.', email: null, address: null },
      changes: null,
      scheduledChanges: null,
    });
  });

  test('the zone goes with the region until people choose one', async () => {
    const id = await create('Kantor Perwakilan', padang, { regionCode: '13.71.09' });
    await mutate('updateOrganisation', { organisationId: id, timeZone: 'Asia/Makassar' });
    await mutate('updateOrganisation', { organisationId: id, regionCode: '13.71' });
    const zone = async () =>
      (await service.ask(`{ organisation(id: "${id}") { timeZone timeZoneLabel region { code } } }`)).data
        ?.organisation;
    expect(await zone()).toEqual({
      timeZone: 'Asia/Makassar',
      timeZoneLabel: 'WITA',
      region: { code: '13.71' },
    });
    await mutate('updateOrganisation', { organisationId: id, timeZone: null });
    expect(await zone()).toMatchObject({ timeZone: 'Asia/Jakarta', timeZoneLabel: 'WIB' });
  });

  test.each<[string, object, string]>([
    ['a zone of elsewhere', { timeZone: 'Europe/Paris' }, 'input.timeZone'],
    ['a phone number with words', { phone: 'tanya satpam' }, 'input.phone'],
    ['no mail address', { email: 'padang.go.id' }, 'input.email'],
    ['a script for a page', { website: 'javascript:alert(1)' }, 'input.website'],
    ['back to a template', { isTemplate: true }, 'input.isTemplate'],
    ['an unknown key', { unitKeys: ['sihir'] }, 'input.unitKeys'],
    ['a region elsewhere', { regionCode: '14' }, 'input.regionCode'],
  ])('are refused with %s', async (_name, input, path) => {
    const refused = await mutate('updateOrganisation', { organisationId: 'opd-13-71-disdik', ...input });
    expect(refused).toMatchObject({ __typename: 'InvalidInput', fields: [{ path }] });
  });

  test('a unit from a template is checked by saying so', async () => {
    const organisationId = 'opd-32-73-dpupr';
    await mutate('updateOrganisation', { organisationId, isTemplate: false }, desk);
    const { data } = await service.ask(`{ organisation(id: "${organisationId}") { isTemplate } }`);
    expect(data?.organisation.isTemplate).toBe(false);
  });
});

describe('a change of a later day', () => {
  const scheduledOf = async (id: string) =>
    (
      await service.ask(
        `query ($id: ID!) { organisation(id: $id) { scheduledChanges { id kind state effectiveOn } } }`,
        { id },
        admin,
      )
    ).data?.organisation.scheduledChanges;
  let broken: string[] = [];
  beforeEach(() => {
    broken = [];
  });
  const until = async (instant: string) => {
    service.clock.set(instant);
    const decided = await applyScheduledChanges(service, (operationId) => broken.push(operationId));
    service.clock.set('2026-11-20T02:40:00Z');
    return decided;
  };

  test('waits, is shown, and happens at the midnight of its place in the order of the days', async () => {
    const id = await create('Dinas Menunggu');
    const rename = (name: string, effectiveOn: string) =>
      mutate('renameOrganisation', { organisationId: id, name, reason, decree: 'SK 1', effectiveOn });
    const second = await rename('Dinas Ketiga', '2026-12-02');
    const first = await rename('Dinas Kedua', '2026-12-01');
    expect(first.change).toMatchObject({ state: 'SCHEDULED', effectiveOn: '2026-12-01' });
    expect(await scheduledOf(id)).toMatchObject([{ id: first.change.id }, { id: second.change.id }]);
    expect((await row(id)).name).toBe('Dinas Menunggu');
    // Midnight in Padang is 17.00 the day before in UTC.
    expect(await until('2026-11-30T16:59:59Z')).toBe(0);
    expect(await until('2026-11-30T17:00:00Z')).toBe(1);
    expect((await row(id)).name).toBe('Dinas Kedua');
    expect(await until('2026-12-02T00:00:00Z')).toBe(1);
    expect((await row(id)).name).toBe('Dinas Ketiga');
    const history = await historyOf(id);
    const renamed = history.filter(({ kind }: any) => kind === 'RENAMED');
    expect(
      renamed.map(({ state, facts, by }: any) => [state, facts[0].before, facts[0].after, by?.id]),
    ).toEqual([
      ['APPLIED', 'Dinas Menunggu', 'Dinas Kedua', 'admin'],
      ['APPLIED', 'Dinas Kedua', 'Dinas Ketiga', 'admin'],
    ]);
    expect((await auditOf(id)).slice(0, 2).map(({ action, actor_kind }) => [action, actor_kind])).toEqual([
      ['ORGANISATION_RENAMED', 'SYSTEM'],
      ['ORGANISATION_RENAMED', 'SYSTEM'],
    ]);
    expect((await toldOf(id)).at(-1)?.payload.name).toBe('Dinas Ketiga');
  });

  test('that makes a unit waits with its parent', async () => {
    const parent = await create('Dinas Calon Induk');
    const made = await mutate('createOrganisation', {
      parentId: parent,
      kind: 'OPD',
      name: 'Bidang Calon',
      reason,
      effectiveOn: '2026-12-05',
    });
    expect(made).toMatchObject({
      organisation: { id: parent },
      change: { kind: 'CREATED', state: 'SCHEDULED' },
    });
    await until('2026-12-05T00:00:00Z');
    const [child] = await service.database.query<{ id: string }>(
      'test-child',
      `select id from organisation where parent_id = $1 and name = 'Bidang Calon'`,
      [parent],
    );
    expect((await historyOf(child!.id))[0]).toMatchObject({
      kind: 'CREATED',
      state: 'APPLIED',
      effectiveOn: '2026-12-05',
    });
  });

  test('fails with the reason when it is no longer possible, and leaves the rest alone', async () => {
    const [a, into, other] = [
      await create('Balai Satu'),
      await create('Balai Dua'),
      await create('Balai Tiga'),
    ];
    await mutate('mergeOrganisations', {
      organisationIds: [a],
      intoId: into,
      reason,
      effectiveOn: '2026-12-10',
    });
    await mutate('renameOrganisation', {
      organisationId: other,
      name: 'Balai Tiga Baru',
      reason,
      effectiveOn: '2026-12-10',
    });
    await mutate('moveOrganisation', { organisationId: into, newParentId: a, reason });
    expect(await until('2026-12-10T12:00:00Z')).toBe(2);
    expect(await row(a)).toMatchObject({ status: 'ACTIVE' });
    expect((await row(other)).name).toBe('Balai Tiga Baru');
    const { data } = await service.ask(
      `query ($id: ID!) { organisation(id: $id) { scheduledChanges { id } changes { edges { node { kind state failure } } } } }`,
      { id: a },
      admin,
    );
    expect(data?.organisation.scheduledChanges).toEqual([]);
    expect(data?.organisation.changes.edges[0].node).toEqual({
      kind: 'MERGED_INTO',
      state: 'FAILED',
      failure: 'WOULD_CYCLE',
    });
  });

  test('that breaks off waits for the next time, and holds up none of those behind it', async () => {
    const [stuck, behind] = [await create('Balai Macet'), await create('Balai Lancar')];
    const rename = (organisationId: string, name: string) =>
      mutate('renameOrganisation', { organisationId, name, reason, effectiveOn: '2026-12-15' });
    await rename(stuck, 'Balai Macet Baru');
    await rename(behind, 'Balai Lancar Baru');
    const stored = `update organisation_change set operation = $2::jsonb where organisation_id = $1 and state = 'SCHEDULED' returning operation_id`;
    const [{ operation }] = (await service.database.query(
      'test-stored-operation',
      `select operation from organisation_change where organisation_id = $1 and state = 'SCHEDULED'`,
      [stuck],
    )) as [{ operation: object }];
    const [{ operation_id: operationId }] = (await service.database.query('test-break-operation', stored, [
      stuck,
      '{"kind":"of a later version"}',
    ])) as [{ operation_id: string }];
    expect(await until('2026-12-16T00:00:00Z')).toBe(1);
    expect(broken).toEqual([operationId]);
    expect((await row(behind)).name).toBe('Balai Lancar Baru');
    expect((await row(stuck)).name).toBe('Balai Macet');
    // Nothing of it was decided: once the fault is mended it happens.
    await service.database.query('test-break-operation', stored, [stuck, JSON.stringify(operation)]);
    broken = [];
    expect(await until('2026-12-16T00:00:00Z')).toBe(1);
    expect(broken).toEqual([]);
    expect((await row(stuck)).name).toBe('Balai Macet Baru');
  });

  test('can be called off, all parts of it, once', async () => {
    const [a, into] = [await create('Pos Satu'), await create('Pos Dua')];
    const merger = await mutate('mergeOrganisations', {
      organisationIds: [a],
      intoId: into,
      reason,
      effectiveOn: '2026-12-15',
    });
    const input = { changeId: (await scheduledOf(a))[0].id };
    expect(
      await mutate('cancelScheduledChange', input, officer('x', ['AGENCY_ADMIN', 'pemkot-13-77'])),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await mutate('cancelScheduledChange', input)).toMatchObject({ change: { state: 'CANCELLED' } });
    expect(await scheduledOf(into)).toEqual([]);
    expect(await mutate('cancelScheduledChange', { changeId: merger.change.id })).toMatchObject({
      code: 'NOT_SCHEDULED',
    });
    expect(await mutate('cancelScheduledChange', { changeId: '999999999' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await until('2026-12-16T00:00:00Z');
    expect((await row(a)).status).toBe('ACTIVE');
  });

  test('lies not too far ahead, and a root is made at once', async () => {
    const input = {
      organisationId: 'opd-13-71-disdik',
      name: 'Dinas Jauh',
      reason,
      effectiveOn: '2099-01-01',
    };
    expect(await mutate('renameOrganisation', input)).toMatchObject({
      fields: [{ path: 'input.effectiveOn' }],
    });
    const root = { kind: 'AGENCY', name: 'Badan Esok', reason, effectiveOn: '2026-12-31' };
    expect(await mutate('createOrganisation', root, desk)).toMatchObject({
      fields: [{ path: 'input.effectiveOn' }],
    });
  });

  test('is applied once by two replicas', async () => {
    const id = await create('Dinas Sekali Saja');
    await mutate('renameOrganisation', {
      organisationId: id,
      name: 'Dinas Sekali Ganti',
      reason,
      effectiveOn: '2026-12-20',
    });
    service.clock.set('2026-12-21T00:00:00Z');
    const broke = () => broken.push('unexpected');
    await Promise.all([applyScheduledChanges(service, broke), applyScheduledChanges(service, broke)]);
    expect(broken).toEqual([]);
    service.clock.set('2026-11-20T02:40:00Z');
    expect((await row(id)).version).toBe(2);
  });
});

describe('closing days', () => {
  const read = async (id: string, year?: number) =>
    (
      await service.ask(
        'query ($id: ID!, $year: Int) { organisation(id: $id) { closingDays(year: $year) { date name decree } } }',
        {
          id,
          year,
        },
      )
    ).data?.organisation.closingDays;
  const days = [
    { date: '2026-12-24', name: 'Cuti daerah', decree: 'SE 9/2026' },
    { date: '2026-08-07', name: 'Hari Jadi Kota Padang', decree: 'SE 8/2026' },
  ];

  test('replace those of the year, hold for all units, and are told to sla with a version', async () => {
    const set = await mutate('setClosingDays', { organisationId: padang, year: 2026, days });
    expect(set).toMatchObject({ change: { kind: 'CALENDAR_CHANGED' } });
    expect(await read('opd-13-71-disdik')).toEqual([days[1], days[0]]);
    expect(await read(padang, 2027)).toEqual([]);
    await mutate('setClosingDays', { organisationId: padang, year: 2026, days: [days[0]] });
    expect(await read(padang, 2026)).toEqual([days[0]]);
    expect(
      (await mutate('setClosingDays', { organisationId: padang, year: 2026, days: [days[0]] })).change,
    ).toBeNull();
    expect(
      (await eventsOf(service.database, 'organisation.calendar-changed')).map(({ payload }) => payload),
    ).toEqual([
      { organisationId: padang, year: 2026, days: [days[1], days[0]], version: 1 },
      { organisationId: padang, year: 2026, days: [days[0]], version: 2 },
    ]);
  });

  test('belong to a government, to its year, and once', async () => {
    expect(
      await mutate('setClosingDays', { organisationId: 'opd-13-71-disdik', year: 2026, days }),
    ).toMatchObject({
      code: 'NOT_A_GOVERNMENT',
    });
    const faulty = [days[0], days[0], { ...days[1], date: '2027-08-07' }];
    expect(
      (await mutate('setClosingDays', { organisationId: padang, year: 2026, days: faulty })).fields.map(
        ({ path, code }: any) => [path, code],
      ),
    ).toEqual([
      ['input.days.1.date', 'REPEATED'],
      ['input.days.2.date', 'INVALID'],
    ]);
    expect(await mutate('setClosingDays', { organisationId: padang, year: 1999, days: [] })).toMatchObject({
      fields: [{ path: 'input.year' }],
    });
  });
});

describe('direct verification', () => {
  test('is set for roots by the national desk, kept and told', async () => {
    const set = (organisationId: string, viewer = desk) =>
      mutate('setDirectVerification', { organisationId, isEnabled: true }, viewer);
    expect(await set('pemkot-13-77')).toMatchObject({ change: { kind: 'DIRECT_VERIFICATION_SET' } });
    expect(await set('pemkot-13-77')).toMatchObject({ change: null });
    expect(await set('opd-13-71-disdik')).toMatchObject({ code: 'NOT_A_GOVERNMENT' });
    expect(await set(padang, admin)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await set('kemen-pupr')).toMatchObject({ code: 'ORGANISATION_FORMER' });
    expect((await toldOf('pemkot-13-77')).at(-1)?.payload).toMatchObject({ hasDirectVerification: true });
  });
});

test('histories of a page take one statement, whoever asks', async () => {
  const document = `{ organisations(filter: { withinId: "pemkot-13-71" }, first: FIRST) { edges { node {
    id changes(first: 5) { edges { node { kind by { id } } } } scheduledChanges { id } closingDays { date } supervisors { supervisor { id } scope } unitsCsv
    predecessors { id } successors { id } viewerCanEdit viewerCanRestructure viewerCanAddUnits viewerCanRouteCategories head { name email isRegisteredOfficer }
  } } } }`;
  const count = async (first: number) => {
    const { errors, statements } = await service.ask(
      document.replace('FIRST', String(first)),
      {},
      nationalAdmin(),
    );
    expect(errors).toBeUndefined();
    return statements;
  };
  const [few, many] = [await count(2), await count(60)];
  expect(many).toBeLessThanOrEqual(12);
  expect(many - few).toBeLessThanOrEqual(1);
});
