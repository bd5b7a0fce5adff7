import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { dispose, reportIn } from './situations.ts';

const PADANG = { latitude: -0.95, longitude: 100.35 };
const PARIAMAN = { latitude: -0.62, longitude: 100.12 };
const JAYAPURA = { latitude: -2.53, longitude: 140.7 };
const WEST_SUMATRA = { south: -2, west: 99, north: 1, east: 102 };
const COUNTRY = { south: -11, west: 95, north: 6, east: 141 };

describe('the map of published reports', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
    const publish = async (point: object, overrides: Record<string, unknown> = {}) => {
      const { id } = await file(harness, actor.public, { point, ...overrides });
      await dispose(harness, id);
      return id;
    };
    for (let index = 0; index < 6; index++)
      await publish({ latitude: PADANG.latitude + index / 1_000, longitude: PADANG.longitude });
    await publish(PARIAMAN, { kind: 'ASPIRATION' });
    await publish(JAYAPURA);
    await reportIn(harness, 'DISPOSED', 'confidential', { point: PADANG });
    await reportIn(harness, 'WITHHELD', 'open', { point: PADANG });
    await reportIn(harness, 'SUBMITTED', 'open', { point: PADANG });
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const ask = async (bounds: object, zoom: number, filter: object | null = null) =>
    (
      await harness.ask(
        actor.public,
        `query ($bounds: MapBoundsInput!, $zoom: Int!, $filter: PublicReportFilter) {
           reportClusters(bounds: $bounds, zoom: $zoom, filter: $filter) { count isAtLeast point { latitude longitude } report { kind } } }`,
        { bounds, zoom, filter },
      )
    ).reportClusters;
  const counts = async (...args: Parameters<typeof ask>) =>
    (await ask(...args)).map(({ count }: any) => count);

  it('holds each published report once at every zoom, and no other', async () => {
    for (let zoom = 0; zoom <= 22; zoom++)
      for (const filter of [null, { regionCode: '13' }])
        expect(
          (await counts(COUNTRY, zoom, filter)).reduce((sum: number, count: number) => sum + count, 0),
          `${zoom}`,
        ).toBe(8);
  });

  it('puts together what lies close, and takes it apart as the map comes closer', async () => {
    expect(await counts(COUNTRY, 4)).toEqual([7, 1]);
    expect(await counts(WEST_SUMATRA, 8)).toEqual([6, 1]);
    const street = { south: -0.951, west: 100.349, north: -0.9435, east: 100.351 };
    expect((await counts(street, 20)).every((count: number) => count === 1)).toBe(true);
    expect(await counts(street, 20)).toHaveLength(6);
  });

  it('shows the report itself where there is one, and the middle of several', async () => {
    const [padang, ...others] = await ask(WEST_SUMATRA, 8);
    expect(padang.report).toBeNull();
    expect(padang.point.latitude).toBeCloseTo(PADANG.latitude + 0.0025, 6);
    expect(padang.isAtLeast).toBe(false);
    expect(others.map(({ report }: any) => report.kind).toSorted()).toEqual(['ASPIRATION']);
  });

  it('is narrowed as the list is', async () => {
    expect(await counts(COUNTRY, 8, { kinds: ['ASPIRATION'] })).toEqual([1]);
    expect(await counts(COUNTRY, 8, { regionCode: '99' })).toEqual([]);
    expect(await counts({ south: -3, west: 140, north: -2, east: 141 }, 8)).toEqual([1]);
    expect(await counts({ south: -3, west: 140, north: -2, east: 141 }, 8, { kinds: ['COMPLAINT'] })).toEqual(
      [1],
    );
  });

  it('shares its part with the list: the same reports, no other, page by page and counted', async () => {
    const page = async (bounds: object, first = 100, after: string | null = null, more: object = {}) => {
      const { publicReports, reportFacets } = await harness.ask(
        actor.public,
        `query ($filter: PublicReportFilter, $first: Int!, $after: String) {
           publicReports(filter: $filter, first: $first, after: $after) { edges { node { id point { latitude } } } pageInfo { hasNextPage endCursor } }
           reportFacets(filter: $filter) { states { count } } }`,
        { filter: { bounds, ...more }, first, after },
      );
      return { ...publicReports, counted: reportFacets.states.map(({ count }: any) => count) };
    };
    const around = { south: -0.951, west: 100.3, north: -0.9435, east: 100.4 };
    const all = await page(around);
    expect(all.edges).toHaveLength(6);
    expect(all.counted).toEqual([6]);
    expect(all.edges.every(({ node }: any) => node.point.latitude < -0.9435)).toBe(true);
    const first = await page(around, 4);
    const rest = await page(around, 4, first.pageInfo.endCursor);
    expect([...first.edges, ...rest.edges].map(({ node }: any) => node.id)).toEqual(
      all.edges.map(({ node }: any) => node.id),
    );
    expect((await page(WEST_SUMATRA, 100, null, { kinds: ['ASPIRATION'] })).edges).toHaveLength(1);
    expect((await page({ south: 1, west: 100, north: -1, east: 99 })).edges).toEqual([]);
    // A cluster of a narrower part knows it as well.
    expect(await counts(COUNTRY, 8, { bounds: around })).toEqual([6]);
  });

  it('takes any bounds', async () => {
    expect(await counts({ south: 1, west: 100, north: -1, east: 99 }, 8)).toEqual([]);
    const world = await counts({ south: -90, west: -180, north: 90, east: 180 }, 3);
    expect(world.reduce((sum: number, count: number) => sum + count, 0)).toBe(8);
    expect(await counts(COUNTRY, -5)).toEqual(await counts(COUNTRY, 0));
  });

  it('costs the same statements for few as for many', async () => {
    const statements = async (zoom: number) => {
      const before = harness.statements();
      await ask(COUNTRY, zoom);
      return harness.statements() - before;
    };
    expect(await statements(20)).toBeLessThanOrEqual(2);
    expect(await statements(4)).toBeLessThanOrEqual(2);
  });
});
