import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { readEntries } from '../src/modules/entry/index.ts';
import { aReport, at } from './a-report.ts';
import { DESK, officer, startTestService, type TestService } from './a-service.ts';
import { policyOf2025 } from './rules.ts';

const POLICY = `version effectiveFrom decree state limits { rule reportClass organisationKind days unit } migrations { at kinds }`;
const SAVE = `mutation ($input: SavePolicyInput!) { result: savePolicy(input: $input) { __typename
  ... on PolicySaved { policy { ${POLICY} } } ... on UserError { code } ... on InvalidInput { fields { path code message } } } }`;
const MIGRATE = `mutation ($input: MigrateRunningClocksInput!) { result: migrateRunningClocks(input: $input) { __typename
  ... on ClocksMigrated { isDryRun effect { movedCount laterCount earlierCount lateCount candidateCount examinedCount isComplete byKind { kind movedCount } } }
  ... on UserError { code } ... on InvalidInput { fields { path code } } } }`;

type LimitInput = {
  rule: string;
  reportClass?: string | null;
  organisationKind?: string | null;
  days: number | null;
  unit: string | null;
};
/** The numbers in force, with some of them otherwise. */
const limits = (change: Partial<Record<string, number>> = {}): LimitInput[] =>
  policyOf2025.limits.map(({ rule, reportClass, limit }) => ({
    rule,
    reportClass,
    days: change[reportClass ?? rule] ?? limit?.days ?? null,
    unit: limit?.unit ?? null,
  }));

describe('policies', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-11-23 08:00'));
  });
  afterEach(() => sla[Symbol.asyncDispose]());

  const send = async (source: string, input: object, viewer: Viewer = DESK) => {
    const { result, errors } = await sla.query(source, viewer, { input });
    expect(errors).toBeUndefined();
    return result;
  };
  const save = (input: object = {}, viewer?: Viewer) =>
    send(
      SAVE,
      {
        effectiveFrom: '2026-12-01',
        decree: 'Permen PANRB 1/2026',
        limits: limits({ FOLLOW_UP: 3 }),
        ...input,
      },
      viewer,
    );
  const policies = async () => (await sla.query(`{ policies { ${POLICY} } }`)).policies;
  const settle = async () => {
    while ((await sla.service.settle()) > 0);
  };
  const clocks = (reportId: string) =>
    sla.rows<{ kind: string; length: number; unit: string; policy: string; due: Date }>(
      `select kind, length, unit, policy_version as policy, due_at as due from clock where report_id = '${reportId}' order by kind`,
    );
  const clock = async (reportId: string, kind: string) =>
    (await clocks(reportId)).find((one) => one.kind === kind)!;
  const disposed = (reportId: string, when: string, unit: 'padang-pupr' | 'kemenpu' = 'padang-pupr') =>
    aReport(when, { reportId }).disposed(when, [unit], { reportClass: 'GRIEVANCE' });

  test('are open to everybody, with every number of the clock table', async () => {
    const [first, ...others] = await policies();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      version: 'permen-panrb-5-2025',
      effectiveFrom: '2025-01-01',
      state: 'IN_FORCE',
      decree: 'Permen PANRB 5/2025, Perpres 76/2013',
      migrations: [],
    });
    expect(first.limits).toHaveLength(15);
    expect(first.limits.slice(0, 4)).toEqual([
      { rule: 'VERIFICATION', reportClass: null, organisationKind: null, days: 3, unit: 'WORKING' },
      { rule: 'FIRST_RESPONSE', reportClass: null, organisationKind: null, days: 3, unit: 'WORKING' },
      { rule: 'FOLLOW_UP', reportClass: null, organisationKind: null, days: 5, unit: 'WORKING' },
      {
        rule: 'RESOLUTION',
        reportClass: 'INFORMATION_REQUEST',
        organisationKind: null,
        days: 5,
        unit: 'WORKING',
      },
    ]);
  });

  test('govern what starts from their day on; what runs keeps its own', async () => {
    const input = { requestKey: randomUUID() };
    const saved = await save(input);
    expect(saved).toMatchObject({
      __typename: 'PolicySaved',
      policy: { version: '2026-12-01', state: 'PLANNED', decree: 'Permen PANRB 1/2026' },
    });
    expect(await save(input)).toEqual(saved);
    expect(await policies()).toHaveLength(2);
    await sla.tell(disposed('old', '2026-11-30 23:59').events);
    sla.clock.set(at('2026-12-02 08:00'));
    await sla.tell(disposed('new', '2026-12-01 00:00').events);
    expect(await clock('old', 'FOLLOW_UP')).toMatchObject({ length: 5, policy: 'permen-panrb-5-2025' });
    expect(await clock('new', 'FOLLOW_UP')).toMatchObject({ length: 3, policy: '2026-12-01' });
    expect((await policies()).map(({ state }: any) => state)).toEqual(['PAST', 'IN_FORCE']);
    const [entry] = (await readEntries(sla.database, ['POLICY_SAVED'])).slice(-1);
    expect(entry).toMatchObject({ actorId: DESK.accountId, subject: 'policy 2026-12-01' });
  });

  test('are complete or they are none', async () => {
    const without = (rule: string) => limits().filter((limit) => limit.rule !== rule);
    const faults = async (wrong: LimitInput[]) => {
      const { __typename, fields } = await save({ limits: wrong });
      expect(__typename).toBe('InvalidInput');
      return fields.map(({ path, code }: any) => `${path} ${code}`);
    };
    expect(await faults(without('AUTO_CLOSE'))).toEqual(['input.limits REQUIRED']);
    expect(await faults(without('RESOLUTION'))).toHaveLength(5);
    expect(await faults([...limits(), limits()[0]!])).toEqual(['input.limits.15 REPEATED']);
    const [verification] = limits();
    expect(await faults([{ ...verification!, days: null, unit: null }, ...limits().slice(1)])).toEqual([
      'input.limits.0 REQUIRED',
    ]);
    expect(await faults([{ ...verification!, unit: null }, ...limits().slice(1)])).toEqual([
      'input.limits.0.days INVALID',
    ]);
    expect(await faults([{ ...verification!, days: 0 }, ...limits().slice(1)])).toEqual([
      'input.limits.0.days INVALID',
    ]);
    // The outer limit belongs to nobody's kind.
    const ofMinistries = { rule: 'OUTER_LIMIT', organisationKind: 'MINISTRY', days: 30, unit: 'CALENDAR' };
    expect(await faults([...limits(), ofMinistries])).toEqual(['input.limits.15 INVALID']);
    expect(await policies()).toHaveLength(1);
  });

  test('begin tomorrow at the earliest; one that is planned can be replaced, one in force cannot', async () => {
    for (const effectiveFrom of ['2026-11-23', '2026-11-22', '2032-01-01'])
      expect(await save({ effectiveFrom })).toMatchObject({ fields: [{ path: 'input.effectiveFrom' }] });
    await save({ effectiveFrom: '2026-11-24' });
    const again = await save({ effectiveFrom: '2026-11-24', limits: limits({ FOLLOW_UP: 4 }) });
    expect(again.policy.version).toBe('2026-11-24/2');
    expect((await policies()).map(({ version }: any) => version)).toEqual([
      'permen-panrb-5-2025',
      '2026-11-24/2',
    ]);
    sla.clock.set(at('2026-11-24 08:00'));
    expect(await save({ effectiveFrom: '2026-11-24' })).toMatchObject({ __typename: 'InvalidInput' });
    await sla.tell(disposed('new', '2026-11-24 07:00').events);
    expect(await clock('new', 'FOLLOW_UP')).toMatchObject({ length: 4 });
  });

  test('may differ by kind of government, for whoever owns the clock when it starts', async () => {
    await sla.deliver(
      'organisations',
      'organisation.changed',
      (
        [
          ['pemkot-padang', 'CITY'],
          ['kemenpu', 'MINISTRY'],
        ] as const
      ).map(([organisationId, kind]) => ({
        organisationId,
        name: organisationId,
        acronym: null,
        kind,
        status: 'ACTIVE',
        parentId: null,
        governmentId: organisationId,
        path: [organisationId],
        regionCode: null,
        timeZone: 'Asia/Jakarta',
        isStaffed: true,
        unitKeys: [],
        hasDirectVerification: false,
        successorIds: [],
        version: 1,
      })),
    );
    const ofMinistries: LimitInput[] = [
      { rule: 'FOLLOW_UP', organisationKind: 'MINISTRY', days: 2, unit: 'WORKING' },
      {
        rule: 'RESOLUTION',
        reportClass: 'GRIEVANCE',
        organisationKind: 'MINISTRY',
        days: 9,
        unit: 'CALENDAR',
      },
    ];
    await save({ effectiveFrom: '2026-11-24', limits: [...limits(), ...ofMinistries] });
    sla.clock.set(at('2026-11-25 08:00'));
    await sla.tell(
      disposed('city', '2026-11-24 09:00').events,
      disposed('ministry', '2026-11-24 09:00', 'kemenpu').events,
      disposed('handed on', '2026-11-24 09:00', 'kemenpu').disposed('2026-11-25 07:00', ['padang-pupr'])
        .events,
    );
    expect(await clock('city', 'FOLLOW_UP')).toMatchObject({ length: 5 });
    expect(await clock('ministry', 'FOLLOW_UP')).toMatchObject({ length: 2 });
    expect(await clock('ministry', 'RESOLUTION')).toMatchObject({ length: 9, unit: 'CALENDAR' });
    // The resolution goes on with the days it started with; the follow-up of the city is another clock.
    expect(await clock('handed on', 'RESOLUTION')).toMatchObject({ length: 9 });
    const lengths = (await clocks('handed on'))
      .filter(({ kind }) => kind === 'FOLLOW_UP')
      .map(({ length }) => length);
    expect(lengths.sort()).toEqual([2, 5]);
    expect((await clocks('ministry')).find(({ kind }) => kind === 'OUTER_LIMIT')).toMatchObject({
      length: 60,
    });
  });

  test('are the national desk’s to save, and running clocks its to move', async () => {
    const key = { ...DESK, apiKey: { id: 'key', scopes: ['graph:read', 'graph:write'] } } as Viewer;
    for (const viewer of [
      PUBLIC_VIEWER,
      officer('AGENCY_ADMIN', 'pemkot-padang'),
      officer('KSP_MONITOR', 'ksp'),
      key,
    ]) {
      expect(await save({}, viewer)).toMatchObject({ code: 'NOT_FOUND' });
      const input = { policyVersion: 'permen-panrb-5-2025', kinds: ['FOLLOW_UP'], dryRun: true };
      expect(await send(MIGRATE, input, viewer)).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await policies()).toHaveLength(1);
  });

  describe('for clocks that run already', () => {
    beforeEach(async () => {
      await save({ effectiveFrom: '2026-12-01', limits: limits({ FOLLOW_UP: 3, OUTER_LIMIT: 20 }) });
      await sla.tell(
        disposed('open', '2026-11-27 09:00').events,
        disposed('answered', '2026-11-27 09:00').planned('2026-11-30 09:00', 'padang-pupr').events,
      );
      sla.clock.set(at('2026-12-01 08:00'));
    });
    const migrate = (input: object) =>
      send(MIGRATE, {
        policyVersion: '2026-12-01',
        kinds: ['FOLLOW_UP'],
        dryRun: false,
        reason: 'Permen baru',
        ...input,
      });

    test('can be moved to: first as a dry run, then counted anew in the background', async () => {
      const before = await clock('open', 'FOLLOW_UP');
      expect(before).toMatchObject({ length: 5, due: at('2026-12-05 00:00') });
      const dry = await migrate({ dryRun: true, reason: null });
      expect(dry).toEqual({
        __typename: 'ClocksMigrated',
        isDryRun: true,
        effect: {
          movedCount: 1,
          laterCount: 0,
          earlierCount: 1,
          lateCount: 0,
          candidateCount: 1,
          examinedCount: 1,
          isComplete: true,
          byKind: [{ kind: 'FOLLOW_UP', movedCount: 1 }],
        },
      });
      expect(await clock('open', 'FOLLOW_UP')).toEqual(before);
      expect(await migrate({})).toMatchObject({ isDryRun: false, effect: null });
      expect((await sla.query('{ recalculation { state cause total } }', DESK)).recalculation).toEqual({
        state: 'RUNNING',
        cause: 'POLICY',
        total: 2,
      });
      await settle();
      expect(await clock('open', 'FOLLOW_UP')).toMatchObject({
        length: 3,
        policy: '2026-12-01',
        due: at('2026-12-03 00:00'),
      });
      expect((await sla.query('{ recalculation { state } }', DESK)).recalculation).toEqual({
        state: 'FINISHED',
      });
      // What had stopped stays; other kinds stay; what starts later follows its own day.
      expect(await clock('answered', 'FOLLOW_UP')).toMatchObject({
        length: 5,
        policy: 'permen-panrb-5-2025',
      });
      expect(await clock('open', 'RESOLUTION')).toMatchObject({ policy: 'permen-panrb-5-2025' });
      const [entry] = await readEntries(sla.database, ['POLICY_MIGRATED']);
      expect(entry).toMatchObject({
        actorId: DESK.accountId,
        payload: { version: '2026-12-01', kinds: ['FOLLOW_UP'] },
        texts: { reason: 'Permen baru' },
      });
      expect((await policies())[1].migrations).toEqual([
        { at: at('2026-12-01 08:00').toISOString(), kinds: ['FOLLOW_UP'] },
      ]);
      expect(await migrate({})).toMatchObject({ code: 'NOTHING_TO_MIGRATE' });
    });

    test('take the deadlines with them that depend on theirs', async () => {
      const dry = await migrate({ dryRun: true, kinds: ['OUTER_LIMIT'] });
      expect(dry.effect.byKind).toContainEqual({ kind: 'OUTER_LIMIT', movedCount: 2 });
      await migrate({ kinds: ['OUTER_LIMIT'] });
      await settle();
      const [row] = await sla.rows<{ cap: string }>(
        `select cap_on::text as cap from clock where report_id = 'open' and kind = 'RESOLUTION'`,
      );
      expect(row!.cap).toBe('2026-12-17');
    });

    test('have to be in force, and the reason is needed', async () => {
      expect(await migrate({ policyVersion: 'tidak-ada' })).toMatchObject({ code: 'POLICY_UNKNOWN' });
      await save({ effectiveFrom: '2027-01-01' });
      expect(await migrate({ policyVersion: '2027-01-01' })).toMatchObject({ code: 'POLICY_NOT_IN_FORCE' });
      expect(await migrate({ reason: null })).toMatchObject({
        fields: [{ path: 'input.reason', code: 'REQUIRED' }],
      });
      expect(await migrate({ kinds: [] })).toMatchObject({ fields: [{ path: 'input.kinds' }] });
    });
  });
});
