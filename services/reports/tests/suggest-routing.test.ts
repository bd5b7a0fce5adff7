import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteRules } from '../src/modules/suggestion/index.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { dispose, LEAD, must, reportIn } from './situations.ts';

const LAMP = 'pekerjaan-umum-dan-penataan-ruang.penerangan-jalan';
const DISHUB = 'opd-13-71-dishub';

describe('the suggestion of category and organisation', () => {
  let harness: Harness;
  let asked: (readonly string[])[] = [];
  const rules: RouteRules = {
    async find(categoryIds, regionCode) {
      asked.push(categoryIds);
      if (regionCode === null) return [];
      return categoryIds.map((categoryId) => ({
        categoryId,
        organisationId: LEAD,
        level: 'REGENCY',
        basis: 'UNIT_WITH_KEY',
        version: 3,
      }));
    },
  };
  beforeAll(async () => {
    harness = await startHarness();
    harness.deps.routeRules = rules;
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const suggest = async (text: string, variables: Record<string, unknown> = { regionCode: '13.71.09' }) =>
    (
      await harness.ask(
        actor.public,
        `query ($text: String!, $regionCode: ID, $point: GeoPointInput, $placeText: String) {
           suggestRouting(text: $text, regionCode: $regionCode, point: $point, placeText: $placeText) { isConfident
             categories { category { id } matchedWords similarReportCount }
             organisations { organisation { id } matchedWords similarReportCount rule { category { id } level basis version } } } }`,
        { text, ...variables },
      )
    ).suggestRouting;
  const NOTHING = { isConfident: false, categories: [], organisations: [] };

  it.each([
    '',
    'yang dan di ke dari',
    'qwxzv bnmlk',
    'a '.repeat(5_000),
    "'; drop table category; --",
    '%',
    '😀',
    ':* & !',
  ])('is nothing where nothing is known (%#)', async (text) => {
    expect(await suggest(text)).toEqual(NOTHING);
  });

  it('comes from labels and rules while no report was routed', async () => {
    const found = await suggest('Lampu penerangan di jalan kami padam');
    expect(found.categories[0]).toEqual({
      category: { id: expect.stringMatching('penerangan-jalan') },
      matchedWords: ['lampu penerangan jalan'],
      similarReportCount: 0,
    });
    expect(found.organisations).toEqual([
      {
        organisation: { id: LEAD },
        matchedWords: expect.arrayContaining(found.categories[0].matchedWords),
        similarReportCount: 0,
        rule: {
          category: { id: found.categories[0].category.id },
          level: 'REGENCY',
          basis: 'UNIT_WITH_KEY',
          version: 3,
        },
      },
    ]);
  });

  it.each([
    'Lampu jalan di Jalan Khatib Sulaiman depan SMP 25 padam sejak seminggu. Petugas bernama Budi Santoso berjanji datang tetapi tidak datang. Gelap dan rawan.',
    'Lampu jalan di depan SMP 25 padam sejak seminggu',
  ])('knows a street lamp whatever else is told (%#)', async (text) => {
    const found = await suggest(text, {});
    expect(found.categories.map(({ category }: { category: { id: string } }) => category.id)).toContainEqual(
      expect.stringMatching('penerangan-jalan'),
    );
  });

  it('finds the region of a point, and names no unit of a place it does not know', async () => {
    const text = 'Lampu penerangan di jalan kami padam';
    expect(
      (await suggest(text, { point: { latitude: -0.905, longitude: 100.39 } })).organisations,
    ).toHaveLength(1);
    expect((await suggest(text, {})).organisations).toEqual([]);
    expect((await suggest(text, { regionCode: '%' })).organisations).toEqual([]);
  });

  it('goes on without the rules when their owner does not answer', async () => {
    harness.deps.routeRules = { find: () => Promise.reject(new Error('down')) };
    const found = await suggest('Lampu penerangan di jalan kami padam');
    expect(found.categories[0].category.id).toMatch('penerangan-jalan');
    expect(found.organisations).toEqual([]);
    harness.deps.routeRules = rules;
  });

  it('learns from what verifiers decided of published reports, and from no other', async () => {
    const text = 'Kawat menjuntai dan hampir tumbang';
    const route = async (overrides: Record<string, unknown> = {}, decision: Record<string, unknown> = {}) => {
      const { id } = await file(harness, actor.public, {
        title: 'Kawat menjuntai rendah',
        text: 'Penyangganya hampir tumbang sejak tadi malam.',
        ...overrides,
      });
      await dispose(harness, id, { leadOrganisationId: DISHUB, categoryId: LAMP, ...decision });
      return id;
    };
    // Neither a confidential report nor one that is held back or waits teaches anybody anything.
    await reportIn(harness, 'DISPOSED', 'confidential', { title: text });
    await reportIn(harness, 'WITHHELD', 'open', { title: text });
    await reportIn(harness, 'SUBMITTED', 'open', { title: text });
    await harness.service.settle();
    expect(await suggest(text)).toEqual(NOTHING);

    harness.clock.advance(60_000);
    const taught: string[] = [];
    for (let index = 0; index < 5; index++) taught.push(await route());
    await harness.service.settle();
    const found = await suggest(text);
    expect(found.categories[0]).toMatchObject({ category: { id: LAMP }, similarReportCount: 5 });
    expect(found.categories[0].matchedWords).toEqual(
      expect.arrayContaining(['kawat', 'menjuntai', 'tumbang']),
    );
    expect(found.organisations[0]).toMatchObject({
      organisation: { id: DISHUB },
      similarReportCount: 5,
      rule: null,
    });
    // In another city the category stands, the unit of Padang does not.
    const elsewhere = await suggest(text, { regionCode: '32.73' });
    expect(elsewhere.categories[0].category.id).toBe(LAMP);
    expect(elsewhere.organisations.map(({ organisation }: any) => organisation.id)).toEqual([LEAD]);
    // What is made confidential teaches no more.
    for (const reportId of taught)
      await must(harness, actor.nationalAdmin(), 'flagReport', {
        reportId,
        confidential: true,
        reason: 'Ada ancaman kepada pelapor.',
      });
    harness.clock.advance(86_400_000);
    await harness.service.settle();
    expect(await suggest(text)).toEqual(NOTHING);
  });

  it('asks for the rules of three categories at most, once, and the database five times', async () => {
    asked = [];
    const before = harness.statements();
    await suggest(
      'Lampu penerangan jalan padam, jalan berlubang, sampah menumpuk, selokan mampet, air bersih keruh dan listrik padam',
    );
    expect(asked).toHaveLength(1);
    expect(asked[0]!.length).toBeLessThanOrEqual(3);
    expect(harness.statements() - before).toBeLessThanOrEqual(5);
  });

  const TITLE = 'Lampu penerangan jalan padam';
  const STORY = 'Lampu penerangan jalan di depan pasar padam sejak Senin malam.';
  it('comes with a report for whoever may verify it, and for a few of a list', async () => {
    const { number, id } = await file(harness, actor.citizen('akun-penyaran'), {
      title: TITLE,
      text: STORY,
    });
    const text = 'routingSuggestion { categories { category { id } } }';
    const seenBy = async (viewer: Parameters<typeof harness.ask>[0]) =>
      (await harness.ask(viewer, `{ report(number: "${number}") { ${text} } }`)).report.routingSuggestion;
    const ofText = await suggest(`${TITLE}. ${STORY}`);
    expect(ofText.categories.length).toBeGreaterThan(0);
    expect(await seenBy(actor.nationalAdmin())).toEqual({
      categories: ofText.categories.map(({ category }: any) => ({ category })),
    });
    expect(await seenBy(actor.withGrant(id))).toBeNull();
    const eleven = Array.from(
      { length: 11 },
      (_unused, index) => `r${index}: report(number: "${number}") { ${text} }`,
    );
    await expect(harness.ask(actor.nationalAdmin(), `{ ${eleven.join(' ')} }`)).rejects.toThrow(
      /a few reports only/,
    );
  });

  it('tells the words of the asker only', async () => {
    const { categories, organisations } = await suggest('lampu penerangan jalan padam');
    const words = [...categories, ...organisations].flatMap(({ matchedWords }: any) =>
      matchedWords.join(' ').split(' '),
    );
    for (const word of words) expect(['lampu', 'penerangan', 'jalan', 'padam']).toContain(word);
  });
});
