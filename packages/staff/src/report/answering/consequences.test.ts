import { describe, expect, it } from 'vitest';
import { consequencesOf } from './consequences.ts';

const fresh = {
  state: 'DISPOSED',
  leads: true,
  clocks: [
    { kind: 'FOLLOW_UP', status: 'RUNNING' },
    { kind: 'RESOLUTION', status: 'RUNNING' },
  ],
} as const;

describe('what sending will do', () => {
  it('an acknowledgement stops nothing', () => {
    expect(consequencesOf('ACKNOWLEDGEMENT', fresh)).toEqual(['consequence.nothingStops']);
  });

  it('a first plan starts the progress and stops the follow-up clock, not the resolution', () => {
    expect(consequencesOf('PLAN', fresh)).toEqual([
      'consequence.inProgress',
      'consequence.followUp',
      'consequence.resolutionRuns',
    ]);
  });

  it('a later plan does not promise what has happened already', () => {
    const later = {
      state: 'IN_PROGRESS',
      leads: true,
      clocks: [{ kind: 'FOLLOW_UP', status: 'MET' }],
    } as const;
    expect(consequencesOf('PLAN', later)).toEqual(['consequence.nothing']);
    const open = { ...later, clocks: [...later.clocks, { kind: 'RESOLUTION', status: 'RUNNING' }] } as const;
    expect(consequencesOf('PLAN', open)).toEqual(['consequence.resolutionRuns']);
  });

  it('a late follow-up still stops its clock', () => {
    const late = { ...fresh, clocks: [{ kind: 'FOLLOW_UP', status: 'MISSED' }] } as const;
    expect(consequencesOf('PLAN', late)).toContain('consequence.followUp');
  });

  it('a result ends the resolution and starts the automatic close, if the unit leads', () => {
    expect(consequencesOf('RESULT', fresh)).toContain('consequence.autoClose');
    expect(consequencesOf('RESULT', { ...fresh, leads: false })).toEqual([
      'consequence.inProgress',
      'consequence.followUp',
      'consequence.coHandler',
    ]);
  });

  it('any answer to a waiting citizen ends the reply turn', () => {
    const waiting = { ...fresh, clocks: [{ kind: 'REPLY_TURN', status: 'RUNNING' }] } as const;
    expect(consequencesOf('ACKNOWLEDGEMENT', waiting)).toContain('consequence.replyTurn');
    expect(consequencesOf('OBSTACLE', waiting)).toEqual(['consequence.obstacle', 'consequence.replyTurn']);
  });

  it('a question pauses deadlines that run, not those that are missed', () => {
    expect(consequencesOf('QUESTION', fresh)).toEqual(['consequence.pause']);
    const late = { ...fresh, clocks: [{ kind: 'FOLLOW_UP', status: 'MISSED' }] } as const;
    expect(consequencesOf('QUESTION', late)).toEqual(['consequence.pauseNone']);
  });
});
