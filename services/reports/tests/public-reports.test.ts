import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { SITUATIONS, VISIBILITIES, isPublished, type Cell } from './oracle/authority.ts';
import { dispose, must, reportIn } from './situations.ts';

const ROAD = 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang';
const desk = actor.nationalAdmin();

describe('the published reports', () => {
  let harness: Harness;
  const published = new Set<string>();
  const hidden = new Set<string>();
  const named = new Map<string, string>();

  const list = async (
    filter: Record<string, unknown> | null = null,
    first = 100,
    after: string | null = null,
    viewer: Viewer = actor.public,
  ) =>
    (
      await harness.ask(
        viewer,
        `query ($filter: PublicReportFilter, $first: Int!, $after: String) { publicReports(filter: $filter, first: $first, after: $after) { edges { cursor node { id number title state } } pageInfo { hasNextPage endCursor } } }`,
        { filter, first, after },
      )
    ).publicReports;
  const ids = async (filter: Record<string, unknown> | null = null, viewer?: Viewer): Promise<string[]> =>
    (await list(filter, 100, null, viewer)).edges.map((edge: any) => edge.node.id);

  const publish = async (
    name: string,
    overrides: Record<string, unknown>,
    decision: Record<string, unknown> = {},
  ) => {
    const { id } = await file(harness, actor.public, overrides);
    harness.clock.advance(1_000);
    await dispose(harness, id, { categoryId: overrides.categoryId ?? ROAD, ...decision });
    published.add(id);
    named.set(name, id);
    return id;
  };

  beforeAll(async () => {
    harness = await startHarness();
    for (const situation of SITUATIONS)
      for (const visibility of VISIBILITIES) {
        const { id } = await reportIn(harness, situation, visibility, {
          title: 'Selokan mampet di gang sempit',
          text: 'Selokan di gang kami mampet dan airnya meluap.',
        });
        (isPublished({ viewer: 'public', situation, visibility } as Cell) ? published : hidden).add(id);
      }
    await publish('lamp', {
      title: 'Lampu jalan mati di Kuranji',
      text: 'Lampu penerangan jalan umum di simpang itu mati total.',
      regionCode: '13.71.09',
    });
    await publish('water', {
      title: 'Air PDAM keruh sejak kemarin',
      text: 'Air yang keluar dari keran berwarna cokelat dan berbau.',
      regionCode: '13.71.10',
      categoryId: 'agama',
      reporter: { email: 'fulan@contoh.test' },
    });
    await publish(
      'school',
      {
        title: 'Pungutan di sekolah dasar negeri',
        text: 'Orang tua diminta membayar iuran yang tidak wajib.',
        regionCode: '13.77.01',
        categoryId: 'agama.haji-dan-umroh',
        reporter: { email: 'fulan@contoh.test' },
      },
      { leadOrganisationId: 'opd-13-77-dpupr' },
    );
    await publish('road', {
      title: 'Jalan berlubang depan puskesmas',
      text: 'Jalan berlubang membuat pengendara sepeda motor jatuh.',
      regionCode: '13.7'.concat('1'),
    });
    for (let index = 0; index < 25; index++) {
      const { id } = await file(harness, actor.public, { title: `Trotoar rusak nomor ${index}` });
      // Several at the same instant: the order must still be total.
      if (index % 5 === 0) harness.clock.advance(60_000);
      await dispose(harness, id);
      published.add(id);
    }
    // Mistyped words are compared with those of published reports, which a job learns.
    await harness.service.settle();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  it('are exactly those that were published, for whoever asks', async () => {
    for (const viewer of [actor.public, desk, actor.officer('LIAISON_OFFICER', 'opd-13-71-dpupr')])
      expect(new Set(await ids(null, viewer))).toEqual(published);
    expect(hidden.size).toBeGreaterThan(15);
  });

  it('come in pages without gaps or doubles, whatever the size of a page', async () => {
    const whole = await ids();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(null, { regionCode: '13' }, { search: 'rusak' }),
        async (size, filter) => {
          const found: string[] = [];
          for (let after: string | null = null; ;) {
            const page: any = await list(filter, size, after);
            expect(page.edges.length).toBeLessThanOrEqual(size);
            found.push(...page.edges.map((edge: any) => edge.node.id));
            if (!page.pageInfo.hasNextPage) break;
            after = page.pageInfo.endCursor;
          }
          expect(found).toEqual(filter === null ? whole : await ids(filter));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are never missed because others are published meanwhile', async () => {
    const first = await list(null, 10);
    await publish('late', { title: 'Laporan yang datang belakangan' });
    const second = await list(null, 100, first.pageInfo.endCursor);
    const whole = await ids();
    expect([...first.edges, ...second.edges].map((edge: any) => edge.node.id)).toEqual(whole.slice(1));
  });

  it('are narrowed by state, category with those below, region with those below, organisation with those below', async () => {
    const get = (name: string) => named.get(name)!;
    for (const { node } of (await list({ states: ['IN_PROGRESS', 'COMPLETED'] })).edges)
      expect(['IN_PROGRESS', 'COMPLETED']).toContain(node.state);
    expect((await list({ states: ['IN_PROGRESS', 'COMPLETED'] })).edges).toHaveLength(4);
    expect(new Set(await ids({ categoryId: 'agama' }))).toEqual(new Set([get('water'), get('school')]));
    expect(await ids({ categoryId: 'agama.haji-dan-umroh' })).toEqual([get('school')]);
    expect(await ids({ regionCode: '13.77' })).toEqual([get('school')]);
    const city = await ids({ regionCode: '13.71' });
    expect([city.includes(get('lamp')), city.includes(get('road')), city.includes(get('school'))]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await ids({ regionCode: '13.7' })).toEqual([]);
    expect(await ids({ organisationId: 'pemkot-13-77' })).toEqual([get('school')]);
    expect(await ids({ organisationId: 'opd-13-77-dpupr' })).toEqual([get('school')]);
    expect((await ids({ organisationId: 'pemkot-13-71' })).includes(get('lamp'))).toBe(true);
    expect(
      await ids({
        categoryId: 'agama',
        regionCode: '13.77',
        organisationId: 'pemkot-13-77',
        states: ['DISPOSED'],
        search: 'sekolah',
      }),
    ).toEqual([get('school')]);
    expect(await ids({ categoryId: 'tidak-ada' })).toEqual([]);
  });

  it.each([
    ['lampu jalan mati', 'lamp'],
    ['LAMPU', 'lamp'],
    ['lmpu jalan mati', 'lamp'],
    ['lampu jln mati', 'lamp'],
    ['air pdam kruh', 'water'],
    ['keran cokelat', 'water'],
    ['sekolahan pungutan', 'school'],
    ['pungutn sekolah', 'school'],
    ['jalan berlobang', 'road'],
    ['jln berlubang', 'road'],
  ])('are found by "%s"', async (search, name) => {
    expect(await ids({ search })).toContain(named.get(name));
  });

  it('are found by number, and not by the number of one that is hidden', async () => {
    const all = await harness.test.database.query<{ id: string; number: string }>(
      'numbers',
      'select id, number from report',
    );
    for (const { id, number } of all.slice(0, 12))
      expect(await ids({ search: ` ${number.slice(0, 4)} ${number.slice(4)} ` })).toEqual(
        published.has(id) ? [id] : [],
      );
  });

  it.each([
    '%',
    '_',
    "'; drop table report; --",
    '\\',
    ':*',
    '!!&|',
    '"',
    '(',
    '<->',
    'a'.repeat(5_000),
    'lampu\u0000',
    '😀',
  ])('take any text to search for (%#)', async (search) => {
    const found = await ids({ search });
    expect(found.every((id) => published.has(id))).toBe(true);
    expect(found.length).toBeLessThan(published.size);
  });

  it.each([
    ['not ours', 'bukan-penanda'],
    ['no instant', Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url')],
    ['no id', Buffer.from(JSON.stringify(['2026-11-20T00:00:00.000Z', 'y'])).toString('base64url')],
    ['an injection', Buffer.from(JSON.stringify(["2026'", "' or true"])).toString('base64url')],
    ['another shape', Buffer.from(JSON.stringify([1, null])).toString('base64url')],
  ])('begin anew after a cursor that is %s', async (_what, cursor) => {
    const first = (await list(null, 3)).edges;
    expect((await list(null, 3, cursor)).edges).toEqual(first);
    for (const query of ['verificationQueue', 'myReports', 'inbox'])
      await harness.ask(
        desk,
        `query ($after: String) { ${query}(after: $after${query === 'inbox' ? ', bucket: NEW, organisationId: "pemkot-13-71"' : ''}) { edges { cursor } } }`,
        { after: cursor },
      );
    await harness.ask(
      actor.officer('AGENCY_ADMIN', 'pemkot-13-71'),
      `query ($after: String) { inbox(bucket: NEW, after: $after) { edges { cursor } } }`,
      { after: cursor },
    );
  });

  it('take a page size of 1 to 100 and nothing else', async () => {
    for (const first of [0, -1, -2_147_483_648]) expect((await list(null, first)).edges).toHaveLength(1);
    expect((await list(null, 2_147_483_647)).edges.length).toBe(Math.min(100, published.size));
  });

  it('leave the list when they become confidential, and come back only by the national desk', async () => {
    const { id, number } = await reportIn(harness, 'DISPOSED', 'open');
    expect(await ids({ search: number })).toEqual([id]);
    await must(harness, desk, 'flagReport', {
      reportId: id,
      confidential: true,
      reason: 'Ada ancaman kepada pelapor.',
    });
    expect(await ids({ search: number })).toEqual([]);
    await must(harness, actor.withGrant(id), 'removeFlag', { reportId: id, confidential: true });
    expect(await ids({ search: number })).toEqual([]);
    await change(harness, actor.officer('LIAISON_OFFICER', 'opd-13-71-dpupr'), 'returnReport', {
      reportId: id,
      reason: 'OTHER',
      text: 'Bukan tugas kami ini.',
    });
    await dispose(harness, id);
    expect(await ids({ search: number })).toEqual([id]);
  });

  it('are counted once for each supporter', async () => {
    const id = named.get('lamp')!;
    const support = (viewer: Viewer) => change(harness, viewer, 'supportReport', { reportId: id });
    const supporters: Viewer[] = [actor.citizen('a'), actor.citizen('b'), { ...actor.public, source: 's' }];
    await Promise.all([...supporters, ...supporters, ...supporters].map(support));
    await support(actor.public);
    const look = async (viewer: Viewer) =>
      (
        await harness.ask(
          viewer,
          `{ publicReports(filter: { search: "Lampu jalan mati di Kuranji" }) { edges { node { supportCount viewerHasSupported } } } }`,
        )
      ).publicReports.edges[0].node;
    expect(await look(actor.citizen('a'))).toEqual({ supportCount: 3, viewerHasSupported: true });
    expect(await look(actor.citizen('c'))).toEqual({ supportCount: 3, viewerHasSupported: false });
  });
});
