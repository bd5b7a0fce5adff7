import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, withReferenceData } from './harness.ts';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
});
afterAll(() => service[Symbol.asyncDispose]());

test('region gives names, zone and what it lies in', async () => {
  const { data } = await service.ask(
    '{ region(code: "63.10") { code name level fullName timeZone timeZoneLabel latitude longitude parent { name parent { name } } } }',
  );
  expect(data?.region).toEqual({
    code: '63.10',
    name: 'Kabupaten Tanah Bumbu',
    level: 'REGENCY',
    fullName: 'Kabupaten Tanah Bumbu, Kalimantan Selatan',
    timeZone: 'Asia/Makassar',
    timeZoneLabel: 'WITA',
    latitude: expect.any(Number),
    longitude: expect.any(Number),
    parent: { name: 'Kalimantan Selatan', parent: null },
  });
  expect((await service.ask('{ region(code: "99") { code } }')).data?.region).toBeNull();
});

describe('regions', () => {
  const list = async (args: string) => {
    const { data, errors } = await service.ask(`{ regions${args} { code name fullName level } }`);
    expect(errors).toBeUndefined();
    return data?.regions as { code: string; name: string; fullName: string; level: string }[];
  };

  test('without search and parent are the provinces by name', async () => {
    const provinces = await list('(first: 100)');
    expect(provinces).toHaveLength(38);
    expect(provinces[0]?.name).toBe('Aceh');
    expect(await list('')).toHaveLength(20);
  });

  test('of a parent are those directly in it', async () => {
    expect(await list('(parentCode: "13", first: 100)')).toHaveLength(19);
    const cities = await list('(parentCode: "13", levels: [CITY], first: 100)');
    expect(cities).toHaveLength(7);
    expect(await list('(parentCode: "13.71.09")')).toEqual([]);
  });

  test('of a level are all of it', async () => {
    const cities = await list('(levels: [CITY], first: 100)');
    expect(cities).toHaveLength(98);
  });

  test.each([
    ['kuranji', '13.71.09'],
    ['kuranji padang', '13.71.09'],
    ['kota padang', '13.71'],
    ['kurnji', '13.71.09'],
    ['sumtera barat', '13'],
    ['tanah bumbu', '63.10'],
    ['padang utara', '13.71.04'],
    ['padang utar', '13.71.04'],
    ['padang lawas utara', '12.20'],
    ['jogja', null],
    ['', '11'],
  ])('are found by %j', async (search, code) => {
    const found = await list(`(search: "${search}")`);
    expect(found[0]?.code ?? null).toBe(code);
  });

  test('are searched at any depth of a parent', async () => {
    const found = await list('(search: "padang", parentCode: "13", first: 100)');
    expect(found.length).toBeGreaterThan(5);
    expect(found.every(({ code }) => code.startsWith('13.'))).toBe(true);
    const districts = await list('(search: "padang", parentCode: "13", levels: [DISTRICT], first: 100)');
    expect(districts.every(({ level }) => level === 'DISTRICT')).toBe(true);
  });

  test('take two statements, with what they lie in one more per level', async () => {
    const { statements } = await service.ask(
      '{ regions(search: "padang", first: 50) { code parent { code parent { code } } } }',
    );
    expect(statements).toBe(4);
  });
});

describe('regionOfPoint', () => {
  const at = async (latitude: number, longitude: number) => {
    const { data, errors, statements } = await service.ask(
      'query ($latitude: Float!, $longitude: Float!) { regionOfPoint(latitude: $latitude, longitude: $longitude) { fullName } }',
      { latitude, longitude },
    );
    expect(errors).toBeUndefined();
    expect(statements).toBe(1);
    return data?.regionOfPoint?.fullName ?? null;
  };

  test.each([
    ['Kuranji', -0.899, 100.41, 'Kuranji, Kota Padang, Sumatera Barat'],
    ['Batulicin', -3.4474, 115.9966, /Kabupaten Tanah Bumbu, Kalimantan Selatan$/],
    ['Monas', -6.1754, 106.8272, /Kota Administrasi Jakarta Pusat, Daerah Khusus Ibukota Jakarta$/],
    ['off the pier of Pariaman', -0.64, 100.1, /Kota Pariaman, Sumatera Barat$/],
  ])('%s', async (_name, latitude, longitude, fullName) => {
    const found = await at(latitude, longitude);
    if (typeof fullName === 'string') expect(found).toBe(fullName);
    else expect(found).toMatch(fullName);
  });

  test.each([
    ['the Indian Ocean', -6, 98],
    ['the North Pole', 90, 0],
    ['nonsense', 1_000, -1_000],
  ])('%s has none', async (_name, latitude, longitude) => {
    expect(await at(latitude, longitude)).toBeNull();
  });
});
