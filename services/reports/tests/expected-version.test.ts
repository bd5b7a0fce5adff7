import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { answer, dispose, LEAD, must } from './situations.ts';

const liaison = actor.officer('LIAISON_OFFICER', LEAD);
const reveal = (requestKey: string) => ({ reason: 'Perlu menelepon pelapor.', requestKey });

describe('a change of a report that is not as it was shown', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const versionOf = async (viewer: Viewer, id: string): Promise<number | null> => {
    const { number } = await harness.row('select number from report where id = $1', id);
    const { report } = await harness.ask(viewer, '{ report(number: "' + number + '") { version } }');
    return report.version;
  };
  const reply = async (viewer: Viewer, input: Record<string, unknown>) =>
    (
      await harness.ask(
        viewer,
        `mutation ($input: AnswerReportInput!) { result: answerReport(input: $input) { __typename
          ... on UserError { code } ... on StaleReport { version entriesSince { kind text officer { id } } } ... on ReportChanged { report { version } } } }`,
        { input: { kind: 'PLAN', text: 'Ditambal pekan depan.', promisedOn: '2026-12-15', ...input } },
      )
    ).result;

  it('is refused with what happened since, and changes nothing', async () => {
    const { id } = await file(harness);
    await dispose(harness, id);
    const seen = await versionOf(liaison, id);
    await answer(harness, id, 'ACKNOWLEDGEMENT');
    expect(await reply(liaison, { reportId: id, expectedVersion: seen })).toEqual({
      __typename: 'StaleReport',
      code: 'STALE',
      version: seen! + 1,
      entriesSince: [
        {
          kind: 'ACKNOWLEDGED',
          text: 'Jawaban unit kepada pelapor.',
          officer: { id: liaison.accountId },
        },
      ],
    });
    expect(await versionOf(liaison, id)).toBe(seen! + 1);
    expect(await reply(liaison, { reportId: id, expectedVersion: seen! + 1 })).toMatchObject({
      report: { version: seen! + 2 },
    });
  });

  it('lets one of two officers through who answer what both have seen', async () => {
    const { id } = await file(harness);
    await dispose(harness, id);
    const seen = await versionOf(liaison, id);
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        reply({ ...liaison, accountId: `petugas-${index}` }, { reportId: id, expectedVersion: seen }),
      ),
    );
    expect(results.map(({ __typename }) => __typename).toSorted()).toEqual([
      'ReportChanged',
      ...Array.from({ length: 5 }, () => 'StaleReport'),
    ]);
    expect(await versionOf(liaison, id)).toBe(seen! + 1);
  });

  it('answers a repeated request as before, whatever happened since', async () => {
    const { id } = await file(harness);
    await dispose(harness, id);
    const input = {
      reportId: id,
      expectedVersion: await versionOf(liaison, id),
      requestKey: randomUUID(),
    };
    expect(await reply(liaison, input)).toMatchObject({ __typename: 'ReportChanged' });
    expect(await reply(liaison, input)).toMatchObject({ __typename: 'ReportChanged' });
  });

  it('tells nobody of a report who may not act on it, whatever version is guessed', async () => {
    const { id } = await file(harness);
    await dispose(harness, id);
    for (const expectedVersion of [1, 2, 99])
      for (const viewer of [
        actor.public,
        actor.citizen('akun-lain'),
        actor.officer('LIAISON_OFFICER', 'opd-13-77-dpupr'),
        actor.officer('AGENCY_HEAD', LEAD),
      ])
        expect(await reply(viewer, { reportId: id, expectedVersion })).toEqual({
          __typename: 'NotFound',
          code: 'NOT_FOUND',
        });
  });

  it('tells of entries since only what the viewer reads', async () => {
    const { id, number } = await file(harness, actor.public, {
      reporter: { name: 'Pelapor Uji', phone: '0812 9999 1111' },
    });
    await dispose(harness, id, { coHandlerIds: ['opd-13-71-dishub'] });
    const code = actor.withGrant(id);
    const seen = await versionOf(code, id);
    await must(harness, actor.officer('AGENCY_ADMIN', 'pemkot-13-71'), 'disposeReport', {
      reportId: id,
      organisationId: 'unit-bina-marga',
      note: 'Catatan hanya untuk petugas.',
    });
    const { result } = await harness.ask(
      code,
      `mutation ($input: ReplyToReportInput!) { result: replyToReport(input: $input) { __typename
        ... on StaleReport { entriesSince { kind text officer { id } } } } }`,
      { input: { reportId: id, text: 'Masih berlubang.', expectedVersion: seen } },
    );
    expect(result).toEqual({
      __typename: 'StaleReport',
      entriesSince: [{ kind: 'DISPOSED', text: null, officer: null }],
    });
    const { report } = await harness.ask(actor.public, `{ report(number: "${number}") { version } }`);
    expect(report.version).toBeNull();
  });

  it('counts the reading of an identity, which a colleague has to know of', async () => {
    const { id } = await file(harness, actor.public, {
      reporter: { name: 'Pelapor Uji', phone: '0812 9999 1111' },
    });
    await dispose(harness, id);
    const seen = await versionOf(liaison, id);
    await harness.ask(
      liaison,
      'mutation ($input: RevealIdentityInput!) { result: revealIdentity(input: $input) { __typename } }',
      { input: { reportId: id, ...reveal(randomUUID()) } },
    );
    expect(await reply(liaison, { reportId: id, expectedVersion: seen })).toMatchObject({
      entriesSince: [{ kind: 'IDENTITY_REVEALED' }],
    });
  });
});
