import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { dispose, must, reportIn } from './situations.ts';

const DAY = 86_400_000;
const LAMP = 'pekerjaan-umum-dan-penataan-ruang.penerangan-jalan';
const ROAD = 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang';

describe('the search for published reports', () => {
  let harness: Harness;
  const ids: string[] = [];

  const publish = async (overrides: Record<string, unknown>, decision: Record<string, unknown> = {}) => {
    const { id } = await file(harness, actor.public, overrides);
    await dispose(harness, id, { categoryId: overrides.categoryId ?? ROAD, ...decision });
    ids.push(id);
    return id;
  };
  const list = async (
    filter: Record<string, unknown> | null,
    sort = 'NEWEST',
    first = 100,
    after: string | null = null,
  ) =>
    (
      await harness.ask(
        actor.public,
        `query ($filter: PublicReportFilter, $sort: ReportSort!, $first: Int!, $after: String) {
           publicReports(filter: $filter, sort: $sort, first: $first, after: $after) {
             edges { node { id kind state supportCount nextDueAt } } pageInfo { hasNextPage endCursor } } }`,
        { filter, sort, first, after },
      )
    ).publicReports;
  const found = async (filter: Record<string, unknown> | null, sort?: string): Promise<string[]> =>
    (await list(filter, sort)).edges.map(({ node }: any) => node.id);
  const facets = async (filter: Record<string, unknown> | null) =>
    (
      await harness.ask(
        actor.public,
        `query ($filter: PublicReportFilter) { reportFacets(filter: $filter) {
           states { state count isAtLeast } kinds { kind count } categories { category { id } count } regions { region { code } count } } }`,
        { filter },
      )
    ).reportFacets;

  let card: string;
  let lamp: string;
  let old: string;
  let answered: string;
  beforeAll(async () => {
    harness = await startHarness();
    old = await publish({
      title: 'Jalan rusak yang dulu',
      placeText: 'Simpang Lubuk Buaya',
      regionCode: '13.77.01',
    });
    harness.clock.advance(3 * DAY);
    card = await publish({
      title: 'KTP elektronik belum jadi',
      text: 'Sudah enam bulan saya menunggu kartu itu di kantor.',
      regionCode: '13.71.10',
      kind: 'INFORMATION_REQUEST',
    });
    lamp = await publish({
      title: 'Lampu jalan padam di Kuranji',
      text: 'Lampu penerangan padam, lampu itu sudah lama tidak diganti.',
      categoryId: LAMP,
      placeText: 'Depan Pasar Belimbing',
    });
    answered = await publish({
      title: 'Jembatan gantung lapuk',
      text: 'Di sana ada lampu kecil dan papan yang lapuk sekali.',
    });
    await must(harness, actor.officer('LIAISON_OFFICER', 'opd-13-71-dpupr'), 'answerReport', {
      reportId: answered,
      kind: 'PLAN',
      text: 'Akan kami perbaiki.',
      promisedOn: '2027-01-15',
    });
    await reportIn(harness, 'DISPOSED', 'confidential', {
      title: 'KTP rahasia tidak boleh terlihat',
      placeText: 'Pasar Belimbing',
    });
    await reportIn(harness, 'SUBMITTED', 'open', { title: 'KTP yang belum diperiksa' });
    for (const [reportId, count] of [
      [old, 3],
      [lamp, 1],
    ] as const)
      for (let supporter = 0; supporter < count; supporter++)
        await change(harness, actor.citizen(`pendukung-${supporter}`), 'supportReport', { reportId });
    await harness.service.receiveEvents(
      'sla',
      [old, answered].map((reportId, index) => ({
        id: index + 1,
        stream: reportId,
        type: 'clock.next-due-changed',
        occurredAt: harness.clock.now().toISOString(),
        payload: {
          reportId,
          nextDueAt: new Date(harness.clock.now().getTime() + (2 - index) * DAY).toISOString(),
          nextDueClock: 'FOLLOW_UP',
          closesAutomaticallyAt: null,
          sequence: 9,
        },
      })),
    );
    await harness.service.settle();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  it.each([
    ['e-KTP', () => [card]],
    ['kartu tanda penduduk', () => [card]],
    ['ektp blm jadi', () => [card]],
    ['penerangan jalan umum', () => [lamp]],
    ['lampu jln', () => [lamp]],
    ['jmbtn gantung', () => [answered]],
    ['jembatn lapuk', () => [answered]],
    ['lampu di kuranji', () => [lamp]],
  ])('finds by synonym, abbreviation and typing error: "%s"', async (search, wanted) => {
    expect(await found({ search })).toEqual(wanted());
  });

  it('asks for all words: another one that is nowhere finds nothing', async () => {
    expect(await found({ search: 'lampu perpustakaan' })).toEqual([]);
    expect(await found({ search: 'rahasia' })).toEqual([]);
  });

  it('narrows by kind, period, place and what else was chosen', async () => {
    expect(await found({ kinds: ['INFORMATION_REQUEST'] })).toEqual([card]);
    expect(await found({ kinds: ['ASPIRATION'] })).toEqual([]);
    expect(await found({ placeText: 'pasar belimbing' })).toEqual([lamp]);
    expect(
      await found({ placeText: 'belimbing', kinds: ['COMPLAINT'], categoryId: LAMP, regionCode: '13.71' }),
    ).toEqual([lamp]);
    expect(await found({ placeText: '%' })).toEqual([]);
    // The clock stood at 20 November, 09.40 in Jakarta, then three days on.
    expect(await found({ until: '2026-11-20' })).toEqual([old]);
    expect(await found({ from: '2026-11-20', until: '2026-11-22' })).toEqual([old]);
    expect(await found({ from: '2026-11-21', until: '2026-11-22' })).toEqual([]);
    expect(new Set(await found({ from: '2026-11-23' }))).toEqual(new Set([card, lamp, answered]));
  });

  it.each(['%', '13.7', '13.71.', "13' or true", '__.__'])('takes %s for no region', async (regionCode) => {
    expect(await found({ regionCode })).toEqual([]);
  });

  it('sorts by support, by what is due and by how well the words fit', async () => {
    expect((await found(null, 'MOST_SUPPORTED')).slice(0, 2)).toEqual([old, lamp]);
    expect((await found(null, 'DUE')).slice(0, 2)).toEqual([answered, old]);
    expect(await found({ search: 'lampu' }, 'RELEVANCE')).toEqual([lamp, answered]);
    expect(await found(null, 'RELEVANCE')).toEqual(await found(null));
  });

  it.each(['NEWEST', 'MOST_SUPPORTED', 'DUE', 'RELEVANCE'])(
    'pages %s without gaps or doubles',
    async (sort) => {
      for (const filter of [null, { search: 'lampu' }, { regionCode: '13' }]) {
        const whole = await found(filter, sort);
        const pages: string[] = [];
        for (let after: string | null = null; ;) {
          const page: any = await list(filter, sort, 1, after);
          pages.push(...page.edges.map(({ node }: any) => node.id));
          if (!page.pageInfo.hasNextPage) break;
          after = page.pageInfo.endCursor;
        }
        expect(pages).toEqual(whole);
      }
    },
  );

  it('begins anew after the cursor of another order', async () => {
    const sorts = ['NEWEST', 'MOST_SUPPORTED', 'RELEVANCE'];
    for (const sort of sorts)
      for (const other of sorts) {
        if (sort === other) continue;
        const { endCursor } = (await list({ search: 'lampu' }, other, 1)).pageInfo;
        expect((await list({ search: 'lampu' }, sort, 1, endCursor)).edges).toEqual(
          (await list({ search: 'lampu' }, sort, 1)).edges,
        );
      }
  });

  it('counts how the published ones divide, and nothing else', async () => {
    expect(await facets(null)).toEqual({
      states: [
        { state: 'DISPOSED', count: 3, isAtLeast: false },
        { state: 'IN_PROGRESS', count: 1, isAtLeast: false },
      ],
      kinds: [
        { kind: 'COMPLAINT', count: 3 },
        { kind: 'INFORMATION_REQUEST', count: 1 },
      ],
      categories: [{ category: { id: 'pekerjaan-umum-dan-penataan-ruang' }, count: 4 }],
      regions: [{ region: { code: '13' }, count: 4 }],
    });
    const narrowed = await facets({
      states: ['IN_PROGRESS'],
      regionCode: '13.71',
      categoryId: 'pekerjaan-umum-dan-penataan-ruang',
    });
    // Other states stay to choose from; everything else is of the state chosen.
    expect(narrowed.states.map(({ state, count }: any) => [state, count])).toEqual([
      ['DISPOSED', 2],
      ['IN_PROGRESS', 1],
    ]);
    expect(narrowed.categories).toEqual([
      { category: { id: 'pekerjaan-umum-dan-penataan-ruang.infrastruktur-jalan' }, count: 1 },
    ]);
    expect(narrowed.regions).toEqual([{ region: { code: '13.71.09' }, count: 1 }]);
    expect(await facets({ search: 'rahasia' })).toEqual({
      states: [],
      kinds: [],
      categories: [],
      regions: [],
    });
    expect((await facets({ regionCode: '13.71.09' })).regions).toEqual([]);
  });

  it('forgets words of reports that are not published any more when they are learnt anew', async () => {
    harness.clock.advance(1_000);
    const { id } = await file(harness, actor.public, { title: 'Zebrakros hilang catnya di simpang' });
    await dispose(harness, id);
    await harness.service.settle();
    const knows = async () =>
      (await harness.row(`select count(*)::int as known from search_word where word = 'zebrakros'`)).known;
    expect(await knows()).toBe(1);
    await must(harness, actor.nationalAdmin(), 'flagReport', {
      reportId: id,
      confidential: true,
      reason: 'Ada ancaman kepada pelapor.',
    });
    harness.clock.advance(DAY);
    await harness.service.settle();
    expect(await knows()).toBe(0);
    expect(await harness.row(`select count(*)::int as words from search_word where word = 'ktp'`)).toEqual({
      words: 1,
    });
    expect(
      await harness.row(`select count(*)::int as digits from search_word where word ~ '[^a-z]'`),
    ).toEqual({ digits: 0 });
  });
});

describe('reports that may be about the same', () => {
  it('are near in place and time, and alike in words', async () => {
    await using harness = await startHarness();
    const point = { latitude: -0.9, longitude: 100.4 };
    const publish = async (overrides: Record<string, unknown>, decision: Record<string, unknown> = {}) => {
      const { id } = await file(harness, actor.public, { point, ...overrides });
      await dispose(harness, id, decision);
      return id;
    };
    const old = await publish({ title: 'Jalan berlubang di depan pasar lama' });
    harness.clock.advance(200 * DAY);
    const far = await publish({
      title: 'Jalan berlubang yang jauh',
      point: { latitude: -0.95, longitude: 100.4 },
    });
    const other = await publish({
      title: 'Saluran air meluap',
      text: 'Air selokan meluap ke rumah kami setiap hujan.',
    });
    const beside = await publish(
      {
        title: 'Lampu mati di jalan berlubang',
        text: 'Jalan di depan kantor kecamatan kami berlubang dan gelap.',
        categoryId: LAMP,
      },
      { categoryId: LAMP },
    );
    const same = await publish({ title: 'Jalan berlubang di depan pasar' });
    const ask = async (variables: Record<string, unknown>) =>
      (
        await harness.ask(
          actor.public,
          `query ($categoryId: ID, $regionCode: ID, $point: GeoPointInput, $text: String) {
             similarReports(categoryId: $categoryId, regionCode: $regionCode, point: $point, text: $text, first: 20) { id } }`,
          variables,
        )
      ).similarReports.map(({ id }: any) => id);
    const text = 'Jalan berlubang di depan pasar kecamatan';
    expect(await ask({ categoryId: ROAD, point, text })).toEqual([same, old, beside, other]);
    // Without words the category decides, what is newer first.
    expect(new Set(await ask({ categoryId: ROAD, point }))).toEqual(new Set([same, other, old]));
    // Without a category the words decide.
    expect(await ask({ point, text })).toEqual([same, old, beside]);
    expect(await ask({ point, text: 'perpustakaan keliling' })).toEqual([]);
    expect(await ask({ point })).toEqual([]);
    expect(await ask({ categoryId: ROAD, text })).toEqual([]);
    expect(await ask({ categoryId: ROAD, regionCode: '13.71', text })).toContain(far);
    // A year later the old one is another matter.
    harness.clock.advance(170 * DAY);
    expect(await ask({ categoryId: ROAD, point, text })).not.toContain(old);
  });
});
