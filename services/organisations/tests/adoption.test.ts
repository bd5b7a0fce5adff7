import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keepAdoptionOfToday } from '../src/modules/adoption/index.ts';
import { type Harness, officer, withReferenceData } from './harness.ts';
import {
  city,
  environment,
  forgetPeople,
  ministry,
  otherCity,
  province,
  receive,
  roads,
  settled,
} from './people.ts';
import { transition } from './transitions.ts';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
});
afterAll(() => service[Symbol.asyncDispose]());
beforeEach(async () => {
  service.clock.set('2026-11-20T02:40:00Z');
  await forgetPeople(service);
});

const declareDecree = (...organisationIds: string[]) =>
  service.database.query(
    'test-decree',
    `insert into readiness_declaration (id, organisation_id, kind, number, date, declared_at)
     select gen_random_uuid(), id, 'DECREE', '1', '2025-01-01', '2025-01-02' from unnest($1::text[]) as id`,
    [organisationIds],
  );

const standing = async (id: string) =>
  (await service.ask(`{ organisation(id: "${id}") { isStaffed isConnected isUsed lastUsedOn } }`)).data
    ?.organisation;

const adoption = async (variables: object) => {
  const { data, errors, statements } = await service.ask(
    `query ($by: AdoptionGrouping!, $kinds: [OrganisationKind!], $provinceCode: ID, $on: LocalDate) {
       adoption(by: $by, kinds: $kinds, provinceCode: $provinceCode, on: $on) { kind province { code } total connected used ready }
     }`,
    variables as Record<string, unknown>,
  );
  expect(errors).toBeUndefined();
  return { rows: data!.adoption as any[], statements };
};

describe('connected', () => {
  test('is an organisation with admin, liaison officer and decree, and nothing less', async () => {
    await settled(service, ['a', 'AGENCY_ADMIN', city]);
    expect(await standing(city)).toMatchObject({ isStaffed: true, isConnected: false });
    await declareDecree(city);
    expect(await standing(city)).toMatchObject({ isConnected: false });
    await settled(service, ['l', 'LIAISON_OFFICER', roads]);
    expect(await standing(city)).toMatchObject({ isConnected: true });
    // A unit with its officer, under the city's admin and decree.
    expect(await standing(roads)).toMatchObject({ isConnected: true });
    expect(await standing(environment)).toMatchObject({ isStaffed: false, isConnected: false });
    // The province above is another government.
    expect(await standing(province)).toMatchObject({ isStaffed: false, isConnected: false });
  });
});

describe('used', () => {
  test.each(['ACKNOWLEDGED', 'PLANNED', 'RESULT', 'OBSTACLE', 'DISPOSED'])(
    'is an organisation, and all above it in its government, by %s of the last 90 days',
    async (kind) => {
      await receive(service, 'report.transitioned', transition({ kind, by: roads }));
      expect(await standing(roads)).toMatchObject({ isUsed: true, lastUsedOn: '2026-11-20' });
      expect(await standing(city)).toMatchObject({ isUsed: true, lastUsedOn: '2026-11-20' });
      expect([await standing(environment), await standing(province)]).toMatchObject([
        { isUsed: false, lastUsedOn: null },
        { isUsed: false },
      ]);
      service.clock.set('2027-02-18T02:39:59Z');
      expect(await standing(city)).toMatchObject({ isUsed: true });
      service.clock.set('2027-02-18T02:40:00Z');
      expect(await standing(city)).toMatchObject({ isUsed: false, lastUsedOn: '2026-11-20' });
    },
  );

  test('is not what the national desk, citizens, the platform or a hand-over link do, what is done for a confidential report, nor anything else', async () => {
    await receive(
      service,
      'report.transitioned',
      transition({ kind: 'RETURNED', by: city }),
      transition({ by: 'kemenpanrb', byNationalDesk: true }),
      transition({ kind: 'RESULT', by: city, actorKind: 'SYSTEM' }),
      transition({ kind: 'RESULT', by: city, actorKind: 'CITIZEN' }),
      transition({ kind: 'RESULT', by: city, isConfidential: true }),
    );
    expect([await standing(city), await standing('kemenpanrb')]).toMatchObject([
      { isUsed: false },
      { isUsed: false },
    ]);
  });

  test('keeps the latest, in whatever order events come, once each', async () => {
    const late = transition({ by: roads, at: '2026-11-20T02:00:00.000Z' });
    const early = transition({ by: environment, at: '2026-10-01T02:00:00.000Z' });
    expect(await receive(service, 'report.transitioned', late, early)).toEqual({ failed: [] });
    expect(await standing(city)).toMatchObject({ lastUsedOn: '2026-11-20' });
    expect(await standing(environment)).toMatchObject({ lastUsedOn: '2026-10-01' });
  });
});

describe('adoption', () => {
  test('counts the roots of governments and K/L by kind, in the order of the enum', async () => {
    const { rows } = await adoption({ by: 'KIND' });
    expect(rows.map(({ kind, province: region, total }) => [kind, region, total])).toEqual([
      ['MINISTRY', null, expect.any(Number)],
      ['AGENCY', null, expect.any(Number)],
      ['STATE_ENTERPRISE', null, expect.any(Number)],
      ['PROVINCE', null, 38],
      ['REGENCY', null, 415],
      ['CITY', null, 93],
    ]);
    const [{ count } = { count: 0 }] = await service.database.query<{ count: number }>(
      'test-roots',
      `select count(*)::int as count from organisation where cardinality(path) = 1 and status = 'ACTIVE'`,
    );
    expect(rows.reduce((sum, { total }) => sum + total, 0)).toBe(count);
  });

  test('by province counts its local governments; national bodies lie in none', async () => {
    await settled(
      service,
      ['a', 'AGENCY_ADMIN', city],
      ['l', 'LIAISON_OFFICER', roads],
      ['m', 'AGENCY_ADMIN', ministry],
    );
    await declareDecree(city, ministry);
    await receive(service, 'report.transitioned', transition({ by: otherCity }));
    const { rows } = await adoption({ by: 'PROVINCE' });
    expect(rows).toHaveLength(38);
    // Sumatera Barat: the province, 12 regencies, 7 cities.
    expect(rows.find(({ province: region }) => region.code === '13')).toEqual({
      kind: null,
      province: { code: '13' },
      total: 20,
      connected: 1,
      used: 1,
      ready: 0,
    });
    expect((await adoption({ by: 'KIND', provinceCode: '13', kinds: ['CITY'] })).rows).toEqual([
      { kind: 'CITY', province: null, total: 7, connected: 1, used: 1, ready: 0 },
    ]);
  });

  test('counts a root as ready when its whole checklist is met', async () => {
    await settled(service, ['a', 'AGENCY_ADMIN', ministry], ['l', 'LIAISON_OFFICER', ministry]);
    await declareDecree(ministry);
    await service.database.query(
      'test-declare-rest',
      `insert into readiness_declaration (id, organisation_id, kind, note, declared_at)
       select gen_random_uuid(), $1, kind, 'Ada.', '2025-01-02' from unnest(array['PROCEDURE', 'FACILITIES', 'STAFF_TRAINED']) as kind`,
      [ministry],
    );
    await service.database.query(
      'test-no-units',
      `update organisation set is_template = true where government_id = $1 and id <> $1`,
      [ministry],
    );
    const { rows } = await adoption({ by: 'KIND', kinds: ['MINISTRY'] });
    expect(rows).toMatchObject([{ connected: 1, ready: 1 }]);
  });

  test('takes one statement, and one more for the provinces; it is public', async () => {
    expect((await adoption({ by: 'KIND' })).statements).toBe(1);
    expect((await adoption({ by: 'PROVINCE' })).statements).toBe(2);
  });
});

describe('the trend', () => {
  const countAt = async (at: string) => {
    service.clock.set(at);
    await keepAdoptionOfToday(service);
  };
  const trend = async (variables: object = {}) =>
    (
      await service.ask(
        `query ($kind: OrganisationKind, $provinceCode: ID, $months: Int) { adoptionTrend(kind: $kind, provinceCode: $provinceCode, months: $months) { on total connected used } }`,
        variables as Record<string, unknown>,
        officer('x'),
      )
    ).data?.adoptionTrend;

  test('holds the last count of each month, with the present month as counted last', async () => {
    await countAt('2026-08-30T17:30:00Z'); // 31 August in Jakarta
    await countAt('2026-09-10T03:00:00Z');
    await receive(service, 'report.transitioned', transition({ by: city, at: '2026-09-20T02:00:00.000Z' }));
    await countAt('2026-09-30T03:00:00Z');
    await countAt('2026-11-20T02:40:00Z');
    const points = await trend({ kind: 'CITY' });
    expect(points.map(({ on, used }: any) => [on, used])).toEqual([
      ['2026-08-31', 0],
      ['2026-09-30', 1],
      ['2026-11-20', 1],
    ]);
    expect((await trend({ months: 2 })).map(({ on }: any) => on)).toEqual(['2026-11-20']);
    expect((await trend({ provinceCode: '14' })).at(-1)).toMatchObject({ used: 0 });
    expect((await trend())[0].total).toBeGreaterThan(600);
  });

  test('a count of the same day takes the place of the earlier one', async () => {
    await countAt('2026-11-20T02:40:00Z');
    await receive(service, 'report.transitioned', transition({ by: city }));
    await countAt('2026-11-20T16:59:00Z');
    expect(await trend({ kind: 'CITY' })).toMatchObject([{ on: '2026-11-20', used: 1 }]);
  });

  test('answers adoption as it was on a day', async () => {
    await countAt('2026-10-05T03:00:00Z');
    await receive(service, 'report.transitioned', transition({ by: city, at: '2026-11-01T02:00:00.000Z' }));
    await countAt('2026-11-20T02:40:00Z');
    const usedOn = async (on?: string) => (await adoption({ by: 'KIND', kinds: ['CITY'], on })).rows[0]?.used;
    expect([
      await usedOn('2026-10-31'),
      await usedOn('2026-11-20'),
      await usedOn(),
      await usedOn('2026-10-01'),
    ]).toEqual([0, 1, 1, undefined]);
  });
});
