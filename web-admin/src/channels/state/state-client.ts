import { askChannels, queryOf } from '@lapor/web-client';

export interface DoorState {
  channel: string;
  isOpen: boolean;
  missing: readonly string[];
  lastMessageAt: string | null;
  receivedToday: number;
  waiting: number;
  forPersons: number;
  givenUp: number;
  refusedToday: number;
}
export interface ProviderState {
  way: string;
  name: string;
  state: string;
  connections?: { up: number; of: number };
  lastRefusal: string | null;
  restsUntil: string | null;
  lastTakenAt: string | null;
  /** FIRST, STANDS_IN or RESTS_BY_HAND. */
  role: string;
  /** By hand, now. */
  rest: { until: string; since: string; reason: string; accountId: string } | null;
  mayBeChanged: boolean;
  /** Null: nobody counts them. */
  refusedInHour: number | null;
}
export interface QueueState {
  /** Null: the address, and by that the way, is asked for when it is sent. */
  way: string | null;
  waiting: number;
  tried: number;
  held: number;
  oldestAt: string | null;
}
export interface DayState {
  day: string;
  way: string;
  provider: string;
  messages: number;
  segments: number;
  uncertain: number;
  arrived: number;
  notArrived: number;
  /** Null: no price was set for that day. */
  rupiah: number | null;
}
export interface MonthState {
  /** "2026-11". */
  month: string;
  provider: string;
  messages: number;
  segments: number;
  /** Segments without a price. */
  unpriced: number;
  rupiah: number;
}
export interface PriceState {
  provider: string;
  fromDay: string;
  rupiah: number;
}
export interface ChannelsState {
  asOf: string;
  doors: readonly DoorState[];
  ways: readonly { way: string; isOffered: boolean; isKeptHere: boolean }[];
  providers: readonly ProviderState[];
  queues: readonly QueueState[];
  days: readonly DayState[];
  months: readonly MonthState[];
  prices: readonly PriceState[];
}
export interface Undelivered {
  id: string;
  template: string;
  way: string | null;
  provider: string | null;
  state: string;
  reason: string | null;
  at: string;
}

export const channelsState = () => askChannels<ChannelsState>('GET', '/desk/state');

export const undelivered = (after?: string) =>
  askChannels<{ deliveries: readonly Undelivered[]; next: string | null }>(
    'GET',
    `/desk/undelivered${queryOf({ after })}`,
  );
