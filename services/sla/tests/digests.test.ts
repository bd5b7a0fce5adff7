import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PostRole } from '@lapor/viewer';
import type { PostHolder } from '../src/modules/digest/index.ts';
import { aReport, at, type UnitName } from './a-report.ts';
import { startTestService, type TestService } from './a-service.ts';

const UNITS: Record<string, { path: string[]; timeZone: string }> = {
  'pemkot-padang': { path: ['pemkot-padang'], timeZone: 'Asia/Jakarta' },
  'padang-pupr': { path: ['pemkot-padang', 'padang-pupr'], timeZone: 'Asia/Jakarta' },
  'padang-dlh': { path: ['pemkot-padang', 'padang-dlh'], timeZone: 'Asia/Jakarta' },
  'pemkot-jayapura': { path: ['pemkot-jayapura'], timeZone: 'Asia/Jayapura' },
  'jayapura-pupr': { path: ['pemkot-jayapura', 'jayapura-pupr'], timeZone: 'Asia/Jayapura' },
};
const POSTS: PostHolder[] = [
  { officerId: 'liaison', role: 'LIAISON_OFFICER', organisationId: 'padang-pupr' },
  { officerId: 'admin', role: 'AGENCY_ADMIN', organisationId: 'pemkot-padang' },
  { officerId: 'mayor', role: 'AGENCY_HEAD', organisationId: 'pemkot-padang' },
  // Two posts, one officer, one mail.
  { officerId: 'both', role: 'AGENCY_HEAD', organisationId: 'padang-pupr' },
  { officerId: 'both', role: 'LIAISON_OFFICER', organisationId: 'padang-pupr' },
  { officerId: 'papua', role: 'LIAISON_OFFICER', organisationId: 'jayapura-pupr' },
  { officerId: 'desk', role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' },
  { officerId: 'field', role: 'FIELD_OFFICER', organisationId: 'padang-pupr' },
];

describe('the morning digest of warnings', () => {
  let sla: TestService;
  let isAway: boolean;
  beforeEach(async () => {
    isAway = false;
    sla = await startTestService(at('2026-11-23 10:00'), {
      postHolders: {
        async find(roles: readonly PostRole[], organisationIds) {
          if (isAway) throw new Error('away');
          return POSTS.filter(
            ({ role, organisationId }) =>
              roles.includes(role) && (organisationIds === null || organisationIds.includes(organisationId)),
          );
        },
      },
    });
    await sla.deliver(
      'organisations',
      'organisation.changed',
      Object.entries(UNITS).map(([organisationId, { path, timeZone }]) => ({
        organisationId,
        name: 'x',
        acronym: null,
        kind: path.length > 1 ? 'OPD' : 'CITY',
        status: 'ACTIVE',
        parentId: path.at(-2) ?? null,
        governmentId: path[0]!,
        path,
        regionCode: null,
        timeZone,
        isStaffed: true,
        unitKeys: [],
        hasDirectVerification: false,
        successorIds: [],
        version: 1,
      })),
    );
  });
  afterEach(() => sla[Symbol.asyncDispose]());

  let number = 48_213_000;
  const report = (unit: UnitName, change: object = {}) =>
    aReport('2026-11-20 19:00', {
      reportId: `${unit}-${++number}`,
      number: String(number),
      ...change,
    }).disposed('2026-11-23 09:40', [unit]).events;
  /** What each officer is told at a time. */
  async function morning(when: string): Promise<Record<string, Record<string, string | null>>> {
    const before = (await sla.told('notification.requested')).length;
    sla.clock.set(at(when));
    await sla.service.settle();
    const sent = (await sla.told('notification.requested')).slice(before);
    expect(sent.every(({ template }) => template === 'warning-digest')).toBe(true);
    const digests = sent.map(({ recipient, facts }) => [
      recipient.kind === 'OFFICER' ? recipient.officerId : '?',
      facts,
    ]);
    expect(new Set(digests.map(([officer]) => officer)).size).toBe(digests.length);
    return Object.fromEntries(digests);
  }

  test('goes to the unit at half, to its admin on the last day, to the head when it is missed', async () => {
    await sla.tell(report('padang-pupr'));
    // Half of the five days is over at noon of the 26th.
    expect(await morning('2026-11-26 07:00')).toEqual({});
    const half = await morning('2026-11-27 07:00');
    expect(half).toEqual({
      liaison: {
        console: 'agency',
        day: '2026-11-27',
        breach: '0',
        lastDay: '0',
        half: '1',
        line1: `${number} FOLLOW_UP HALF 2026-11-30`,
      },
      both: expect.objectContaining({ half: '1' }),
    });
    expect(Object.keys(await morning('2026-11-30 07:00')).sort()).toEqual(['admin', 'both', 'liaison']);
    const late = await morning('2026-12-01 07:00');
    expect(Object.keys(late).sort()).toEqual(['admin', 'both', 'liaison']);
    expect(late.both).toMatchObject({ breach: '1', line1: `${number} FOLLOW_UP BREACH 2026-11-30` });
    // The nearest head is that of the unit itself; without one it is the mayor.
    await sla.tell(report('padang-dlh'));
    const next = await morning('2026-12-02 07:00');
    expect(Object.keys(next).sort()).toEqual(['admin', 'mayor']);
  });

  test('comes at seven o’clock of the place, once a day, on working days only, and late when nobody was there', async () => {
    await sla.tell(report('padang-pupr'), report('jayapura-pupr'));
    expect(Object.keys(await morning('2026-11-27 04:59'))).toEqual([]);
    expect(Object.keys(await morning('2026-11-27 05:00'))).toEqual(['papua']);
    expect(Object.keys(await morning('2026-11-27 06:59'))).toEqual([]);
    isAway = true;
    sla.clock.set(at('2026-11-27 07:00'));
    await expect(sla.service.settle()).rejects.toThrow('away');
    isAway = false;
    expect(Object.keys(await morning('2026-11-27 09:30')).sort()).toEqual(['both', 'liaison']);
    expect(await morning('2026-11-27 18:00')).toEqual({});
    // Saturday and Sunday; on Monday the last day has begun.
    expect(await morning('2026-11-28 07:00')).toEqual({});
    expect(await morning('2026-11-29 12:00')).toEqual({});
    expect(Object.keys(await morning('2026-11-30 07:00')).sort()).toEqual([
      'admin',
      'both',
      'liaison',
      'papua',
    ]);
  });

  test('says nothing on a morning without news, and leaves out what is done', async () => {
    const done = report('padang-pupr', { reportId: 'done' });
    await sla.tell(report('padang-pupr'), done);
    expect((await morning('2026-12-01 07:00')).liaison).toMatchObject({ breach: '2' });
    expect(await morning('2026-12-02 07:00')).toEqual({});
    const last = done.at(-1)!;
    await sla.tell([
      {
        ...last,
        sequence: last.sequence + 1,
        kind: 'PLANNED',
        state: 'IN_PROGRESS',
        at: at('2026-12-02 10:00').toISOString(),
        actorKind: 'OFFICER',
        byNationalDesk: false,
        actorOrganisationId: 'padang-pupr',
      },
    ]);
    const fresh = report('padang-pupr');
    await sla.tell(fresh);
    expect((await morning('2026-12-03 07:00')).liaison).toMatchObject({ breach: '2' });
  });

  test('of a confidential report goes to officers of the handling organisation alone', async () => {
    await sla.tell(report('padang-pupr', { isConfidential: true }));
    expect(Object.keys(await morning('2026-12-01 07:00')).sort()).toEqual(['both', 'liaison']);
    await sla.tell(report('padang-dlh', { isConfidential: true }));
    expect(await morning('2026-12-02 07:00')).toEqual({});
  });

  test('of the national desk goes to its admins, one line for a report with two clocks', async () => {
    await sla.tell(aReport('2026-11-20 19:00', { number: '12345678' }).events);
    const { desk } = await morning('2026-11-25 07:00');
    expect(desk).toEqual({
      console: 'national',
      day: '2026-11-25',
      breach: '0',
      lastDay: '1',
      half: '0',
      line1: '12345678 VERIFICATION LAST_DAY 2026-11-25',
    });
  });

  test('is made once by three replicas, and leaves out governments that are closed that day', async () => {
    await sla.deliver('organisations', 'organisation.calendar-changed', [
      {
        organisationId: 'pemkot-padang',
        year: 2026,
        days: [{ date: '2026-11-27', name: 'Hari jadi', decree: 'x' }],
        version: 1,
      },
    ]);
    await sla.tell(report('padang-pupr'), report('jayapura-pupr'));
    sla.clock.set(at('2026-11-27 08:00'));
    await Promise.all([sla.service.settle(), sla.service.settle(), sla.service.settle()]);
    const officers = async () =>
      (await sla.told('notification.requested')).map(({ recipient }) =>
        recipient.kind === 'OFFICER' ? recipient.officerId : '?',
      );
    expect(await officers()).toEqual(['papua']);
    sla.clock.set(at('2026-11-30 07:00'));
    await Promise.all([sla.service.settle(), sla.service.settle(), sla.service.settle()]);
    expect((await officers()).sort()).toEqual(['both', 'liaison', 'papua', 'papua']);
  });
});
