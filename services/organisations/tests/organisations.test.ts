import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, withReferenceData } from './harness.ts';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
});
afterAll(() => service[Symbol.asyncDispose]());

const idsOf = (connection: any): string[] => connection.edges.map(({ node }: any) => node.id);

describe('organisation', () => {
  const document = `query ($id: ID!) {
    organisation(id: $id) {
      id name acronym kind status isTemplate timeZone timeZoneLabel isStaffed hasDirectVerification childCount
      head { title name }
      parent { id } government { id } ancestors { id } region { code fullName }
    }
  }`;

  test('a unit knows its government and what is above it', async () => {
    const { data, errors, statements } = await service.ask(document, { id: 'opd-13-71-dpupr' });
    expect(errors).toBeUndefined();
    expect(data?.organisation).toEqual({
      id: 'opd-13-71-dpupr',
      name: 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang',
      acronym: 'DPUPR',
      kind: 'OPD',
      status: 'ACTIVE',
      isTemplate: false,
      timeZone: 'Asia/Jakarta',
      timeZoneLabel: 'WIB',
      isStaffed: false,
      hasDirectVerification: false,
      childCount: 0,
      head: { title: 'Kepala Dinas', name: null },
      parent: { id: 'pemkot-13-71' },
      government: { id: 'pemkot-13-71' },
      ancestors: [{ id: 'pemkot-13-71' }],
      region: { code: '13.71', fullName: 'Kota Padang, Sumatera Barat' },
    });
    // Itself, all organisations it refers to, the region, the counts, the heads.
    expect(statements).toBe(5);
  });

  test('a city governs itself although its parent is the province', async () => {
    const { data } = await service.ask(document, { id: 'pemkot-13-71' });
    expect(data?.organisation).toMatchObject({
      parent: { id: 'pemprov-13' },
      government: { id: 'pemkot-13-71' },
      ancestors: [],
      childCount: 44,
      head: { title: 'Wali Kota' },
    });
  });

  test('a directorate-general belongs to its ministry, a ministry to itself', async () => {
    const { data } = await service.ask(document, { id: 'ditjen-bina-marga' });
    expect(data?.organisation).toMatchObject({
      government: { id: 'kemenpu' },
      region: null,
      timeZoneLabel: 'WIB',
    });
    const ministry = await service.ask(document, { id: 'kemenpu' });
    expect(ministry.data?.organisation).toMatchObject({ parent: null, government: { id: 'kemenpu' } });
  });

  test('a former ministry can still be read', async () => {
    const { data } = await service.ask(document, { id: 'kemen-pupr' });
    expect(data?.organisation.status).toBe('FORMER');
  });

  test('an unknown id is null', async () => {
    expect(await service.ask(document, { id: 'pemkot-99-99' })).toMatchObject({
      data: { organisation: null },
    });
  });
});

describe('organisations by search', () => {
  const search = async (text: string, filter: object = {}) => {
    const { data, errors } = await service.ask(
      `query ($filter: OrganisationFilter) { organisations(filter: $filter, first: 5) { edges { node { id name } } } }`,
      { filter: { search: text, ...filter } },
    );
    expect(errors).toBeUndefined();
    return idsOf(data?.organisations);
  };

  test.each([
    ['by words of the name', 'dinas pekerjaan umum kota padang', 'opd-13-71-dpupr'],
    ['by acronym and place', 'DPUPR Padang', 'opd-13-71-dpupr'],
    ['by the acronym as people say it', 'pupr padang', 'opd-13-71-dpupr'],
    ['by beginnings, while typing', 'pend kota bandu', 'opd-32-73-disdik'],
    ['with a letter left out', 'pemerintah kota pdang', 'pemkot-13-71'],
    ['with letters swapped', 'pemkot padnag', 'pemkot-13-71'],
    ['with two mistyped words', 'dinas pendidkan bandnug', 'opd-32-73-disdik'],
    ['in any order and case', 'PADANG diskominfo', 'opd-13-71-diskominfo'],
    ['by region', 'kecamatan kuranji padang', 'opd-13-71-kec-09'],
    ['a ministry by acronym', 'kemenpanrb', 'kemenpanrb'],
    ['a ministry by words', 'kementerian kesehatan', 'kemenkes'],
    ['without apostrophes', "kecamatan o'o'u", 'opd-12-14-kec-21'],
  ])('%s', async (_name, text, id) => {
    expect((await search(text))[0]).toBe(id);
  });

  test('governments come before their units', async () => {
    expect((await search('padang'))[0]).toBe('pemkot-13-71');
  });

  test.each(['xqzwv', 'kementerian xqzwvk', '&|!:*', ''])(
    '%j finds nothing that it should not',
    async (text) => {
      const found = await search(text, { withinId: 'ksp' });
      expect(found).toEqual(text === '' || text === '&|!:*' ? ['ksp'] : []);
    },
  );

  test('within a subtree finds nothing outside it', async () => {
    expect(await search('dinas pendidikan', { withinId: 'pemkot-13-71' })).toEqual(['opd-13-71-disdik']);
    // The province does not own its cities' units.
    expect(await search('diskominfo padang', { withinId: 'pemprov-13' })).toEqual([]);
  });

  test('former organisations are not found', async () => {
    const found = await search('kementerian pekerjaan umum dan perumahan rakyat');
    expect(found).not.toContain('kemen-pupr');
  });

  test('former organisations are found when asked for, after those that exist', async () => {
    const found = await search('kementerian pekerjaan umum', { includeFormer: true });
    expect(found[0]).toBe('kemenpu');
    expect(found).toContain('kemen-pupr');
    // Mistyped, by acronym and by region too.
    expect(await search('kemntrian pariwisata ekonmi kreatif', { includeFormer: true })).toContain(
      'kemenparekraf',
    );
    expect((await search('kemkominfo', { includeFormer: true }))[0]).toBe('kemkominfo');
  });

  test('pages go on where the last one ended', async () => {
    const document = `query ($after: String) {
      organisations(filter: { search: "dinas kesehatan" }, first: 40, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
    }`;
    const first = (await service.ask(document)).data?.organisations;
    const second = (await service.ask(document, { after: first.pageInfo.endCursor })).data?.organisations;
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(80);
  });
});

describe('organisations by filter', () => {
  const list = async (filter: object, first = 100, after?: string) => {
    const { data, errors } = await service.ask(
      `query ($filter: OrganisationFilter, $first: Int!, $after: String) {
        organisations(filter: $filter, first: $first, after: $after) { edges { node { id name kind } } pageInfo { hasNextPage endCursor } }
      }`,
      { filter, first, after },
    );
    expect(errors).toBeUndefined();
    return data?.organisations;
  };

  test('roots only: ministries, agencies, enterprises and provinces', async () => {
    const kinds = new Set<string>();
    const ids: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await list({ rootsOnly: true }, 100, after);
      ids.push(...idsOf(page));
      for (const { node } of page.edges) kinds.add(node.kind);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect([...kinds].sort()).toEqual(['AGENCY', 'MINISTRY', 'PROVINCE', 'STATE_ENTERPRISE']);
    // 72 agencies, 48 active ministries, 30 enterprises, 38 provinces.
    expect([ids.length, new Set(ids).size]).toEqual([188, 188]);
  });

  test('by kind', async () => {
    const page = await list({ kinds: ['PROVINCE'] });
    expect(page.edges).toHaveLength(38);
    expect(page.edges.every(({ node }: any) => node.kind === 'PROVINCE')).toBe(true);
  });

  test('by parent, by subtree and by region', async () => {
    expect(idsOf(await list({ parentId: 'polri' }))).toEqual(['divpropam', 'korlantas']);
    expect(idsOf(await list({ withinId: 'polri' }))).toEqual(['divpropam', 'polri', 'korlantas']);
    const kuranji = await list({ regionCode: '13.71.09' });
    expect(idsOf(kuranji)).toEqual(['opd-13-71-kec-09']);
    // The government, its 44 units, none of another region.
    expect(idsOf(await list({ regionCode: '13.71' }))).toHaveLength(45);
  });

  test('with former ones, by name', async () => {
    const page = await list({ kinds: ['MINISTRY'], includeFormer: true });
    const names = page.edges.map(({ node }: any) => node.name);
    expect(page.edges.length).toBe(60);
    expect(names).toEqual(names.toSorted());
    const first = await list({ kinds: ['MINISTRY'], includeFormer: true }, 30);
    const next = await list({ kinds: ['MINISTRY'], includeFormer: true }, 30, first.pageInfo.endCursor);
    expect([...idsOf(first), ...idsOf(next)]).toEqual(idsOf(page));
  });

  test('conditions go together', async () => {
    const page = await list({ regionCode: '13', kinds: ['CITY', 'REGENCY'], parentId: 'pemprov-13' });
    expect(page.edges).toHaveLength(19);
  });

  test('a page has at most 100 rows, and at least one', async () => {
    expect((await list({}, 5_000)).edges).toHaveLength(100);
    expect((await list({}, 0)).edges).toHaveLength(1);
  });

  test.each(['nonsense', 'W10', 'WzFd'])('the foreign cursor %s is refused', async (after) => {
    const { errors } = await service.ask(`{ organisations(after: "${after}") { edges { cursor } } }`);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

describe('the tree', () => {
  test('children come by name, page by page, for all parents of a list in one statement', async () => {
    const document = `query ($after: String) {
      organisations(filter: { kinds: [CITY], regionCode: "13" }, first: 50) {
        edges { node { id childCount children(first: 3, after: $after) { edges { node { name } } pageInfo { hasNextPage endCursor } } } }
      }
    }`;
    const { data, statements } = await service.ask(document);
    expect(data?.organisations.edges).toHaveLength(7);
    // The cities, their counts, their children.
    expect(statements).toBe(3);
    const padang = data?.organisations.edges.find(({ node }: any) => node.id === 'pemkot-13-71').node;
    const names = padang.children.edges.map(({ node }: any) => node.name);
    expect(names).toEqual(names.toSorted());
    expect(padang.children.pageInfo.hasNextPage).toBe(true);
    const next = await service.ask(document, { after: padang.children.pageInfo.endCursor });
    const more = next.data?.organisations.edges.find(({ node }: any) => node.id === 'pemkot-13-71').node;
    expect(more.children.edges.every(({ node }: any) => node.name > names[2])).toBe(true);
  });
});

describe('statements', () => {
  const fields = `id name parent { id name } government { id name } ancestors { id name } childCount head { title name }
    region { code fullName parent { code name parent { code } } }`;

  test.each([
    ['a list', '{ organisations(filter: { kinds: [OPD] }, first: FIRST) { edges { node { FIELDS } } } }'],
    [
      'a search',
      '{ organisations(filter: { search: "dinas padang" }, first: FIRST) { edges { node { FIELDS } } } }',
    ],
  ])('of %s do not grow with the page', async (_name, document) => {
    const count = async (first: number) => {
      const source = document.replace('FIRST', String(first)).replace('FIELDS', fields);
      const { errors, statements } = await service.ask(source);
      expect(errors).toBeUndefined();
      return statements;
    };
    const [few, many] = [await count(2), await count(100)];
    expect(many).toBeLessThanOrEqual(8);
    expect(many - few).toBeLessThanOrEqual(1);
  });

  test('references of other subgraphs are resolved together', async () => {
    const representations = [
      ...['pemkot-13-71', 'opd-13-71-dpupr', 'kemenpu', 'nowhere'].map((id) => ({
        __typename: 'Organisation',
        id,
      })),
      ...['13.71', '13.71.09'].map((code) => ({ __typename: 'Region', code })),
    ];
    const { data, errors, statements } = await service.ask(
      `query ($representations: [_Any!]!) {
        _entities(representations: $representations) { ... on Organisation { name government { id } } ... on Region { fullName } }
      }`,
      { representations },
    );
    expect(errors).toBeUndefined();
    expect(data?._entities).toEqual([
      { name: 'Pemerintah Kota Padang', government: { id: 'pemkot-13-71' } },
      { name: expect.stringMatching(/^Dinas Pekerjaan Umum/), government: { id: 'pemkot-13-71' } },
      { name: 'Kementerian Pekerjaan Umum', government: { id: 'kemenpu' } },
      null,
      { fullName: 'Kota Padang, Sumatera Barat' },
      { fullName: 'Kuranji, Kota Padang, Sumatera Barat' },
    ]);
    expect(statements).toBe(2);
  });
});
