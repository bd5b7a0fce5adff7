import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { answer, dispose, LEAD, must, reportIn, viewerOf } from './situations.ts';
import { SITUATIONS, viewersIn, VISIBILITIES } from './oracle/authority.ts';

const liaison = actor.officer('LIAISON_OFFICER', LEAD);
const cityAdmin = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');
const desk = actor.nationalAdmin();
const WORDS = 'Laporan Anda sudah kami terima.';

describe('one thing for many reports', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const disposed = async (lead = LEAD) => {
    const { id } = await file(harness);
    await dispose(harness, id, { leadOrganisationId: lead });
    return id;
  };
  const preview = async (
    viewer: Viewer,
    action: string,
    reportIds: string[],
    templateId: string | null = null,
  ) =>
    (
      await harness.ask(
        viewer,
        `query ($action: BulkAction!, $reportIds: [ID!]!, $templateId: ID) { previewBulk(action: $action, reportIds: $reportIds, templateId: $templateId) { reportId wouldChange code text report { id } } }`,
        { action, reportIds, templateId },
      )
    ).previewBulk;
  const apply = async (viewer: Viewer, input: Record<string, unknown>) =>
    (
      await harness.ask(
        viewer,
        `mutation ($input: ApplyBulkInput!) { result: applyBulk(input: $input) { __typename
          ... on BulkApplied { changedCount outcomes { reportId isChanged code report { id state } } }
          ... on InvalidInput { fields { path code } } ... on UserError { code } } }`,
        { input: { requestKey: randomUUID(), ...input } },
      )
    ).result;
  const codes = ({ outcomes }: { outcomes: { code: string | null }[] }) => outcomes.map(({ code }) => code);
  const historyOf = async (id: string) =>
    (
      await harness.test.database.query<{ kind: string; text: string | null }>(
        'bulk-history',
        'select kind, text from history where report_id = $1 order by sequence desc',
        [id],
      )
    ).map(({ kind, text }) => ({ kind, text }));

  it('is foretold for each, then done to each for itself: what fails fails alone', async () => {
    const [mine, foreign, done, unknown] = [
      await disposed(),
      await disposed('opd-13-77-dpupr'),
      await disposed(),
      randomUUID(),
    ];
    await answer(harness, done, 'RESULT');
    await must(harness, actor.withGrant(done), 'confirmReport', { reportId: done });
    const ids = [mine, foreign, done, unknown];
    const foreseen = await preview(liaison, 'ACKNOWLEDGE', ids);
    expect(codes({ outcomes: foreseen })).toEqual([null, 'NOT_FOUND', 'WRONG_STATE', 'NOT_FOUND']);
    expect(foreseen.map(({ report }: any) => report?.id ?? null)).toEqual([mine, foreign, done, null]);
    const applied = await apply(liaison, { action: 'ACKNOWLEDGE', reportIds: ids, text: WORDS });
    expect(codes(applied)).toEqual([null, 'NOT_FOUND', 'WRONG_STATE', 'NOT_FOUND']);
    expect(applied.changedCount).toBe(1);
    expect((await historyOf(mine))[0]).toEqual({ kind: 'ACKNOWLEDGED', text: WORDS });
  });

  it('is as one by one allowed, whoever asks and however the report stands', async () => {
    const faults: string[] = [];
    for (const situation of SITUATIONS)
      for (const visibility of VISIBILITIES.slice(0, 3)) {
        const { id, number } = await reportIn(harness, situation, visibility);
        for (const name of viewersIn(situation)) {
          const viewer = viewerOf(name, id);
          const { report } = await harness.ask(
            viewer,
            `{ report(number: "${number}") { viewerCanAnswer viewerCanArchive viewerCanDispose } }`,
          );
          const isPerson = viewer.kind === 'officer' && !viewer.apiKey;
          for (const [action, can] of [
            ['ACKNOWLEDGE', report?.viewerCanAnswer],
            ['ARCHIVE', report?.viewerCanArchive],
            ['DISPOSE', report?.viewerCanDispose],
          ] as const) {
            const [forecast] = await preview(viewer, action, [id]);
            if ((forecast?.wouldChange ?? false) !== (isPerson && (can ?? false)))
              faults.push(`${situation} ${visibility}: ${name} ${action} ${JSON.stringify(forecast)}`);
            // A key that may only read is stopped before any mutation.
            const isStopped = viewer.apiKey && !viewer.apiKey.scopes.includes('graph:write');
            if (!isStopped && (!isPerson || !report)) {
              const result = await apply(viewer, {
                action,
                reportIds: [id],
                text: WORDS,
                code: 'SPAM',
                organisationId: 'unit-bina-marga',
              });
              if (result.__typename !== 'NotFound')
                faults.push(`${situation} ${visibility}: ${name} applied ${action}`);
            }
          }
        }
      }
    expect(faults).toEqual([]);
  }, 120_000);

  it('repeated with the same key changes nothing, however many arrive at a time', async () => {
    const ids = await Promise.all([disposed(), disposed(), disposed()]);
    const input = { action: 'ACKNOWLEDGE', reportIds: ids, text: WORDS, requestKey: randomUUID() };
    const results = await Promise.all(Array.from({ length: 4 }, () => apply(liaison, input)));
    expect(results.map(({ changedCount }) => changedCount)).toEqual([3, 3, 3, 3]);
    for (const id of ids)
      expect((await historyOf(id)).filter(({ kind }) => kind === 'ACKNOWLEDGED')).toHaveLength(1);
  });

  it('leaves alone what has moved on since it was looked at', async () => {
    const ids = [await disposed(), await disposed()];
    const versions = await Promise.all(
      ids.map(async (id) => (await harness.row('select sequence from report where id = $1', id)).sequence),
    );
    await answer(harness, ids[1]!, 'PLAN');
    const applied = await apply(liaison, {
      action: 'ACKNOWLEDGE',
      reportIds: ids,
      expectedVersions: versions,
      text: WORDS,
    });
    expect(codes(applied)).toEqual([null, 'STALE']);
  });

  it('disposes only below, and archives by the national desk alone', async () => {
    const ids = [await disposed(), await disposed('opd-13-71-dishub')];
    const disposing = await apply(cityAdmin, {
      action: 'DISPOSE',
      reportIds: ids,
      organisationId: 'opd-13-77-dpupr',
    });
    expect(codes(disposing)).toEqual(['OUTSIDE_AUTHORITY', 'OUTSIDE_AUTHORITY']);
    expect(
      codes(await apply(cityAdmin, { action: 'DISPOSE', reportIds: ids, organisationId: 'unit-bina-marga' })),
    ).toEqual([null, null]);
    const waiting = [(await file(harness)).id, (await file(harness)).id];
    const archiving = {
      action: 'ARCHIVE',
      reportIds: waiting,
      code: 'SPAM',
      text: 'Bukan laporan sama sekali.',
    };
    expect(await apply(cityAdmin, archiving)).toMatchObject({ __typename: 'NotFound' });
    expect((await apply(desk, archiving)).outcomes.map(({ report }: any) => report.state)).toEqual([
      'ARCHIVED',
      'ARCHIVED',
    ]);
  });

  it('answers each with its own facts from a template, and says which have none', async () => {
    const save = async (text: string) =>
      (
        await harness.ask(
          cityAdmin,
          'mutation ($input: SaveAnswerTemplateInput!) { result: saveAnswerTemplate(input: $input) { ... on AnswerTemplateChanged { template { id } } } }',
          { input: { organisationId: 'pemkot-13-71', kind: 'PLAN', title: 'Rencana', text } },
        )
      ).result.template.id as string;
    const ids = [await disposed(), await disposed()];
    const templateId = await save('Laporan {nomor} akan kami tangani.');
    const foreseen = await preview(liaison, 'ANSWER_FROM_TEMPLATE', ids, templateId);
    const texts = foreseen.map(({ text }: any) => text);
    expect(new Set(texts).size).toBe(2);
    await apply(liaison, {
      action: 'ANSWER_FROM_TEMPLATE',
      reportIds: ids,
      templateId,
      promisedOn: '2026-12-15',
    });
    for (const [index, id] of ids.entries())
      expect((await historyOf(id))[0]).toEqual({ kind: 'PLANNED', text: texts[index] });
    const open = await save('Laporan {nomor} selesai sebelum {tenggat}.');
    expect(codes({ outcomes: await preview(liaison, 'ANSWER_FROM_TEMPLATE', ids, open) })).toEqual([
      'MISSING_VALUES',
      'MISSING_VALUES',
    ]);
    expect(
      codes(
        await apply(liaison, {
          action: 'ANSWER_FROM_TEMPLATE',
          reportIds: ids,
          templateId: open,
          promisedOn: '2026-12-15',
        }),
      ),
    ).toEqual(['MISSING_VALUES', 'MISSING_VALUES']);
    expect(
      await apply(liaison, { action: 'ANSWER_FROM_TEMPLATE', reportIds: ids, templateId: randomUUID() }),
    ).toMatchObject({ __typename: 'NotFound' });
  });

  it('is refused as a whole where what it needs is missing, twice there, or too much', async () => {
    const id = await disposed();
    const fields = async (input: Record<string, unknown>) =>
      (await apply(liaison, input)).fields.map(({ path, code }: any) => `${path} ${code}`);
    expect(await fields({ action: 'ACKNOWLEDGE', reportIds: [id] })).toEqual(['input.text REQUIRED']);
    expect(await fields({ action: 'DISPOSE', reportIds: [id] })).toEqual(['input.organisationId REQUIRED']);
    expect(await fields({ action: 'ARCHIVE', reportIds: [id] })).toEqual([
      'input.text REQUIRED',
      'input.code REQUIRED',
    ]);
    expect(await fields({ action: 'ACKNOWLEDGE', reportIds: [id, id], text: WORDS })).toEqual([
      'input.reportIds TWICE',
    ]);
    const many = Array.from({ length: 101 }, () => randomUUID());
    expect(await fields({ action: 'ACKNOWLEDGE', reportIds: many, text: WORDS })).toEqual([
      'input.reportIds TOO_LONG',
    ]);
  });

  it('is foretold in as many statements for many as for one', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => disposed()));
    const count = async (some: string[]) => {
      const before = harness.statements();
      await preview(liaison, 'ACKNOWLEDGE', some);
      return harness.statements() - before;
    };
    expect(await count(ids)).toBe(await count(ids.slice(0, 1)));
    expect(await count(ids)).toBe(1);
  });

  it('of many notes of one change is one change each, as if done alone', async () => {
    const [one, other] = [await disposed(), await disposed()];
    await apply(liaison, { action: 'ACKNOWLEDGE', reportIds: [one], text: WORDS });
    await change(harness, liaison, 'answerReport', { reportId: other, kind: 'ACKNOWLEDGEMENT', text: WORDS });
    const traces = async (id: string) =>
      harness.row(
        `select (select count(*)::int from audit where report_id = $1) as audit, (select count(*)::int from event where stream = $1::text) as events,
           (select count(*)::int from history where report_id = $1) as history`,
        id,
      );
    expect(await traces(one)).toEqual(await traces(other));
  });
});
