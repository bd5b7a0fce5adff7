import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { dispose, LEAD, REPORTER } from './situations.ts';

const rina: Viewer = { ...actor.officer('LIAISON_OFFICER', LEAD), accountId: 'rina' };
const dewi: Viewer = { ...actor.officer('LIAISON_OFFICER', LEAD), accountId: 'dewi' };

describe('the presence of officers at a report', () => {
  let harness: Harness;
  let report: { id: string; number: string };
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const mark = async (viewer: Viewer, activity = 'READING', id = report.id) =>
    (
      await harness.ask(
        viewer,
        `mutation ($input: MarkPresenceInput!) { result: markPresence(input: $input) { __typename
          ... on PresenceMarked { report { presence { officer { id } activity since } } } } }`,
        { input: { reportId: id, activity } },
      )
    ).result;
  const present = async (viewer: Viewer) =>
    (
      await harness.ask(
        viewer,
        `{ report(number: "${report.number}") { presence { officer { id } activity since } } }`,
      )
    ).report?.presence.map(({ officer, activity }: { officer: { id: string }; activity: string }) => [
      officer.id,
      activity,
    ]);
  const filed = async (overrides: Record<string, unknown> = {}) => {
    report = await file(harness, actor.citizen(REPORTER), overrides);
    await dispose(harness, report.id);
  };

  it('tells who is there and what they do, the first to come first', async () => {
    await filed();
    expect(await mark(rina)).toMatchObject({ report: { presence: [{ officer: { id: 'rina' } }] } });
    harness.clock.advance(10_000);
    await mark(dewi, 'ANSWERING');
    expect(await present(rina)).toEqual([
      ['rina', 'READING'],
      ['dewi', 'ANSWERING'],
    ]);
  });

  it('ends 75 seconds after the last sign, and says since when without a break', async () => {
    await filed();
    const start = harness.clock.now().toISOString();
    await mark(rina);
    harness.clock.advance(30_000);
    const { report: there } = await mark(rina, 'ANSWERING');
    expect(there.presence).toEqual([{ officer: { id: 'rina' }, activity: 'ANSWERING', since: start }]);
    harness.clock.advance(74_000);
    expect(await present(dewi)).toEqual([['rina', 'ANSWERING']]);
    harness.clock.advance(1_000);
    expect(await present(dewi)).toEqual([]);
    const { report: back } = await mark(rina);
    expect(back.presence[0].since).toBe(harness.clock.now().toISOString());
  });

  it('is shown to and of officers who read it before it is published, and to nobody else', async () => {
    await filed();
    await mark(rina);
    const others: Viewer[] = [
      actor.public,
      actor.citizen(REPORTER),
      actor.citizen('akun-lain'),
      actor.withGrant(report.id),
      actor.officer('LIAISON_OFFICER', 'opd-13-77-dpupr'),
      actor.officer('FIELD_OFFICER', LEAD),
      { ...rina, apiKey: { id: 'kunci', scopes: ['graph:read', 'reports:read', 'graph:write'] } },
      { ...rina, reportGrants: [report.id] },
    ];
    for (const viewer of others) {
      // It is published: everybody reads it.
      expect(await present(viewer)).toEqual([]);
      expect(await mark(viewer)).toEqual({ __typename: 'NotFound' });
    }
    expect(await present(actor.officer('KSP_MONITOR', 'ksp'))).toEqual([['rina', 'READING']]);
    expect(await present(actor.officer('AGENCY_HEAD', 'pemkot-13-71'))).toEqual([['rina', 'READING']]);
  });

  it('at a confidential report is seen by its handlers and the national desk alone', async () => {
    await filed({ isConfidential: true });
    await mark(rina);
    expect(await present(dewi)).toEqual([['rina', 'READING']]);
    expect(await present(actor.nationalAdmin())).toEqual([['rina', 'READING']]);
    for (const viewer of [
      actor.officer('AGENCY_ADMIN', 'pemkot-13-71'),
      actor.officer('KSP_MONITOR', 'ksp'),
    ]) {
      expect(await present(viewer)).toBeUndefined();
      expect(await mark(viewer)).toEqual({ __typename: 'NotFound' });
    }
  });

  it('keeps no lease on of somebody who may not verify the report any more', async () => {
    const ani = { ...actor.nationalAdmin(), accountId: 'ani' };
    report = await file(harness, actor.citizen(REPORTER));
    await harness.ask(ani, `mutation { leaseReport(input: { reportId: "${report.id}" }) { __typename } }`);
    const until = async () =>
      (await harness.row('select until from lease where report_id = $1', report.id)).until.getTime();
    const begun = await until();
    harness.clock.advance(60_000);
    await mark(ani);
    expect(await until()).toBe(begun + 60_000);
    harness.clock.advance(60_000);
    const monitor: Viewer = { ...actor.officer('KSP_MONITOR', 'ksp'), accountId: 'ani' };
    expect(await mark(monitor)).toMatchObject({ __typename: 'PresenceMarked' });
    expect(await until()).toBe(begun + 60_000);
  });

  it('leaves no trace: no entry, no audit, no new version', async () => {
    await filed();
    const trace = () =>
      harness.row(
        'select (select count(*)::int from audit) as audit, (select count(*)::int from event) as events, sequence, updated_at from report where id = $1',
        report.id,
      );
    const before = await trace();
    harness.clock.advance(1_000);
    await mark(rina);
    expect(await trace()).toEqual(before);
  });
});
