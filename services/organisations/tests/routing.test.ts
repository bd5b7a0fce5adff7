import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Harness,
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
    ['padang-admin', 'AGENCY_ADMIN', 'pemkot-13-71'],
    ['ministry-admin', 'AGENCY_ADMIN', 'kemenkeu'],
    ['national-admin', 'NATIONAL_ADMIN', 'kemenpanrb'],
  );
});
afterAll(() => service[Symbol.asyncDispose]());

const padangAdmin = officer('padang-admin', ['AGENCY_ADMIN', 'pemkot-13-71']);

async function rules(categoryId: string, regionCode?: string) {
  const { data, errors, statements } = await service.ask(
    `query ($c: ID!, $r: ID) { routeRules(categoryId: $c, regionCode: $r) {
      organisation { id } level basis unitKey version decidedByGovernment } }`,
    { c: categoryId, r: regionCode },
  );
  expect(errors).toBeUndefined();
  // The rules, the organisations that they name.
  expect(statements).toBeLessThanOrEqual(2);
  return data!.routeRules as any[];
}
const short = async (categoryId: string, regionCode?: string) =>
  (await rules(categoryId, regionCode)).map(({ organisation, level, basis }) => [
    organisation.id,
    level,
    basis,
  ]);

async function setRoute(input: object, viewer = nationalAdmin()) {
  const { data, errors } = await service.ask(
    `mutation ($input: SetCategoryRouteInput!) { setCategoryRoute(input: $input) { __typename
      ... on RoutingChanged { route { categoryId usualLevel unitKey version reason nationalOrganisation { id } government { id } unit { id } by { id } } }
      ... on UserError { code } ... on InvalidInput { fields { path code } } } }`,
    { input: { reason: 'Kesepakatan bersama', ...input } },
    viewer,
  );
  expect(errors).toBeUndefined();
  return data!.setCategoryRoute;
}

const haj = 'agama.haji-dan-umroh';
const social = 'sosial-dan-kesejahteraan';
const digital = 'teknologi-informasi-dan-komunikasi.layanan-online-aplikasi-pemerintah';

describe('the map as it was imported', () => {
  test.each<[string, string, string | undefined, string[][]]>([
    ['a national category', haj, '13.71', [['kemenhaj', 'NATIONAL', 'NATIONAL_BODY']]],
    ['a national category without a place', haj, undefined, [['kemenhaj', 'NATIONAL', 'NATIONAL_BODY']]],
    ['a city’s category', social, '13.71', [['opd-13-71-dinsos', 'REGENCY', 'UNIT_WITH_KEY']]],
    ['its district', social, '13.71.09', [['opd-13-71-dinsos', 'REGENCY', 'UNIT_WITH_KEY']]],
    [
      'a regency that only has templates',
      social,
      '32.01',
      [['opd-32-01-dinsos', 'REGENCY', 'UNIT_WITH_KEY']],
    ],
    ['only the province known', social, '13', []],
    ['no place known', social, undefined, []],
    ['a place that does not exist', social, '99.99', []],
    [
      'nonsense for a place',
      social,
      "13.71'; drop table x",
      [['opd-13-71-dinsos', 'REGENCY', 'UNIT_WITH_KEY']],
    ],
    [
      'a mixed category',
      digital,
      '13.71.09',
      [
        ['kemkomdigi', 'NATIONAL', 'NATIONAL_BODY'],
        ['opd-13-diskominfo', 'PROVINCE', 'UNIT_WITH_KEY'],
        ['opd-13-71-diskominfo', 'REGENCY', 'UNIT_WITH_KEY'],
      ],
    ],
    ['a mixed category without a place', digital, undefined, [['kemkomdigi', 'NATIONAL', 'NATIONAL_BODY']]],
    // Cities of Jakarta are areas of the province: its units serve them, and are answered once.
    ['a city of Jakarta', social, '31.71', [['opd-31-dinsos', 'REGENCY', 'UNIT_WITH_KEY']]],
    [
      'a mixed category in Jakarta',
      digital,
      '31.71',
      [
        ['kemkomdigi', 'NATIONAL', 'NATIONAL_BODY'],
        ['opd-31-diskominfo', 'PROVINCE', 'UNIT_WITH_KEY'],
      ],
    ],
    ['a category of no level', 'topik-lainnya', '13.71', []],
    ['an unknown category', 'nowhere', '13.71', []],
  ])('%s', async (_name, category, region, expected) => {
    expect(await short(category, region)).toEqual(expected);
  });

  test('says key and version of the rule', async () => {
    expect((await rules(social, '13.71'))[0]).toMatchObject({
      unitKey: 'dinsos',
      version: 1,
      decidedByGovernment: false,
    });
  });

  test('leads every category of a level somewhere, in every province and regency', async () => {
    const [lost] = await service.database.query<{ count: number }>(
      'test-lost',
      `select count(*)::int as count from category_route r
       where (usual_level = 'NATIONAL' and national_organisation_id is null) or (usual_level in ('PROVINCE', 'REGENCY') and unit_key is null)`,
    );
    expect(lost!.count).toBe(0);
  });
});

describe('units', () => {
  test('that are former are never answered; without one the government answers itself', async () => {
    await service.ask(
      `mutation { retireOrganisation(input: { organisationId: "opd-14-71-dinsos", reason: "Dilebur ke dinas lain" }) { __typename } }`,
      {},
      nationalAdmin(),
    );
    expect(await short(social, '14.71')).toEqual([['pemkot-14-71', 'REGENCY', 'GOVERNMENT_WITHOUT_UNIT']]);
  });

  test('of several with the key the one of the place counts, then the one nearest to the government', async () => {
    const make = async (name: string, regionCode: string) => {
      const { data } = await service.ask(
        `mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) { ... on OrganisationChanged { organisation { id } } } }`,
        {
          input: {
            parentId: 'opd-13-71-dinsos',
            kind: 'OPD',
            name,
            regionCode,
            unitKeys: ['dinsos'],
            reason: 'Perwako 2/2026',
          },
        },
        padangAdmin,
      );
      return data!.createOrganisation.organisation.id as string;
    };
    const kuranji = await make('UPTD Sosial Kuranji', '13.71.09');
    expect((await short(social, '13.71.09'))[0]![0]).toBe(kuranji);
    expect((await short(social, '13.71.01'))[0]![0]).toBe('opd-13-71-dinsos');
    expect((await short(social, '13.71'))[0]![0]).toBe('opd-13-71-dinsos');
  });
});

describe('a government’s own choice', () => {
  test('wins at its level and nowhere else, version by version, until it is taken back', async () => {
    const choose = (unitId: string) =>
      setRoute({ categoryId: digital, governmentId: 'pemkot-13-71', unitId }, padangAdmin);
    expect(await choose('opd-13-71-setda')).toMatchObject({
      route: {
        version: 1,
        government: { id: 'pemkot-13-71' },
        unit: { id: 'opd-13-71-setda' },
        by: { id: 'padang-admin' },
      },
    });
    expect(await rules(digital, '13.71')).toMatchObject([
      { organisation: { id: 'kemkomdigi' } },
      { organisation: { id: 'opd-13-diskominfo' } },
      {
        organisation: { id: 'opd-13-71-setda' },
        basis: 'GOVERNMENT_CHOICE',
        decidedByGovernment: true,
        version: 1,
      },
    ]);
    expect((await short(digital, '13.77')).at(-1)![0]).toBe('opd-13-77-diskominfo');
    expect(await choose('pemkot-13-71')).toMatchObject({ route: { version: 2 } });
    expect((await rules(digital, '13.71')).at(-1)).toMatchObject({
      organisation: { id: 'pemkot-13-71' },
      version: 2,
    });
    const reset = { categoryId: digital, governmentId: 'pemkot-13-71', reset: true };
    expect(await setRoute(reset, padangAdmin)).toEqual({ __typename: 'RoutingChanged', route: null });
    expect((await short(digital, '13.71')).at(-1)).toEqual([
      'opd-13-71-diskominfo',
      'REGENCY',
      'UNIT_WITH_KEY',
    ]);
    const kept = await service.database.query(
      'test-versions',
      `select version, unit_id, reason, superseded_at is null as in_force from category_route
       where category_id = $1 and government_id = 'pemkot-13-71' order by version`,
      [digital],
    );
    expect(kept).toEqual([
      { version: 1, unit_id: 'opd-13-71-setda', reason: 'Kesepakatan bersama', in_force: false },
      { version: 2, unit_id: 'pemkot-13-71', reason: 'Kesepakatan bersama', in_force: false },
      { version: 3, unit_id: null, reason: 'Kesepakatan bersama', in_force: true },
    ]);
  });

  test('of a K/L is one of its own units', async () => {
    const tax = 'ekonomi-dan-keuangan.anggaran-dan-perbendaharaan';
    const ministry = officer('ministry-admin', ['AGENCY_ADMIN', 'kemenkeu']);
    await setRoute({ categoryId: tax, governmentId: 'kemenkeu', unitId: 'ditjen-pajak' }, ministry);
    expect(await short(tax)).toEqual([['ditjen-pajak', 'NATIONAL', 'GOVERNMENT_CHOICE']]);
    expect(
      await setRoute({ categoryId: haj, governmentId: 'kemenkeu', unitId: 'ditjen-pajak' }, ministry),
    ).toMatchObject({
      fields: [{ path: 'input.categoryId' }],
    });
  });

  test.each<[string, object, string]>([
    ['another government’s unit', { unitId: 'opd-13-77-diskominfo' }, 'input.unitId'],
    ['no unit', {}, 'input.unitId'],
    ['a key', { unitId: 'opd-13-71-setda', unitKey: 'setda' }, 'input.unitKey'],
    ['a category of another level', { categoryId: haj, unitId: 'opd-13-71-setda' }, 'input.categoryId'],
    ['an unknown category', { categoryId: 'nowhere', unitId: 'opd-13-71-setda' }, 'input.categoryId'],
  ])('is refused with %s', async (_name, input, path) => {
    const refused = await setRoute(
      { categoryId: digital, governmentId: 'pemkot-13-71', ...input },
      padangAdmin,
    );
    expect(refused).toMatchObject({ __typename: 'InvalidInput', fields: [{ path }] });
  });

  test('is the root’s, not a unit’s', async () => {
    expect(
      await setRoute(
        { categoryId: digital, governmentId: 'opd-13-71-setda', unitId: 'opd-13-71-setda' },
        padangAdmin,
      ),
    ).toMatchObject({ code: 'NOT_A_GOVERNMENT' });
  });
});

describe('the national map', () => {
  test('changes as a next version, and goes back to what the reference data say', async () => {
    const changed = await setRoute({ categoryId: social, usualLevel: 'PROVINCE', unitKey: 'dinsos' });
    expect(changed).toMatchObject({
      route: {
        usualLevel: 'PROVINCE',
        version: 2,
        nationalOrganisation: null,
        reason: 'Kesepakatan bersama',
      },
    });
    expect(await short(social, '13.77')).toEqual([['opd-13-dinsos', 'PROVINCE', 'UNIT_WITH_KEY']]);
    expect(await setRoute({ categoryId: social, usualLevel: 'PROVINCE', unitKey: 'dinsos' })).toMatchObject({
      route: { version: 2 },
    });
    expect(await setRoute({ categoryId: social, reset: true })).toMatchObject({
      route: {
        usualLevel: 'REGENCY',
        unitKey: 'dinsos',
        version: 3,
        nationalOrganisation: { id: 'kemensos' },
      },
    });
    expect((await short(social, '13.77'))[0]![0]).toBe('opd-13-77-dinsos');
  });

  test.each<[string, object, string]>([
    ['no level', { unitKey: 'dinsos' }, 'input.usualLevel'],
    ['a national category without a body', { usualLevel: 'NATIONAL' }, 'input.nationalOrganisationId'],
    ['a city’s category without a key', { usualLevel: 'REGENCY' }, 'input.unitKey'],
    ['an unknown key', { usualLevel: 'REGENCY', unitKey: 'sihir' }, 'input.unitKey'],
    [
      'a local government as national body',
      { usualLevel: 'NATIONAL', nationalOrganisationId: 'pemkot-13-71' },
      'input.nationalOrganisationId',
    ],
    ['a unit', { usualLevel: 'MIXED', unitId: 'opd-13-71-setda' }, 'input.unitId'],
  ])('is refused with %s', async (_name, input, path) => {
    expect(await setRoute({ categoryId: social, ...input })).toMatchObject({
      __typename: 'InvalidInput',
      fields: [{ path }],
    });
  });

  test('a former body is refused', async () => {
    expect(
      await setRoute({ categoryId: social, usualLevel: 'NATIONAL', nationalOrganisationId: 'kemen-pupr' }),
    ).toMatchObject({ code: 'ORGANISATION_FORMER' });
  });

  test('one request key changes once', async () => {
    const input = {
      requestKey: crypto.randomUUID(),
      categoryId: 'srgi',
      usualLevel: 'NATIONAL',
      nationalOrganisationId: 'bappenas',
    };
    const first = await setRoute(input);
    expect(await setRoute(input)).toEqual(first);
    expect(first).toMatchObject({ route: { version: 2 } });
    expect(await setRoute({ ...input, nationalOrganisationId: 'big' })).toMatchObject({
      code: 'REQUEST_CONFLICT',
    });
  });

  test('each change is in the audit log', async () => {
    const rows = await service.database.query<{ actor_id: string; organisation_id: string; facts: any }>(
      'test-route-audit',
      `select actor_id, organisation_id, facts from audit_entry where action = 'CATEGORY_ROUTE_SET' and organisation_id is not null order by id limit 1`,
    );
    expect(rows[0]).toMatchObject({
      actor_id: 'padang-admin',
      organisation_id: 'pemkot-13-71',
      facts: { categoryId: digital },
    });
  });
});

describe('the list of the map', () => {
  const list = async (filter: object, first = 100, after: string | null = null, viewer = somebody()) => {
    const { data, errors, statements } = await service.ask(
      `query ($filter: CategoryRouteFilter, $first: Int!, $after: String) { categoryRoutes(filter: $filter, first: $first, after: $after) {
        edges { node { categoryId usualLevel unitKey version reason nationalOrganisation { id name } government { id } unit { id name } by { id } } }
        pageInfo { hasNextPage endCursor } } }`,
      { filter, first, after },
      viewer,
    );
    expect(errors).toBeUndefined();
    expect(statements).toBeLessThanOrEqual(3);
    return data!.categoryRoutes;
  };

  test('has every category once, page by page', async () => {
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const page: any = await list({}, 100, after);
      ids.push(...page.edges.map(({ node }: any) => node.categoryId));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect([ids.length, new Set(ids).size]).toEqual([625, 625]);
    expect(ids).toEqual(ids.toSorted());
  });

  test('for a government is the map as it holds there', async () => {
    await setRoute(
      { categoryId: social, governmentId: 'pemkot-13-71', unitId: 'opd-13-71-setda' },
      padangAdmin,
    );
    const filter = { governmentId: 'pemkot-13-71', categoryIds: [haj, social] };
    const nodes = (await list(filter)).edges.map(({ node }: any) => node);
    expect(nodes).toMatchObject([
      { categoryId: haj, government: null, unit: null, nationalOrganisation: { id: 'kemenhaj' } },
      {
        categoryId: social,
        usualLevel: 'REGENCY',
        government: { id: 'pemkot-13-71' },
        unit: { id: 'opd-13-71-setda' },
      },
    ]);
    // Who decided and why is for officers.
    expect(nodes[1]).toMatchObject({ by: null, reason: null });
    const [, own] = (await list(filter, 100, null, padangAdmin)).edges;
    expect(own.node).toMatchObject({ by: { id: 'padang-admin' }, reason: 'Kesepakatan bersama' });
  });

  test('unitKeys names what units can serve', async () => {
    const { data } = await service.ask('{ unitKeys { key name } }');
    expect(data!.unitKeys).toContainEqual({
      key: 'disdukcapil',
      name: 'Dinas Kependudukan dan Pencatatan Sipil',
    });
    expect(data!.unitKeys).toContainEqual({ key: 'kecamatan', name: 'Kecamatan' });
  });
});

describe('supervision', () => {
  const supervisors = async (id: string) =>
    (
      await service.ask(
        'query ($id: ID!) { organisation(id: $id) { supervisors { supervisor { id } scope rule } } }',
        { id },
      )
    ).data!.organisation.supervisors.map(({ supervisor, scope, rule }: any) => [supervisor.id, scope, rule]);
  const national = [
    ['kemenpanrb', 'ALL', 'KEMENPANRB'],
    ['ksp', 'ALL', 'KSP'],
    ['ombudsman', 'ALL', 'OMBUDSMAN'],
  ];
  const local = (office: string) => [
    ['kemendagri', 'FIGURES', 'KEMENDAGRI'],
    ...national.slice(0, 2),
    ['ombudsman', 'ALL', 'OMBUDSMAN'],
    [office, 'OVERSIGHT', 'OMBUDSMAN_OFFICE'],
    [office, 'READINESS', 'OMBUDSMAN_OFFICE'],
  ];

  test.each<[string, string[][]]>([
    ['pemkot-13-71', [...local('ombudsman-13'), ['pemprov-13', 'FIGURES', 'PROVINCE_OVER_REGENCIES']]],
    ['opd-13-71-disdik', [...local('ombudsman-13'), ['pemprov-13', 'FIGURES', 'PROVINCE_OVER_REGENCIES']]],
    ['pemprov-13', local('ombudsman-13')],
    // The four provinces of 2022 are looked after by the offices of Papua and Papua Barat.
    ['pemprov-95', local('ombudsman-91')],
    ['pemprov-96', local('ombudsman-92')],
    ['kemenpu', national],
    ['ksp', [national[0]!, national[2]!]],
    ['ombudsman-13', national.slice(0, 2)],
  ])('%s', async (id, expected) => {
    expect(await supervisors(id)).toEqual(expected);
  });

  test('34 regional offices stand below the Ombudsman, each in its province', async () => {
    const { data } = await service.ask(
      `{ organisation(id: "ombudsman") { childCount }
        office: organisation(id: "ombudsman-13") { name kind region { code } government { id } } none: organisation(id: "ombudsman-95") { id } }`,
    );
    expect(data).toEqual({
      organisation: { childCount: 34 },
      office: {
        name: 'Ombudsman RI Perwakilan Sumatera Barat',
        kind: 'AGENCY',
        region: { code: '13' },
        government: { id: 'ombudsman' },
      },
      none: null,
    });
  });
});
