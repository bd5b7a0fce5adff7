import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { junkSorter, sortJunk } from '../src/modules/junk/index.ts';
import { actor, change, file, startHarness, type Harness } from './harness.ts';

const GROUPS = `query ($first: Int!, $after: String) { junkGroups(first: $first, after: $after) { edges { node { id reason count reports { id junkReason } } } pageInfo { hasNextPage endCursor } } }`;
const ARCHIVE = `mutation ($input: ArchiveJunkGroupInput!) { archiveJunkGroup(input: $input) { __typename
  ... on JunkGroupArchived { archivedCount passedOverCount leftCount } ... on InvalidInput { fields { path code } } } }`;
const desk = actor.nationalAdmin();
const links = 'https://contoh.test/promo https://contoh.test/lain';
const text = 'Alasan untuk pelapor, cukup panjang.';

describe('what looks like junk', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  const sort = async () => {
    while ((await sortJunk(harness.deps)) > 0);
  };
  const groups = async (viewer: Viewer = desk, first = 20) =>
    (await harness.ask(viewer, GROUPS, { first })).junkGroups.edges.map(({ node }: any) => node);
  const groupOf = async (id: string) =>
    (await groups()).find(({ reports }: any) => reports.some((report: any) => report.id === id)) ?? null;
  const archive = async (viewer: Viewer, groupId: string, code = 'SPAM') =>
    (await harness.ask(viewer, ARCHIVE, { input: { groupId, code, text } })).archiveJunkGroup;
  let texts = 0;
  const same = async (count: number, overrides: Record<string, unknown> = {}) => {
    const words = `Isi yang sama persis untuk semua, kiriman ke-${(texts += 1)} dari pengirim.`;
    const reports = [];
    for (let index = 0; index < count; index++)
      reports.push(
        await file(harness, actor.public, {
          text: index % 2 ? words : `  ${words.toUpperCase().replaceAll(' ', '  ')} !!`,
          ...overrides,
        }),
      );
    await sort();
    return reports;
  };

  it('stands together from the fourth with the same words on, and waits in the queue as before', async () => {
    const before = (await harness.ask(desk, '{ verificationQueueCount }')).verificationQueueCount;
    const three = await same(3);
    expect(await groupOf(three[0]!.id)).toBeNull();
    const four = await same(4);
    expect(await groupOf(four[0]!.id)).toMatchObject({ reason: 'REPEATED_TEXT', count: 4 });
    const after = (await harness.ask(desk, '{ verificationQueueCount }')).verificationQueueCount;
    expect(after).toBe(before + 7);
  });

  it('stands together to the last of a flood', async () => {
    await same(30);
    expect((await groups()).map(({ count }: any) => count)).toContain(30);
  });

  it('is found by whoever looks again and again, also what was filed long after the first look', async () => {
    const look = junkSorter(harness.deps);
    while ((await look()) > 0);
    harness.clock.advance(5 * 3_600_000);
    const words = 'Kalimat yang sama dari empat orang, jauh setelah yang pertama kali dilihat.';
    const ids = [];
    for (let index = 0; index < 4; index++) ids.push((await file(harness, actor.public, { text: words })).id);
    await look();
    expect(await groupOf(ids[0]!)).toMatchObject({ reason: 'REPEATED_TEXT', count: 4 });
  });

  it('is found again only within a month', async () => {
    const words = 'Kalimat yang dikirim lagi setelah lama sekali oleh orang lain.';
    for (let index = 0; index < 3; index++) await file(harness, actor.public, { text: words });
    await sort();
    harness.clock.advance(31 * 86_400_000);
    const { id } = await file(harness, actor.public, { text: words });
    await sort();
    expect(await groupOf(id)).toBeNull();
  });

  it('may be links alone or insults alone, and never an angry report', async () => {
    const linked = await file(harness, actor.public, { text: links });
    const rude = await file(harness, actor.public, { text: 'Goblok, tolol, bangsat kalian semua ini' });
    const angry = await file(harness, actor.public, {
      text: 'Petugas di loket itu tolol dan brengsek: sudah tiga kali saya datang dan tidak dilayani sama sekali.',
    });
    await sort();
    expect((await groupOf(linked.id)).reason).toBe('LINKS_ONLY');
    expect((await groupOf(rude.id)).reason).toBe('ABUSIVE_WORDS');
    expect(await groupOf(angry.id)).toBeNull();
  });

  it('is archived together, each with its own entry, reason and right to appeal', async () => {
    const reports = await same(5);
    const group = await groupOf(reports[0]!.id);
    expect(await archive(desk, group.id)).toEqual({
      __typename: 'JunkGroupArchived',
      archivedCount: 5,
      passedOverCount: 0,
      leftCount: 0,
    });
    for (const { id } of reports) {
      expect(
        await harness.row(
          `select r.state, r.archive_code, h.kind, h.text from report r join history h on h.report_id = r.id and h.sequence = r.sequence where r.id = $1`,
          id,
        ),
      ).toEqual({ state: 'ARCHIVED', archive_code: 'SPAM', kind: 'ARCHIVED', text });
      expect(
        (await harness.events('notification.requested')).some(
          ({ payload }) => payload.recipient.reportId === id && payload.template === 'report-archived',
        ),
      ).toBe(true);
    }
    expect(
      (
        await change(harness, actor.withGrant(reports[0]!.id), 'appealArchive', {
          reportId: reports[0]!.id,
          text,
        })
      ).__typename,
    ).toBe('ReportChanged');
    expect((await archive(desk, group.id)).__typename).not.toBe('InvalidInput');
  });

  it('leaves out what somebody released, for good', async () => {
    const reports = await same(4);
    const [honest] = reports;
    expect((await change(harness, desk, 'releaseFromJunk', { reportId: honest!.id })).__typename).toBe(
      'ReportChanged',
    );
    await sort();
    const group = (await groupOf(reports[1]!.id))!;
    expect(group).toMatchObject({ count: 3 });
    expect(await archive(desk, group.id)).toMatchObject({ archivedCount: 3, leftCount: 0 });
    expect(await harness.row('select state from report where id = $1', honest!.id)).toEqual({
      state: 'SUBMITTED',
    });
  });

  it('is decided by the national desk, and not even seen by others', async () => {
    const reports = await same(4);
    const group = (await groupOf(reports[0]!.id))!;
    for (const viewer of [
      actor.public,
      actor.withGrant(reports[0]!.id),
      actor.officer('AGENCY_ADMIN', 'pemkot-13-71'),
      actor.officer('KSP_MONITOR', 'ksp'),
      { ...desk, apiKey: { id: 'k', scopes: ['reports:read', 'graph:write'] } } as Viewer,
    ]) {
      expect(await groups(viewer)).toEqual([]);
      expect((await archive(viewer, group.id)).__typename).toBe('NotFound');
      expect(
        (await change(harness, viewer, 'releaseFromJunk', { reportId: reports[0]!.id })).__typename,
      ).toBe('NotFound');
    }
    const { report } = await harness.ask(
      actor.withGrant(reports[0]!.id),
      `{ report(number: "${reports[0]!.number}") { junkReason } }`,
    );
    expect(report.junkReason).toBeNull();
  });

  it('takes two codes for junk and one for copies, and nothing else', async () => {
    const reports = await same(4);
    const group = (await groupOf(reports[0]!.id))!;
    for (const code of ['WITHDRAWN', 'NOT_COMPLETED', 'REFERRED_OUTSIDE'])
      expect(await archive(desk, group.id, code)).toMatchObject({
        __typename: 'InvalidInput',
        fields: [{ path: 'input.code' }],
      });
    expect((await archive(desk, group.id, 'DUPLICATE')).archivedCount).toBe(4);
  });

  it('keeps words only as hashes under a key, and its groups in pages', async () => {
    await same(4);
    const { rows } = await harness.test.database.pool.query(
      `select f::text as row from text_fingerprint f union all select g::text from junk_group g union all select m::text from junk_mark m`,
    );
    expect(
      rows
        .map(({ row }) => row)
        .join('\n')
        .toLowerCase(),
    ).not.toContain('sama persis');
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { junkGroups }: any = await harness.ask(desk, GROUPS, { first: 1, after });
      seen.push(...junkGroups.edges.map(({ node }: any) => node.id));
      if (!junkGroups.pageInfo.hasNextPage) break;
      after = junkGroups.pageInfo.endCursor;
    }
    expect(seen).toEqual((await groups()).map(({ id }: any) => id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('is sorted once by two who look at the same time', async () => {
    for (let index = 0; index < 4; index++)
      await file(harness, actor.public, { text: 'Dua pemeriksa melihat kalimat ini bersamaan sekali.' });
    await Promise.all([sortJunk(harness.deps), sortJunk(harness.deps)]);
    await sort();
    const found = (await groups()).filter(({ count }: any) => count === 4);
    expect(found.length).toBeGreaterThan(0);
  });
});
