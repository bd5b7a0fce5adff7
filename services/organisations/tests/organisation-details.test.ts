import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { padang, admin, desk, treeOf, withTreeOfficers } from './changing-tree.ts';
import { type Harness, eventsOf, nationalAdmin, somebody } from './harness.ts';

let service: Harness;
let tree: ReturnType<typeof treeOf>;
beforeAll(async () => {
  service = await withTreeOfficers();
  tree = treeOf(service);
});
afterAll(() => service[Symbol.asyncDispose]());

describe('details', () => {
  test('change one by one; the history keeps no contact of the head', async () => {
    const organisationId = 'opd-13-71-disdik';
    const updated = await tree.mutate('updateOrganisation', {
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
    const [head] = (await tree.historyOf(organisationId)).filter(({ kind }: any) => kind === 'HEAD_CHANGED');
    expect(head.facts).toEqual([
      { field: 'headName', before: null, after: 'Yopi K.' },
      { field: 'headEmail', before: null, after: null },
    ]);
    await tree.mutate('updateOrganisation', { organisationId, phone: null, website: '' });
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
    const id = await tree.create('Kantor Perwakilan', padang, { regionCode: '13.71.09' });
    await tree.mutate('updateOrganisation', { organisationId: id, timeZone: 'Asia/Makassar' });
    await tree.mutate('updateOrganisation', { organisationId: id, regionCode: '13.71' });
    const zone = async () =>
      (await service.ask(`{ organisation(id: "${id}") { timeZone timeZoneLabel region { code } } }`)).data
        ?.organisation;
    expect(await zone()).toEqual({
      timeZone: 'Asia/Makassar',
      timeZoneLabel: 'WITA',
      region: { code: '13.71' },
    });
    await tree.mutate('updateOrganisation', { organisationId: id, timeZone: null });
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
    const refused = await tree.mutate('updateOrganisation', { organisationId: 'opd-13-71-disdik', ...input });
    expect(refused).toMatchObject({ __typename: 'InvalidInput', fields: [{ path }] });
  });

  test('a unit from a template is checked by saying so', async () => {
    const organisationId = 'opd-32-73-dpupr';
    await tree.mutate('updateOrganisation', { organisationId, isTemplate: false }, desk);
    const { data } = await service.ask(`{ organisation(id: "${organisationId}") { isTemplate } }`);
    expect(data?.organisation.isTemplate).toBe(false);
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
    const set = await tree.mutate('setClosingDays', { organisationId: padang, year: 2026, days });
    expect(set).toMatchObject({ change: { kind: 'CALENDAR_CHANGED' } });
    expect(await read('opd-13-71-disdik')).toEqual([days[1], days[0]]);
    expect(await read(padang, 2027)).toEqual([]);
    await tree.mutate('setClosingDays', { organisationId: padang, year: 2026, days: [days[0]] });
    expect(await read(padang, 2026)).toEqual([days[0]]);
    expect(
      (await tree.mutate('setClosingDays', { organisationId: padang, year: 2026, days: [days[0]] })).change,
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
      await tree.mutate('setClosingDays', { organisationId: 'opd-13-71-disdik', year: 2026, days }),
    ).toMatchObject({
      code: 'NOT_A_GOVERNMENT',
    });
    const faulty = [days[0], days[0], { ...days[1], date: '2027-08-07' }];
    expect(
      (await tree.mutate('setClosingDays', { organisationId: padang, year: 2026, days: faulty })).fields.map(
        ({ path, code }: any) => [path, code],
      ),
    ).toEqual([
      ['input.days.1.date', 'REPEATED'],
      ['input.days.2.date', 'INVALID'],
    ]);
    expect(
      await tree.mutate('setClosingDays', { organisationId: padang, year: 1999, days: [] }),
    ).toMatchObject({
      fields: [{ path: 'input.year' }],
    });
  });
});

describe('direct verification', () => {
  test('is set for roots by the national desk, kept and told', async () => {
    const set = (organisationId: string, viewer = desk) =>
      tree.mutate('setDirectVerification', { organisationId, isEnabled: true }, viewer);
    expect(await set('pemkot-13-77')).toMatchObject({ change: { kind: 'DIRECT_VERIFICATION_SET' } });
    expect(await set('pemkot-13-77')).toMatchObject({ change: null });
    expect(await set('opd-13-71-disdik')).toMatchObject({ code: 'NOT_A_GOVERNMENT' });
    expect(await set(padang, admin)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await set('kemen-pupr')).toMatchObject({ code: 'ORGANISATION_FORMER' });
    expect((await tree.toldOf('pemkot-13-77')).at(-1)?.payload).toMatchObject({
      hasDirectVerification: true,
    });
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
