import { describe, expect, it } from 'vitest';
import { declarationFaults, nextStep, type ReadinessItem } from './next-step.ts';

const findings: readonly ReadinessItem['finding'][] = [
  'NO_ACCOUNT',
  'INVITED_NOT_ACCEPTED',
  'NO_SECOND_FACTOR',
  'NO_OFFICER',
  'UNITS_WITHOUT_OFFICER',
  'NOT_DECLARED',
  'EXPIRED',
];

describe('an item of the checklist', () => {
  it('has a next step whatever is missing, and none when it is met', () => {
    for (const finding of findings) expect(nextStep({ isMet: false, finding })).not.toBeNull();
    expect(nextStep({ isMet: true, finding: 'MET' })).toBeNull();
  });
});

describe('a declaration', () => {
  const empty = { number: '', date: '', files: [], validUntil: '' };
  const faulty = (kind: Parameters<typeof declarationFaults>[0], given: Partial<typeof empty>) =>
    Object.entries(declarationFaults(kind, { ...empty, ...given }, '2026-11-20'))
      .filter(([, code]) => code)
      .map(([field]) => field);

  it('of the decree needs number, date and a file', () => {
    expect(faulty('DECREE', {})).toEqual(['number', 'date', 'evidenceIds']);
    expect(faulty('DECREE', { number: '5/2026', date: '2026-01-02', files: [{}] as never[] })).toEqual([]);
  });

  it('of anything else needs nothing, but no date to come and no validity that is over', () => {
    expect(faulty('PROCEDURE', {})).toEqual([]);
    expect(faulty('PROCEDURE', { date: '2026-11-21' })).toEqual(['date']);
    expect(faulty('PROCEDURE', { validUntil: '2026-11-19' })).toEqual(['validUntil']);
  });
});
