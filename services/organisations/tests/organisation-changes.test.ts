import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { padang, admin, desk, reason, treeOf, withTreeOfficers } from './changing-tree.ts';
import { type Harness, eventsOf, withOfficers } from './harness.ts';

let service: Harness;
let tree: ReturnType<typeof treeOf>;
beforeAll(async () => {
  service = await withTreeOfficers();
  tree = treeOf(service);
});
afterAll(() => service[Symbol.asyncDispose]());

describe('a new organisation', () => {
  test('stands below its parent, is found by its name, kept with reason and decree, audited and told', async () => {
    const made = await tree.mutate('createOrganisation', {
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
    expect(await tree.row(id)).toMatchObject({
      path: [padang, 'opd-13-71-disdik', id],
      origin: 'ENTERED',
      version: 1,
    });
    expect((await tree.auditOf(id))[0]).toMatchObject({
      action: 'ORGANISATION_CREATED',
      actor_id: 'admin',
      facts: { changeId: made.change.id },
    });
    expect((await tree.toldOf(id)).at(-1)?.payload).toMatchObject({
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
    const first = await tree.mutate('createOrganisation', input);
    expect(await tree.mutate('createOrganisation', input)).toEqual(first);
    expect(await tree.mutate('createOrganisation', { ...input, name: 'Dinas Lain' })).toMatchObject({
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
    const refused = await tree.mutate('createOrganisation', {
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
    expect(await tree.mutate('createOrganisation', agency)).toMatchObject({ code: 'NOT_FOUND' });
    const made = await tree.mutate('createOrganisation', agency, desk);
    expect(await tree.row(made.organisation.id)).toMatchObject({
      path: [made.organisation.id],
      parent_id: null,
    });
    const province = { kind: 'PROVINCE', name: 'Pemerintah Provinsi Kedua', regionCode: '13', reason };
    expect(await tree.mutate('createOrganisation', province, desk)).toMatchObject({ code: 'NAME_TAKEN' });
  });
});

describe('another name', () => {
  test('is kept with the old one, and the search follows it', async () => {
    const id = await tree.create('Dinas Perkapalan Kota Padang');
    await tree.mutate('renameOrganisation', {
      organisationId: id,
      name: 'Dinas Pelayaran Kota Padang',
      acronym: 'Dislayar',
      reason,
    });
    expect(await tree.row(id)).toMatchObject({ name: 'Dinas Pelayaran Kota Padang', version: 2 });
    const [latest] = await tree.historyOf(id);
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
    const id = await tree.create('Dinas Tetap Kota Padang');
    const same = await tree.mutate('renameOrganisation', {
      organisationId: id,
      name: 'Dinas Tetap Kota Padang',
      reason,
    });
    expect(same.change).toBeNull();
    expect((await tree.row(id)).version).toBe(1);
  });
});

describe('a move', () => {
  test('takes everything below along, tells of each, and is kept', async () => {
    const [a, b] = [await tree.create('Badan Atas'), await tree.create('Badan Tujuan')];
    const child = await tree.create('Bidang Tengah', a);
    const grandchild = await tree.create('Seksi Bawah', child);
    const before = (await eventsOf(service.database, 'organisation.changed')).length;
    const moved = await tree.mutate('moveOrganisation', { organisationId: child, newParentId: b, reason });
    expect(moved.change).toMatchObject({
      kind: 'MOVED',
      facts: expect.arrayContaining([{ field: 'parentId', before: a, after: b }]),
    });
    expect((await tree.row(child)).path).toEqual([padang, b, child]);
    expect((await tree.row(grandchild)).path).toEqual([padang, b, child, grandchild]);
    const told = (await eventsOf(service.database, 'organisation.changed')).slice(before);
    expect(told.map(({ stream }) => stream)).toEqual([child, grandchild]);
    expect(told[1]?.payload).toMatchObject({ path: [padang, b, child, grandchild], version: 2 });
  });

  test.each<[string, () => Promise<[string, string]>, string]>([
    ['below itself', async () => ['opd-13-71-disdik', 'opd-13-71-disdik'], 'WOULD_CYCLE'],
    [
      'below something below it',
      async () => ['opd-13-71-disdik', await tree.create('Seksi Cabang', 'opd-13-71-disdik')],
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
    const refused = await tree.mutate('moveOrganisation', { organisationId, newParentId, reason }, desk);
    expect(refused).toMatchObject({ __typename: 'ChangeRefused', code });
  });

  test('of a K/L below another ends its own government, and of a city to another province does not', async () => {
    const [ministry, agency] = await Promise.all([
      tree.mutate('createOrganisation', { kind: 'MINISTRY', name: 'Kementerian Percobaan', reason }, desk),
      tree.mutate('createOrganisation', { kind: 'AGENCY', name: 'Badan Percobaan', reason }, desk),
    ]);
    const [into, id] = [ministry.organisation.id, agency.organisation.id];
    const unit = await tree.mutate(
      'createOrganisation',
      { kind: 'AGENCY', parentId: id, name: 'Direktorat Uji', reason },
      desk,
    );
    await tree.mutate('setDirectVerification', { organisationId: id, isEnabled: true }, desk);
    await tree.mutate('moveOrganisation', { organisationId: id, newParentId: into, reason }, desk);
    expect((await tree.toldOf(unit.organisation.id)).at(-1)?.payload).toMatchObject({
      governmentId: into,
      path: [into, id, unit.organisation.id],
    });
    expect((await tree.toldOf(id)).at(-1)?.payload).toMatchObject({ hasDirectVerification: false });
    await tree.mutate(
      'moveOrganisation',
      { organisationId: 'pemkot-13-76', newParentId: 'pemprov-14', reason },
      desk,
    );
    expect(await tree.row('pemkot-13-76')).toMatchObject({ parent_id: 'pemprov-14', path: ['pemkot-13-76'] });
  });
});

describe('a merger', () => {
  test('takes units, posts, keys and categories along, and both histories know it', async () => {
    const into = await tree.create('Badan Penanggulangan Terpadu', padang, { unitKeys: ['bpbd'] });
    const below = await tree.create('UPTD Pos Damkar', 'opd-13-71-damkar');
    const choice = await service.ask(
      `mutation { setCategoryRoute(input: { categoryId: "sosial-dan-kesejahteraan", governmentId: "pemkot-13-71", unitId: "opd-13-71-damkar", reason: "Sementara di sini" }) { __typename } }`,
      {},
      admin,
    );
    expect(choice.data?.setCategoryRoute.__typename).toBe('RoutingChanged');
    const merged = await tree.mutate('mergeOrganisations', {
      organisationIds: ['opd-13-71-damkar'],
      intoId: into,
      reason,
      effectiveOn: '2026-11-01',
    });
    expect(merged).toMatchObject({
      organisation: { id: into, unitKeys: ['bpbd', 'damkar'] },
      change: { kind: 'ABSORBED', effectiveOn: '2026-11-01' },
    });
    expect(await tree.row('opd-13-71-damkar')).toMatchObject({
      status: 'FORMER',
      successor_ids: [into],
      retired_on: '2026-11-01',
    });
    expect(await tree.row(below)).toMatchObject({ parent_id: into, path: [padang, into, below] });
    expect((await tree.toldOf('opd-13-71-damkar')).at(-1)?.payload).toMatchObject({
      status: 'FORMER',
      successorIds: [into],
    });
    expect((await eventsOf(service.database, 'officer.posts-changed')).at(-1)?.payload).toMatchObject({
      officerId: 'liaison',
      posts: [{ role: 'LIAISON_OFFICER', organisationId: into }],
    });
    expect((await tree.historyOf('opd-13-71-damkar'))[0]).toMatchObject({ kind: 'MERGED_INTO', reason });
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
      await tree.create('Bagian Satu'),
      await tree.create('Bagian Dua'),
      await tree.create('Bagian Tiga'),
    ];
    const inA = await tree.create('Subbagian', a);
    await tree.mutate('mergeOrganisations', { organisationIds: [a, inA, b], intoId: into, reason });
    for (const id of [a, b, inA])
      expect(await tree.row(id)).toMatchObject({ status: 'FORMER', successor_ids: [into] });
    expect((await tree.row(inA)).path).toEqual([padang, a, inA]);
  });

  test.each<[string, string[], string, string]>([
    ['into itself', ['opd-13-71-disdik'], 'opd-13-71-disdik', 'WOULD_CYCLE'],
    ['across governments', ['opd-13-71-disdik'], 'opd-13-77-diskominfo', 'OTHER_GOVERNMENT'],
    ['of governments', ['pemkot-13-77'], 'pemkot-13-71', 'OTHER_GOVERNMENT'],
    ['of the national desk itself', ['kemenpanrb'], 'kemendagri', 'HOLDS_NATIONAL_ROLES'],
    ['into a former one', ['kemenpar'], 'kemenparekraf', 'PARENT_FORMER'],
    ['of a former one', ['kemenparekraf'], 'kemenpar', 'ORGANISATION_FORMER'],
  ])('%s is refused', async (_name, organisationIds, intoId, code) => {
    const refused = await tree.mutate('mergeOrganisations', { organisationIds, intoId, reason }, desk);
    expect(refused).toMatchObject({ __typename: 'ChangeRefused', code });
  });

  test('of K/L is the national desk’s, with categories and units', async () => {
    const merged = await tree.mutate(
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
    const middle = await tree.create('Badan Sementara', padang, { unitKeys: ['dispar'] });
    const unit = await tree.create('Bidang Sementara', middle);
    await withOfficers(service, ['temporary', 'LIAISON_OFFICER', middle]);
    const retired = await tree.mutate('retireOrganisation', { organisationId: middle, reason });
    expect(retired).toMatchObject({
      organisation: { status: 'FORMER', retiredOn: '2026-11-20', successors: [{ id: padang }] },
      change: { kind: 'RETIRED' },
    });
    expect(await tree.row(unit)).toMatchObject({ parent_id: padang, path: [padang, unit] });
    expect((await tree.row(padang)).unit_keys).toEqual([]);
    expect((await eventsOf(service.database, 'officer.posts-changed')).at(-1)?.payload).toMatchObject({
      officerId: 'temporary',
      posts: [],
    });
  });

  test('with a successor moves posts there', async () => {
    const [from, to] = [await tree.create('Kantor Lama'), await tree.create('Kantor Baru')];
    await withOfficers(service, ['clerk', 'FIELD_OFFICER', from]);
    await tree.mutate('retireOrganisation', { organisationId: from, successorId: to, reason });
    expect((await eventsOf(service.database, 'officer.posts-changed')).at(-1)?.payload).toMatchObject({
      officerId: 'clerk',
      posts: [{ role: 'FIELD_OFFICER', organisationId: to }],
    });
  });

  test('of a root needs a successor', async () => {
    const made = await tree.mutate(
      'createOrganisation',
      { kind: 'AGENCY', name: 'Badan Singkat', reason },
      desk,
    );
    const organisationId = made.organisation.id;
    expect(await tree.mutate('retireOrganisation', { organisationId, reason }, desk)).toMatchObject({
      code: 'NEEDS_SUCCESSOR',
    });
    await tree.mutate(
      'createOrganisation',
      { kind: 'AGENCY', parentId: organisationId, name: 'Deputi', reason },
      desk,
    );
    expect(await tree.mutate('retireOrganisation', { organisationId, reason }, desk)).toMatchObject({
      code: 'HAS_UNITS',
    });
    expect(
      await tree.mutate('retireOrganisation', { organisationId, successorId: 'kemenpar', reason }, desk),
    ).toMatchObject({ __typename: 'OrganisationChanged' });
  });

  test('is undone by a restoration, without what went away', async () => {
    const id = await tree.create('Dinas Bangkit');
    const unit = await tree.create('Bidang Bangkit', id);
    await tree.mutate('retireOrganisation', { organisationId: id, reason });
    const restored = await tree.mutate('restoreOrganisation', { organisationId: id, reason });
    expect(restored).toMatchObject({
      organisation: { status: 'ACTIVE', successors: [], retiredOn: null },
      change: { kind: 'RESTORED' },
    });
    expect((await tree.row(unit)).parent_id).toBe(padang);
    expect(await tree.mutate('restoreOrganisation', { organisationId: id, reason })).toMatchObject({
      code: 'NOT_FORMER',
    });
  });

  test('is not undone below something former, nor beside a namesake', async () => {
    const parent = await tree.create('Dinas Induk Hilang');
    const child = await tree.create('Bidang Hilang', parent);
    await tree.mutate('retireOrganisation', { organisationId: child, reason });
    await tree.mutate('retireOrganisation', { organisationId: parent, reason });
    expect(await tree.mutate('restoreOrganisation', { organisationId: child, reason })).toMatchObject({
      code: 'PARENT_FORMER',
    });
    await tree.create('Dinas Induk Hilang');
    expect(await tree.mutate('restoreOrganisation', { organisationId: parent, reason })).toMatchObject({
      code: 'NAME_TAKEN',
    });
  });
});
