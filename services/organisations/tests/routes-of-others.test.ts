import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, nationalAdmin, withOfficers, withReferenceData } from './harness.ts';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
  await withOfficers(service, ['national-admin', 'NATIONAL_ADMIN', 'kemenpanrb']);
});
afterAll(() => service[Symbol.asyncDispose]());

const haj = 'agama.haji-dan-umroh';
const social = 'sosial-dan-kesejahteraan';

async function entities(representations: object[], fields: string) {
  const { data, errors, statements } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ${fields} } }`,
    { of: representations },
  );
  return { found: data?._entities as any[], errors, statements };
}
const categories = (...ids: string[]) => ids.map((id) => ({ __typename: 'Category', id }));

test('categories of another service have their rows of the map and the unit of a government, in a statement for all and one for the organisations', async () => {
  const { found, errors, statements } = await entities(
    categories(haj, social, 'nowhere'),
    `... on Category { id route(governmentId: "pemkot-13-71") { categoryId usualLevel unitKey nationalOrganisation { id } }
       usualUnit(governmentId: "pemkot-13-71") { id } }`,
  );
  expect(errors).toBeUndefined();
  expect(found).toEqual([
    {
      id: haj,
      route: {
        categoryId: haj,
        usualLevel: 'NATIONAL',
        unitKey: null,
        nationalOrganisation: { id: 'kemenhaj' },
      },
      usualUnit: null,
    },
    {
      id: social,
      route: {
        categoryId: social,
        usualLevel: 'REGENCY',
        unitKey: 'dinsos',
        nationalOrganisation: { id: 'kemensos' },
      },
      usualUnit: { id: 'opd-13-71-dinsos' },
    },
    { id: 'nowhere', route: null, usualUnit: null },
  ]);
  expect(statements).toBeLessThanOrEqual(2);
});

test('what a government chose itself is its unit, and nobody else’s', async () => {
  const { data } = await service.ask(
    `mutation ($input: SetCategoryRouteInput!) { setCategoryRoute(input: $input) { __typename } }`,
    {
      input: {
        categoryId: social,
        governmentId: 'pemkot-13-71',
        unitId: 'opd-13-71-dpupr',
        reason: 'Kesepakatan bersama',
      },
    },
    nationalAdmin(),
  );
  if (data!.setCategoryRoute.__typename !== 'RoutingChanged') return expect(data).toBe('changed');
  const { found } = await entities(
    categories(social),
    `... on Category { own: usualUnit(governmentId: "pemkot-13-71") { id } other: usualUnit(governmentId: "pemkot-14-71") { id }
       route(governmentId: "pemkot-13-71") { unit { id } } national: route { unit { id } } }`,
  );
  expect(found).toEqual([
    {
      own: { id: 'opd-13-71-dpupr' },
      other: { id: 'opd-14-71-dinsos' },
      route: { unit: { id: 'opd-13-71-dpupr' } },
      national: { unit: null },
    },
  ]);
});

test('a report has the rules of its category at its place for whoever may verify it; not for a list', async () => {
  const report = (more: object) => ({
    __typename: 'Report',
    id: 'r',
    viewerCanVerify: true,
    category: { __typename: 'Category', id: haj },
    region: { __typename: 'Region', code: '13.71' },
    ...more,
  });
  const fields = '... on Report { routeRules { organisation { id } basis } }';
  const { found } = await entities(
    [report({}), report({ category: null }), report({ viewerCanVerify: false }), report({ region: null })],
    fields,
  );
  const national = [{ organisation: { id: 'kemenhaj' }, basis: 'NATIONAL_BODY' }];
  expect(found.map(({ routeRules }) => routeRules)).toEqual([national, [], null, national]);
  const { errors } = await entities(
    Array.from({ length: 11 }, () => report({})),
    fields,
  );
  expect(errors?.[0]?.message).toBe('routeRules can be asked for a few reports only');
});

test.each<[string, string | null]>([
  ['13.71.09', 'pemkot-13-71'],
  ['13.71', 'pemkot-13-71'],
  ['13', 'pemprov-13'],
  // Its cities are areas of the province.
  ['31.71', 'pemprov-31'],
])('the region %s is governed by %s', async (code, government) => {
  const { data, errors } = await service.ask(
    `query ($code: ID!) { region(code: $code) { government { id } } }`,
    { code },
  );
  expect(errors).toBeUndefined();
  expect(data!.region.government?.id ?? null).toBe(government);
});
