import { describe, expect, it } from 'vitest';
import type { ChannelsState } from './state-client.ts';
import { toneOf, troublesOf } from './troubles.ts';

const AS_OF = '2026-11-20T02:40:00.000Z';
const door = (more: object = {}) => ({
  channel: 'SMS',
  isOpen: true,
  missing: [],
  lastMessageAt: null,
  receivedToday: 0,
  waiting: 0,
  forPersons: 0,
  givenUp: 0,
  refusedToday: 0,
  ...more,
});
const provider = (name: string, more: object = {}) => ({
  way: 'PHONE',
  name,
  state: 'READY',
  lastRefusal: null,
  restsUntil: null,
  lastTakenAt: null,
  role: 'FIRST',
  rest: null,
  mayBeChanged: true,
  refusedInHour: 0,
  ...more,
});
const rest = { since: AS_OF, until: AS_OF, reason: 'Gangguan.', accountId: 'budi' };
const day = (more: object = {}) => ({
  day: '2026-11-20',
  way: 'PHONE',
  provider: 'SMPP a',
  messages: 100,
  segments: 100,
  uncertain: 0,
  arrived: 90,
  notArrived: 0,
  rupiah: null,
  ...more,
});
const state = (more: Partial<ChannelsState> = {}): ChannelsState => ({
  asOf: AS_OF,
  doors: [door()],
  ways: [{ way: 'PHONE', isOffered: true, isKeptHere: false }],
  providers: [provider('SMPP a'), provider('SMPP b', { role: 'STANDS_IN' })],
  queues: [],
  days: [day()],
  months: [],
  prices: [],
  ...more,
});
const kinds = (more: Partial<ChannelsState>) => troublesOf(state(more)).map(({ kind }) => kind);

describe('what is wrong with channels', () => {
  it('is nothing while they work, also when one door is shut or a provider rests by hand', () => {
    expect(troublesOf(state())).toEqual([]);
    expect(toneOf([])).toBe('success');
    expect(kinds({ doors: [door(), door({ channel: 'X', isOpen: false })] })).toEqual([]);
    expect(kinds({ providers: [provider('SMPP a'), provider('SMPP b', { rest })] })).toEqual([]);
  });

  it('is a provider that is down, and worse when no other is up', () => {
    const down = provider('SMPP a', { state: 'RESTING' });
    expect(troublesOf(state({ providers: [down, provider('SMPP b')] }))).toEqual([
      { kind: 'PROVIDER_DOWN', name: 'SMPP a' },
    ]);
    const none = troublesOf(state({ providers: [down, provider('SMPP b', { rest })] }));
    expect(none).toEqual([{ kind: 'NO_SMS' }]);
    expect(toneOf(none)).toBe('danger');
    expect(kinds({ providers: [provider('SMPP a', { connections: { up: 0, of: 2 } })] })).toEqual(['NO_SMS']);
  });

  it('is what waits for longer than a quarter of an hour, not what waits for the morning', () => {
    const queue = { way: 'MAIL', waiting: 3, tried: 3, held: 0, oldestAt: '2026-11-20T02:20:00.000Z' };
    expect(troublesOf(state({ queues: [queue] }))).toEqual([
      { kind: 'STUCK', way: 'MAIL', count: 3, since: queue.oldestAt },
    ]);
    expect(kinds({ queues: [{ ...queue, oldestAt: '2026-11-20T02:30:00.000Z' }] })).toEqual([]);
    expect(kinds({ queues: [{ ...queue, waiting: 0, held: 9, oldestAt: null }] })).toEqual([]);
  });

  it('is more than a tenth that did not arrive in two days, of what was told about', () => {
    expect(troublesOf(state({ days: [day({ arrived: 30, notArrived: 10 })] }))).toEqual([
      { kind: 'NOT_ARRIVING', way: 'PHONE', count: 10, of: 40 },
    ]);
    expect(kinds({ days: [day({ arrived: 90, notArrived: 10 })] })).toEqual([]);
    expect(kinds({ days: [day({ arrived: 0, notArrived: 4 })] })).toEqual([]);
    expect(kinds({ days: [day({ day: '2026-11-18', arrived: 0, notArrived: 50 })] })).toEqual([]);
    expect(kinds({ days: [day({ day: '2026-11-19', arrived: 0, notArrived: 50 })] })).toEqual([
      'NOT_ARRIVING',
    ]);
  });

  it('is milder what waits for officers, is kept here, or was never opened', () => {
    const mild = troublesOf(
      state({
        doors: [door({ isOpen: false, forPersons: 2 }), door({ channel: 'X', isOpen: false, forPersons: 1 })],
        ways: [{ way: 'MAIL', isOffered: true, isKeptHere: true }],
      }),
    );
    expect(mild).toEqual([
      { kind: 'FOR_PERSONS', count: 3 },
      { kind: 'KEPT_HERE', ways: ['MAIL'] },
      { kind: 'NO_DOOR' },
    ]);
    expect(toneOf(mild)).toBe('info');
    const worse = troublesOf(state({ doors: [door({ forPersons: 2, givenUp: 1 })] }));
    expect(worse.map(({ kind }) => kind)).toEqual(['GIVEN_UP', 'FOR_PERSONS']);
    expect(toneOf(worse)).toBe('warning');
  });
});
