import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { lookForProgrammes } from '../src/modules/programme/index.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { dispose, LEAD } from './situations.ts';

const ROADS = 'pekerjaan-umum-dan-penataan-ruang';
const monitor = actor.officer('KSP_MONITOR', 'ksp');
const SAVE = `mutation ($input: SavePriorityProgrammeInput!) { result: savePriorityProgramme(input: $input) { __typename
  ... on PriorityProgrammeChanged { programme { id name words endedAt isBeingApplied } } ... on InvalidInput { fields { path code } } ... on UserError { code } } }`;
const END = `mutation ($input: EndPriorityProgrammeInput!) { result: endPriorityProgramme(input: $input) { __typename
  ... on PriorityProgrammeChanged { programme { id endedAt } } ... on UserError { code } } }`;

describe('a priority programme', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
    const taken = async () => ({ failed: [] });
    harness.service.connect({ sla: taken, channels: taken, organisations: taken });
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const save = async (input: Record<string, unknown>, viewer: Viewer = monitor) =>
    (
      await harness.ask(viewer, SAVE, {
        input: { name: 'Makan bergizi', categoryIds: [], regionCodes: [], words: [], ...input },
      })
    ).result;
  const settle = async () => {
    while ((await harness.service.settle()) > 0);
  };
  const numbers = async (programmeId: string, viewer: Viewer = monitor, filter = ''): Promise<string[]> => {
    const { programmeReports } = await harness.ask(
      viewer,
      `query ($id: ID!) { programmeReports(programmeId: $id, first: 50${filter}) { edges { node { number } } } }`,
      { id: programmeId },
    );
    return programmeReports.edges.map(({ node }: any) => node.number);
  };
  const flagsOf = async (number: string, viewer: Viewer): Promise<string[]> => {
    const { report } = await harness.ask(
      viewer,
      'query ($number: String!) { report(number: $number) { programmes { name } } }',
      { number },
    );
    return report?.programmes.map(({ name }: any) => name) ?? null;
  };

  it('flags open reports in the background and new ones within moments, by category, place and whole words', async () => {
    const words = ['makan bergizi', 'MBG'];
    const before = await file(harness, actor.public, {
      title: 'Makan  bergizi tidak sampai',
      regionCode: '13.71.09',
    });
    const inside = await file(harness, actor.public, {
      text: 'Kata imbgak tidak ada hubungannya dengan program itu.',
    });
    const { programme } = await save({ words, regionCodes: ['13.71'], categoryIds: [ROADS] });
    expect(programme.isBeingApplied).toBe(true);
    await settle();
    expect(await numbers(programme.id)).toEqual([before.number]);
    harness.clock.advance(1_000);
    const after = await file(harness, actor.public, {
      text: 'Jatah mbg di sekolah kami selalu datang terlambat.',
    });
    const elsewhere = await file(harness, actor.public, {
      title: 'MBG datang terlambat',
      regionCode: '31.71',
    });
    await settle();
    expect(await numbers(programme.id)).toEqual([after.number, before.number]);
    expect(await numbers(programme.id, monitor, ', filter: { states: [DISPOSED] }')).toEqual([]);
    for (const { number } of [inside, elsewhere]) expect(await flagsOf(number, monitor)).toEqual([]);
  });

  it('looks again when its rule is written anew, batch by batch, and lets go what belongs no more', async () => {
    const road = await file(harness, actor.public, {
      title: 'Jembatan gantung putus',
      text: 'Anak-anak menyeberang sungai dengan rakit setiap pagi.',
    });
    const { programme } = await save({ name: 'Jembatan', words: ['jembatan gantung'] });
    await settle();
    expect(await numbers(programme.id)).toEqual([road.number]);
    const [first, second] = [await file(harness), await file(harness)];
    await save({ programmeId: programme.id, name: 'Jembatan', words: ['berlubang'] });
    // A batch, or nothing where the service itself is looking at this very moment.
    expect([0, 2]).toContain(await lookForProgrammes(harness.deps, 2));
    await settle();
    const found = await numbers(programme.id);
    expect(found).toEqual(expect.arrayContaining([first.number, second.number]));
    expect(found).not.toContain(road.number);
  });

  it('is KSP’s: written by its monitors alone, seen by the national desk, and nothing for anybody else', async () => {
    const reader: Viewer = { ...monitor, apiKey: { id: 'kunci', scopes: ['graph:write', 'reports:read'] } };
    for (const viewer of [
      actor.public,
      actor.citizen('siapa'),
      actor.nationalAdmin(),
      actor.officer('OMBUDSMAN', 'ombudsman'),
      actor.officer('AGENCY_ADMIN', 'pemkot-13-71'),
      reader,
    ])
      expect(await save({ words: ['jalan'] }, viewer)).toMatchObject({ code: 'NOT_FOUND' });
    const list = async (viewer: Viewer) =>
      (await harness.ask(viewer, '{ priorityProgrammes { id } }')).priorityProgrammes.length;
    expect(await list(actor.nationalAdmin())).toBeGreaterThan(0);
    expect(await list(monitor)).toBeGreaterThan(0);
    for (const viewer of [actor.public, reader, actor.officer('AGENCY_ADMIN', 'pemkot-13-71')])
      expect(await list(viewer)).toBe(0);
  });

  it('is told to officers who read the report, never to the public or the reporter; confidential ones not to KSP', async () => {
    const { programme } = await save({ name: 'Trotoar', words: ['trotoar'] });
    const open = await file(harness, actor.citizen('pelapor'), {
      title: 'Trotoar rusak',
      text: 'Ubinnya pecah sehingga kursi roda tidak bisa lewat.',
    });
    const secret = await file(harness, actor.public, {
      title: 'Trotoar dijual',
      text: 'Petugas menyewakan trotoar kepada pedagang setiap malam.',
      isConfidential: true,
    });
    await dispose(harness, open.id);
    await dispose(harness, secret.id);
    await settle();
    expect(await numbers(programme.id)).toEqual([open.number]);
    expect((await numbers(programme.id, actor.nationalAdmin())).sort()).toEqual(
      [secret.number, open.number].sort(),
    );
    const unit = actor.officer('LIAISON_OFFICER', LEAD);
    for (const viewer of [monitor, unit, actor.nationalAdmin()])
      expect(await flagsOf(open.number, viewer)).toEqual(['Trotoar']);
    for (const viewer of [actor.public, actor.citizen('pelapor'), actor.withGrant(open.id)])
      expect(await flagsOf(open.number, viewer)).toEqual([]);
    expect(await flagsOf(secret.number, unit)).toEqual(['Trotoar']);
    expect(await flagsOf(secret.number, monitor)).toBeNull();
  });

  it('ends: its reports are flagged no more, and it finds no new ones', async () => {
    const { programme } = await save({ name: 'Halte', words: ['halte'] });
    const report = await file(harness, actor.public, {
      title: 'Halte roboh',
      text: 'Atapnya jatuh sejak hujan besar pekan lalu.',
    });
    await settle();
    expect(await flagsOf(report.number, monitor)).toEqual(['Halte']);
    const end = async () =>
      (await harness.ask(monitor, END, { input: { programmeId: programme.id } })).result;
    const { programme: ended } = await end();
    expect(ended.endedAt).not.toBeNull();
    expect(await end()).toMatchObject({ programme: ended });
    expect(await flagsOf(report.number, monitor)).toEqual([]);
    expect(await save({ programmeId: programme.id, words: ['halte'] })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is written once for a request key, needs a condition that exists, and stands in the audit', async () => {
    const requestKey = randomUUID();
    const first = await save({ requestKey, words: ['sekali'] });
    expect((await save({ requestKey, words: ['sekali'] })).programme.id).toBe(first.programme.id);
    expect(await save({})).toMatchObject({ fields: [{ path: 'input.categoryIds', code: 'REQUIRED' }] });
    expect(await save({ categoryIds: ['tidak-ada'] })).toMatchObject({
      fields: [{ path: 'input.categoryIds', code: 'NOT_FOUND' }],
    });
    expect(await save({ words: ['a|b.*'] })).toMatchObject({ __typename: 'InvalidInput' });
    const noted = await harness.row(
      `select count(*)::int as count from audit where action = 'PROGRAMME_SAVED' and subject_id = $1`,
      first.programme.id,
    );
    expect(noted).toEqual({ count: 1 });
  });
});
