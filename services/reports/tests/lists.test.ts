import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { answer, dispose, must, reportIn } from './situations.ts';

const ROAD = 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang';
const desk = actor.nationalAdmin();

describe('smaller lists', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  describe('the own reports of an account', () => {
    const mine = async (viewer: Viewer, first = 100, after: string | null = null) =>
      (
        await harness.ask(
          viewer,
          `query ($first: Int!, $after: String) { myReports(first: $first, after: $after) { edges { node { id viewerIsReporter } } pageInfo { hasNextPage endCursor } } }`,
          { first, after },
        )
      ).myReports;
    it('hold all of the account, whatever their protection and state, newest first, and nobody else’s', async () => {
      const owner = actor.citizen('pemilik');
      const wanted: string[] = [];
      for (const overrides of [
        {},
        { isAnonymous: true },
        { isConfidential: true },
        { isAnonymous: true, isConfidential: true },
        {},
      ]) {
        harness.clock.advance(1_000);
        wanted.unshift((await file(harness, owner, overrides)).id);
      }
      await must(harness, desk, 'archiveReport', {
        reportId: wanted[0]!,
        code: 'SPAM',
        text: 'Ini bukan laporan.',
      });
      await file(harness, actor.citizen('orang-lain'));
      await file(harness);
      const found: string[] = [];
      for (let after: string | null = null; ;) {
        const page: any = await mine(owner, 2, after);
        expect(page.edges.every((edge: any) => edge.node.viewerIsReporter)).toBe(true);
        found.push(...page.edges.map((edge: any) => edge.node.id));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(found).toEqual(wanted);
    });
    it('narrow to those that wait for their reporter: missing data, a question, a result', async () => {
      const owner = actor.citizen('ditunggu');
      const waiting = async (viewer: Viewer = owner): Promise<string[]> =>
        (
          await harness.ask(viewer, `{ myReports(waitsForMe: true) { edges { node { id } } } }`)
        ).myReports.edges.map(({ node }: any) => node.id);
      const { id: reportId } = await file(harness, owner);
      await file(harness, owner);
      expect(await waiting()).toEqual([]);
      await must(harness, desk, 'postponeReport', { reportId, missingData: 'Sebutkan nama jalannya.' });
      expect(await waiting()).toEqual([reportId]);
      expect(await waiting(actor.citizen('orang-lain-lagi'))).toEqual([]);
      await must(harness, owner, 'completeReportData', { reportId, text: 'Jalan Raya Kuranji.' });
      expect(await waiting()).toEqual([]);
      await dispose(harness, reportId);
      await answer(harness, reportId, 'RESULT');
      expect(await waiting()).toEqual([reportId]);
      await must(harness, owner, 'confirmReport', { reportId });
      expect(await waiting()).toEqual([]);
    });
    it('are none without an account, though the device opened a report', async () => {
      const { id } = await file(harness);
      for (const viewer of [actor.public, actor.withGrant(id), desk])
        expect((await mine(viewer)).edges).toEqual([]);
    });
  });

  describe('similar reports', () => {
    const KURANJI = { latitude: -0.92, longitude: 100.39 };
    const near = (metres: number) => ({
      latitude: KURANJI.latitude + metres / 111_320,
      longitude: KURANJI.longitude,
    });
    const similar = async (args: string, viewer: Viewer = actor.public): Promise<string[]> =>
      (
        await harness.ask(viewer, `{ similarReports(categoryId: "${ROAD}", ${args}) { id } }`)
      ).similarReports.map(({ id }: any) => id);
    const at = ({ latitude, longitude }: { latitude: number; longitude: number }) =>
      `point: { latitude: ${latitude}, longitude: ${longitude} }`;
    const placed = async (metres: number, overrides: Record<string, unknown> = {}) => {
      const { id } = await file(harness, actor.public, {
        point: near(metres),
        regionCode: '13.71.11',
        ...overrides,
      });
      harness.clock.advance(1_000);
      await dispose(harness, id);
      return id;
    };
    it('are open, published, of the category and near by, nearest first', async () => {
      const [far, next, closest] = [await placed(2_500), await placed(900), await placed(50)];
      await placed(4_000);
      await placed(60, { isConfidential: true });
      await file(harness, actor.public, { point: near(70) });
      const done = await placed(80);
      await must(harness, actor.officer('LIAISON_OFFICER', 'opd-13-71-dpupr'), 'answerReport', {
        reportId: done,
        kind: 'RESULT',
        text: 'Sudah kami tambal.',
      });
      await must(harness, actor.withGrant(done), 'confirmReport', { reportId: done });
      expect(await similar(`${at(KURANJI)}, first: 20`)).toEqual([closest, next, far]);
      expect(await similar(`${at(KURANJI)}, first: 20`, desk)).toEqual([closest, next, far]);
      expect(await similar(`${at(KURANJI)}, first: 2`)).toEqual([closest, next]);
      expect(await similar(at({ latitude: -0.5, longitude: 100.39 }))).toEqual([]);
    });
    it('are those of the region when there is no point, and none without either', async () => {
      const found = await similar('regionCode: "13.71.11", first: 20');
      expect(found).toHaveLength(4);
      expect(await similar('regionCode: "13.71.1"')).toEqual([]);
      expect(await similar('first: 20')).toEqual([]);
    });
    it('of a report are without itself', async () => {
      const { id, number } = await file(harness, actor.public, { point: KURANJI, regionCode: '13.71.11' });
      await dispose(harness, id);
      const { report } = await harness.ask(
        actor.public,
        `{ report(number: "${number}") { similarReports(first: 20) { id } } }`,
      );
      expect(report.similarReports).toHaveLength(3);
      expect(report.similarReports.map((other: any) => other.id)).not.toContain(id);
    });
    it('are searched for a few reports of a request, not for all that nesting multiplies', async () => {
      const nested = (depth: number): string =>
        depth === 0 ? 'id' : `similarReports(first: 20) { ${nested(depth - 1)} }`;
      const query = `{ publicReports(first: 100) { edges { node { ${nested(4)} } } } }`;
      const before = harness.statements();
      await expect(harness.ask(actor.public, query)).rejects.toThrow('similarReports can be asked for');
      // The list itself and ten searches.
      expect(harness.statements() - before).toBe(11);
    });
  });

  describe('categories', () => {
    const ask = async (args: string) =>
      (
        await harness.ask(
          actor.public,
          `{ categories${args && `(${args})`} { id name level path parent { id } } }`,
        )
      ).categories as {
        id: string;
        name: string;
        level: number;
        path: string;
        parent: { id: string } | null;
      }[];
    it('form a tree whose every branch can be walked, without retired ones', async () => {
      const walk = async (parentId: string | null): Promise<number> => {
        const children = await ask(parentId === null ? 'first: 100' : `parentId: "${parentId}", first: 100`);
        let count = children.length;
        for (const child of children) {
          expect(child.parent?.id ?? null).toBe(parentId);
          if (child.level < 3) count += await walk(child.id);
        }
        return count;
      };
      const { active } = await harness.row(
        `select count(*)::int as active from category where status <> 'retired'`,
      );
      expect(await walk(null)).toBe(active);
    });
    it.each([
      ['jalan berlubang', 'Jalan Berlubang'],
      ['jalan brlubang', 'Jalan Berlubang'],
      ['akte kelahiran', 'Akta Kelahiran'],
      ['haji', 'Haji dan Umroh'],
    ])('are found by "%s"', async (search, name) => {
      expect((await ask(`search: "${search}", first: 5`)).map((category) => category.name)).toContain(name);
    });
    it('are not found by nonsense, and retired ones never', async () => {
      expect(await ask('search: "qwxzvbn"')).toEqual([]);
      expect((await ask('search: "Corona Virus", first: 100')).map(({ id }) => id)).not.toContain(
        'corona-virus',
      );
      const { category } = await harness.ask(actor.public, `{ category(id: "corona-virus") { id } }`);
      expect(category).toEqual({ id: 'corona-virus' });
    });
    const suggest = async (text: string) =>
      (
        await harness.ask(
          actor.public,
          `query ($text: String!) { suggestRouting(text: $text) { categories { matchedWords category { name path } } } }`,
          { text },
        )
      ).suggestRouting.categories as { matchedWords: string[]; category: { name: string; path: string } }[];
    it.each([
      ['Jalan di depan rumah saya berlubang besar sekali', /jalan berlubang/i],
      ['Sudah tiga bulan akta kelahiran anak saya belum jadi', /akta kelahiran/i],
    ])('are proposed from "%s" with the words that led there', async (text, wanted) => {
      const found = await suggest(text);
      expect(found.map(({ category }) => category.name).join()).toMatch(wanted);
      for (const { matchedWords } of found) {
        expect(matchedWords.length).toBeGreaterThan(0);
        for (const word of matchedWords) expect(text.toLowerCase()).toContain(word);
      }
    });
    it.each(['', 'yang dan di ke dari', 'qwxzv bnmlk', 'a '.repeat(5_000), "'; drop table category; --"])(
      'are not guessed (%#)',
      async (text) => {
        expect(await suggest(text)).toEqual([]);
      },
    );
  });

  it('a report is found by its number with blanks, and by nothing else', async () => {
    const { id, number } = await reportIn(harness, 'DISPOSED', 'open');
    const ask = async (text: string) =>
      (
        await harness.ask(actor.public, `query ($number: String!) { report(number: $number) { id } }`, {
          number: text,
        })
      ).report;
    expect(await ask(` ${number.slice(0, 4)} ${number.slice(4)} `)).toEqual({ id });
    for (const text of [number.slice(0, 7), `${number}1`, `${number.slice(0, 7)}%`, '', id])
      expect(await ask(text), text).toBeNull();
  });
});
