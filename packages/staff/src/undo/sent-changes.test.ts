import { describe, expect, it } from 'vitest';
import {
  endedBetween,
  isOverdue,
  NOTHING_SENT,
  secondsLeft,
  withFound,
  withoutOld,
  withPhase,
  withSent,
  type Found,
  type SentChange,
} from './sent-changes.ts';

const NOW = Date.parse('2026-11-20T02:40:00.000Z');
const change = (requestKey: string, part: Partial<SentChange> = {}): SentChange => ({
  requestKey,
  reportId: `laporan-${requestKey}`,
  number: null,
  operation: 'ANSWER',
  until: NOW + 10_000,
  phase: 'WAITING',
  ...part,
});
const found = (requestKey: string, part: Partial<Found> = {}): Found => ({
  requestKey,
  reportId: `laporan-${requestKey}`,
  operation: 'ANSWER',
  secondsLeft: 4,
  state: 'WAITING',
  refusalCode: null,
  text: null,
  report: { id: `laporan-${requestKey}`, number: '48213097' },
  ...part,
});
const waiting = withSent(NOTHING_SENT, change('a'));

describe('what was sent and may be taken back', () => {
  it('counts down to nothing, and then has to be asked for', () => {
    const [one] = waiting.sent;
    expect(
      [NOW, NOW + 1, NOW + 9_001, NOW + 10_000, NOW + 60_000].map((at) => secondsLeft(one!, at)),
    ).toEqual([10, 10, 1, 0, 0]);
    expect([NOW + 9_999, NOW + 10_000].map((at) => isOverdue(waiting, at))).toEqual([false, true]);
  });

  it('is told as made for a while, and as nothing afterwards', () => {
    const made = withFound(waiting, [found('a', { state: 'APPLIED' })], NOW + 11_000);
    expect(made.sent).toMatchObject([{ phase: 'MADE', number: '48213097' }]);
    expect(endedBetween(waiting, made)).toEqual({ made: ['a'], refused: [] });
    expect(isOverdue(made, NOW + 11_000)).toBe(false);
    expect(withoutOld(made, NOW + 15_000)).toBe(made);
    expect(withoutOld(made, NOW + 16_000).sent).toEqual([]);
  });

  it('stays what it is while the platform does not know it better', () => {
    expect(withFound(waiting, [], NOW).sent).toEqual(waiting.sent);
    expect(withFound(waiting, [found('a')], NOW + 11_000).sent).toMatchObject([
      { phase: 'WAITING', until: NOW + 10_000 },
    ]);
  });

  it('comes back after the page was loaded anew, for as long as the platform says', () => {
    const again = withFound(NOTHING_SENT, [found('a'), found('b', { secondsLeft: 0 })], NOW);
    expect(again.sent).toMatchObject([
      { requestKey: 'a', until: NOW + 4_000 },
      { requestKey: 'b', until: NOW },
    ]);
    expect(
      withFound(NOTHING_SENT, [found('a', { state: 'APPLIED' }), found('b', { state: 'UNDONE' })], NOW),
    ).toEqual(NOTHING_SENT);
  });

  it('that was refused is shown until it is let go, once', () => {
    const refused = withFound(
      waiting,
      [found('a', { state: 'REFUSED', refusalCode: 'STALE' })],
      NOW + 11_000,
    );
    expect(refused).toMatchObject({ sent: [], refused: [{ requestKey: 'a' }] });
    expect(endedBetween(waiting, refused)).toEqual({ made: [], refused: ['a'] });
    expect(endedBetween(refused, refused)).toEqual({ made: [], refused: [] });
    expect(withPhase(refused, 'a', 'UNDONE', NOW).refused).toEqual([]);
  });

  it('is taken back alone among others', () => {
    const two = withSent(waiting, change('b'));
    expect(withPhase(two, 'b', 'UNDONE', NOW).sent).toMatchObject([
      { requestKey: 'a', phase: 'WAITING' },
      { requestKey: 'b', phase: 'UNDONE' },
    ]);
  });
});
