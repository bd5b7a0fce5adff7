import fc from 'fast-check';
import type { ReportTransitioned } from '@lapor/events';
import { describe, expect, test } from 'vitest';
import {
  aReport,
  assigned,
  at,
  BY_SYSTEM,
  byUnit,
  unitId,
  type ReportHistory,
  type UnitName,
} from '../../../tests/a-report.ts';
import { randomHistory } from '../../../tests/random-history.ts';
import { rules } from '../../../tests/rules.ts';
import { deriveClocks } from './derive-clocks.ts';

const clocksOf = (history: ReportHistory) => deriveClocks(history.events, rules).clocks;
const ofKind = (history: ReportHistory, kind: string) =>
  clocksOf(history).filter((clock) => clock.kind === kind);

const reassigned = (
  history: ReportHistory,
  when: string,
  from: UnitName,
  to: UnitName,
  units: UnitName[] = [to],
) =>
  history.next(when, 'REASSIGNED', {
    ...BY_SYSTEM,
    actorOrganisationId: unitId(from),
    toOrganisationId: unitId(to),
    assignments: assigned(...units),
  });

describe('a report whose unit was merged, moved or retired', () => {
  test('keeps the follow-up that its unit owed, now owed by the successor', () => {
    const before = aReport('2026-11-20 09:00').disposed('2026-11-20 10:00', ['padang-pupr']);
    const [owed] = ofKind(before, 'FOLLOW_UP');
    const after = reassigned(before, '2026-11-24 09:00', 'padang-pupr', 'padang-dlh');
    expect(ofKind(after, 'FOLLOW_UP')).toEqual([{ ...owed, organisationId: unitId('padang-dlh') }]);
    expect(ofKind(after, 'RESOLUTION')).toMatchObject([
      { organisationId: unitId('padang-dlh'), stoppedAt: null },
    ]);
    const [met] = ofKind(after.planned('2026-11-25 09:00', 'padang-dlh'), 'FOLLOW_UP');
    expect(met).toMatchObject({ outcome: 'FULFILLED', stoppedAt: at('2026-11-25 09:00') });
  });

  test('begins no clock anew in another government either, as a new disposition would', () => {
    const disposed = () => aReport('2026-11-20 09:00').disposed('2026-11-20 10:00', ['padang']);
    const merged = reassigned(disposed(), '2026-11-24 09:00', 'padang', 'makassar');
    const [owed] = ofKind(disposed(), 'FOLLOW_UP');
    const passedOn = ofKind(merged, 'FOLLOW_UP');
    expect(passedOn).toHaveLength(1);
    expect(passedOn[0]).toMatchObject({
      startedAt: owed!.startedAt,
      dueAt: owed!.dueAt,
      organisationId: unitId('makassar'),
      governmentId: 'pemkot-makassar',
    });
    const elsewhere = disposed().next('2026-11-24 09:00', 'DISPOSED', { assignments: assigned('makassar') });
    expect(ofKind(elsewhere, 'FOLLOW_UP')).toHaveLength(2);
  });

  test('keeps a question of the reporter running, and whom it is asked of follows', () => {
    const history = aReport('2026-11-20 09:00')
      .disposed('2026-11-20 10:00', ['padang'])
      .planned('2026-11-23 09:00', 'padang')
      .replied('2026-11-24 09:00');
    const [turn] = ofKind(history, 'REPLY_TURN');
    const after = ofKind(reassigned(history, '2026-11-25 09:00', 'padang', 'makassar'), 'REPLY_TURN');
    expect(after).toEqual([{ ...turn, organisationId: unitId('makassar'), governmentId: 'pemkot-makassar' }]);
  });

  test('leaves one follow-up where lead and helper became one', () => {
    const both = () =>
      aReport('2026-11-20 09:00').disposed('2026-11-20 10:00', ['padang-pupr', 'padang-dlh']);
    const leadGoes = ofKind(reassigned(both(), '2026-11-24 09:00', 'padang-pupr', 'padang-dlh'), 'FOLLOW_UP');
    expect(leadGoes.filter(({ stoppedAt }) => stoppedAt === null)).toMatchObject([
      { organisationId: unitId('padang-dlh'), ordinal: 1 },
    ]);
    const helperGoes = ofKind(
      reassigned(both(), '2026-11-24 09:00', 'padang-dlh', 'padang-pupr'),
      'FOLLOW_UP',
    );
    expect(helperGoes.filter(({ stoppedAt }) => stoppedAt === null)).toMatchObject([
      { organisationId: unitId('padang-pupr'), ordinal: 1 },
    ]);
    expect(helperGoes.filter(({ outcome }) => outcome === 'CANCELLED')).toHaveLength(1);
  });

  test('comes back to a desk when there is no heir, and the clocks do as after a return', () => {
    const disposed = () => aReport('2026-11-20 09:00').disposed('2026-11-20 10:00', ['padang-pupr']);
    const desk = { organisationId: 'pemkot-padang', path: ['pemkot-padang'] };
    const change: Partial<ReportTransitioned> = {
      state: 'SUBMITTED',
      assignments: [],
      toOrganisationId: 'pemkot-padang',
      desk,
    };
    const retired = disposed().next('2026-11-24 09:00', 'REASSIGNED', {
      ...BY_SYSTEM,
      actorOrganisationId: unitId('padang-pupr'),
      ...change,
    });
    const returned = disposed().next('2026-11-24 09:00', 'RETURNED', { ...byUnit('padang-pupr'), ...change });
    expect(clocksOf(retired)).toEqual(clocksOf(returned));
    expect(ofKind(retired, 'VERIFICATION').at(-1)).toMatchObject({
      organisationId: 'pemkot-padang',
      stoppedAt: null,
    });
  });

  test('keeps the verification running when the desk at which it waits is taken over', () => {
    const desk = (organisationId: string) => ({ organisationId, path: ['pemkot-padang', organisationId] });
    const waiting = aReport('2026-11-20 09:00')
      .disposed('2026-11-20 10:00', ['padang-pupr-jalan'])
      .next('2026-11-24 09:00', 'RETURNED', {
        ...byUnit('padang-pupr-jalan'),
        state: 'SUBMITTED',
        assignments: [],
        toOrganisationId: 'padang-pupr',
        desk: desk('padang-pupr'),
      });
    const before = clocksOf(waiting);
    const moved = waiting.next('2026-11-25 09:00', 'REASSIGNED', {
      ...BY_SYSTEM,
      actorOrganisationId: 'padang-pupr',
      toOrganisationId: 'padang-dlh',
      desk: desk('padang-dlh'),
    });
    const renamed = before.map((clock) =>
      clock.stoppedAt === null && clock.organisationId === 'padang-pupr'
        ? { ...clock, organisationId: 'padang-dlh' }
        : clock,
    );
    expect(renamed).not.toEqual(before);
    expect(clocksOf(moved)).toEqual(renamed);
    // And taken over by the national desk, where nobody of the government is left.
    const national = moved.next('2026-11-26 09:00', 'REASSIGNED', {
      ...BY_SYSTEM,
      actorOrganisationId: 'padang-dlh',
      toOrganisationId: null,
      desk: null,
    });
    expect(ofKind(national, 'VERIFICATION').at(-1)).toMatchObject({ organisationId: null, stoppedAt: null });
  });

  test('is followed while it is closed, so that opening it again begins nothing anew', () => {
    const history = aReport('2026-11-20 09:00')
      .disposed('2026-11-20 10:00', ['padang'])
      .result('2026-11-23 09:00', 'padang')
      .next('2026-11-24 09:00', 'CONFIRMED', { actorKind: 'CITIZEN', state: 'COMPLETED' });
    const merged = reassigned(history, '2026-11-25 09:00', 'padang', 'makassar');
    const opened = merged.next('2026-11-26 09:00', 'DISPUTED', {
      actorKind: 'CITIZEN',
      state: 'IN_PROGRESS',
    });
    expect(ofKind(opened, 'FOLLOW_UP')).toHaveLength(1);
    expect(ofKind(opened, 'RESOLUTION').at(-1)).toMatchObject({
      organisationId: unitId('makassar'),
      stoppedAt: null,
    });
  });

  test('has the same clocks as if its unit had always had the other name', () => {
    const FROM = 'padang-pupr';
    const TO = 'padang-bina';
    const rename = <Value>(value: Value): Value =>
      JSON.parse(JSON.stringify(value).replaceAll(`"${FROM}"`, `"${TO}"`)) as Value;
    fc.assert(
      fc.property(randomHistory(), fc.nat(20), (events, pick) => {
        // That a unit below changed its path with it is told by the events of that unit, not by this one.
        fc.pre(!JSON.stringify(events).includes('padang-pupr-jalan'));
        const cut = 1 + (pick % events.length);
        const before = events.slice(0, cut);
        const last = before.at(-1)!;
        const isHandled = last.assignments.some(({ organisationId }) => organisationId === FROM);
        const isDesk = last.desk?.organisationId === FROM && last.state === 'SUBMITTED';
        // Of a unit that has nothing to do with the report at that moment nothing is told.
        fc.pre(isHandled || isDesk);
        const merged: ReportTransitioned = {
          ...rename(last),
          ...BY_SYSTEM,
          byNationalDesk: false,
          kind: 'REASSIGNED',
          actorOrganisationId: FROM,
          toOrganisationId: TO,
          reasonCode: 'MERGED',
          stateBefore: last.state,
        };
        const whole = [...before, merged, ...rename(events.slice(cut))].map((event, index) => ({
          ...event,
          sequence: index + 1,
        }));
        expect(rename(deriveClocks(whole, rules).clocks)).toEqual(rename(deriveClocks(events, rules).clocks));
      }),
      { numRuns: 300, maxSkipsPerRun: 1_000 },
    );
  });

  test('settles what is owed by the unit for which a stand-in answered', () => {
    const both = () => aReport('2026-11-20 09:00').disposed('2026-11-20 10:00', ['padang-pupr', 'makassar']);
    const answered = (toOrganisationId: string) =>
      both().next('2026-11-24 09:00', 'PLANNED', {
        actorKind: 'OFFICER',
        actorOrganisationId: 'kemenpanrb',
        toOrganisationId,
        state: 'IN_PROGRESS',
      });
    const met = (history: ReportHistory) =>
      ofKind(history, 'FOLLOW_UP')
        .filter(({ outcome }) => outcome === 'FULFILLED')
        .map(({ organisationId }) => organisationId);
    expect(met(answered(unitId('makassar')))).toEqual([unitId('makassar')]);
    expect(met(answered(unitId('padang-pupr')))).toEqual([unitId('padang-pupr')]);
  });

  test('tells by hand-overs when it was first handed over, and no clock changes by them', () => {
    fc.assert(
      fc.property(randomHistory(), (events) => {
        const without = events.filter(({ kind }) => kind !== 'HANDED_OVER');
        const { clocks, history } = deriveClocks(events, rules);
        expect(clocks).toEqual(deriveClocks(without, rules).clocks);
        const first = events.find(({ kind }) => kind === 'HANDED_OVER');
        expect(history.handedOverAt).toEqual(first ? new Date(first.at) : null);
      }),
      { numRuns: 300 },
    );
  });
});
