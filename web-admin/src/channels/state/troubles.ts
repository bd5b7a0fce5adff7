import type { ChannelsState } from './state-client.ts';

/** Something that whoever looks at the channels should know of, worst first. */
export type Trouble =
  | { kind: 'NO_SMS' }
  | { kind: 'PROVIDER_DOWN'; name: string }
  | { kind: 'STUCK'; way: string | null; count: number; since: string }
  | { kind: 'NOT_ARRIVING'; way: string; count: number; of: number }
  | { kind: 'GIVEN_UP'; door: string; count: number }
  | { kind: 'KEPT_HERE'; ways: readonly string[] }
  | { kind: 'FOR_PERSONS'; count: number }
  | { kind: 'NO_DOOR' };

const STUCK_MINUTES = 15;
/** Fewer say nothing of a way. */
const LEAST_NOT_ARRIVED = 5;
const TOO_MANY_OF = 10;
const JAKARTA_HOURS = 7;
const HOUR = 3_600_000;

/** Who needs nothing done, but should not be overlooked. */
const MILD: ReadonlySet<Trouble['kind']> = new Set(['FOR_PERSONS', 'NO_DOOR', 'KEPT_HERE']);

export function toneOf(troubles: readonly Trouble[]): 'success' | 'info' | 'warning' | 'danger' {
  if (troubles.length === 0) return 'success';
  if (troubles.some(({ kind }) => kind === 'NO_SMS')) return 'danger';
  return troubles.every(({ kind }) => MILD.has(kind)) ? 'info' : 'warning';
}

/** What is wrong with the channels, or waits for somebody; nothing: all is well. */
export function troublesOf(state: ChannelsState): Trouble[] {
  const { asOf, doors, ways, queues } = state;
  const now = Date.parse(asOf);
  const keptHere = ways.filter(({ isKeptHere }) => isKeptHere).map(({ way }) => way);
  const forPersons = doors.reduce((sum, door) => sum + door.forPersons, 0);
  return [
    ...providerTroubles(state),
    ...queues
      .filter(({ waiting, oldestAt }) => waiting > 0 && oldestAt !== null)
      .filter(({ oldestAt }) => now - Date.parse(oldestAt!) > STUCK_MINUTES * 60_000)
      .map(({ way, waiting, oldestAt }) => ({
        kind: 'STUCK' as const,
        way,
        count: waiting,
        since: oldestAt!,
      })),
    ...notArriving(state, now),
    ...doors
      .filter(({ givenUp }) => givenUp > 0)
      .map(({ channel, givenUp }) => ({ kind: 'GIVEN_UP' as const, door: channel, count: givenUp })),
    ...(forPersons > 0 ? [{ kind: 'FOR_PERSONS' as const, count: forPersons }] : []),
    ...(keptHere.length > 0 ? [{ kind: 'KEPT_HERE' as const, ways: keptHere }] : []),
    ...(doors.length > 0 && doors.every(({ isOpen }) => !isOpen) ? [{ kind: 'NO_DOOR' as const }] : []),
  ];
}

function providerTroubles({ providers }: ChannelsState): Trouble[] {
  const ofPhone = providers.filter(({ way }) => way === 'PHONE');
  const isUp = ({ state, rest, connections }: ChannelsState['providers'][number]) =>
    !rest && state !== 'RESTING' && connections?.up !== 0;
  if (ofPhone.length > 0 && !ofPhone.some(isUp)) return [{ kind: 'NO_SMS' }];
  return providers
    .filter((provider) => !provider.rest && !isUp(provider))
    .map(({ name }) => ({ kind: 'PROVIDER_DOWN', name }));
}

/** Ways of which much of the last two days did not arrive, of what anybody told about. */
function notArriving({ days }: ChannelsState, now: number): Trouble[] {
  const since = new Date(now + (JAKARTA_HOURS - 24) * HOUR).toISOString().slice(0, 10);
  const recent = days.filter(({ day }) => day >= since);
  return [...new Set(recent.map(({ way }) => way))].flatMap((way) => {
    const ofWay = recent.filter((day) => day.way === way);
    const count = ofWay.reduce((sum, day) => sum + day.notArrived, 0);
    const of = count + ofWay.reduce((sum, day) => sum + day.arrived, 0);
    return count >= LEAST_NOT_ARRIVED && count * TOO_MANY_OF > of
      ? [{ kind: 'NOT_ARRIVING' as const, way, count, of }]
      : [];
  });
}
