import { describe, expect, it } from 'vitest';
import { actingUnit, needsApproval } from './needs-approval.ts';

const city = { id: 'pemkot' };
const unit = { unitId: 'dpupr', isConfidential: false };

describe('an answer', () => {
  it('is given for the own unit, or for the lead below', () => {
    const report = {
      assignments: [{ organisation: { id: 'dpupr' } }, { organisation: { id: 'dlh' } }],
      handler: { id: 'dpupr' },
    };
    expect(actingUnit(report, 'dlh')).toBe('dlh');
    expect(actingUnit(report, 'pemkot')).toBe('dpupr');
    expect(actingUnit({ assignments: [], handler: null }, 'pemkot')).toBeNull();
  });

  it('waits for approval as the nearest level has set it', () => {
    const kinds = ['ACKNOWLEDGEMENT', 'PLAN', 'RESULT', 'OBSTACLE'] as const;
    const waits = (mode: 'NONE' | 'RESULTS' | 'ALL') =>
      kinds.filter((kind) => needsApproval({ mode, setBy: city }, kind, unit));
    expect(waits('NONE')).toEqual([]);
    expect(waits('RESULTS')).toEqual(['RESULT']);
    expect(waits('ALL')).toEqual(kinds);
    expect(needsApproval(null, 'RESULT', unit)).toBe(false);
  });

  it('is no question and no message of the national desk', () => {
    expect(needsApproval({ mode: 'ALL', setBy: city }, 'QUESTION', unit)).toBe(false);
    expect(needsApproval({ mode: 'ALL', setBy: city }, 'REPLY', unit)).toBe(false);
  });

  it('to a confidential report waits for the unit alone', () => {
    const secret = { unitId: 'dpupr', isConfidential: true };
    expect(needsApproval({ mode: 'ALL', setBy: city }, 'PLAN', secret)).toBe(false);
    expect(needsApproval({ mode: 'ALL', setBy: { id: 'dpupr' } }, 'PLAN', secret)).toBe(true);
  });
});
