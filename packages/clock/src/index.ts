/** The one source of time in a process. Domain code and its SQL take "now" from here, never from the database. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}

/** Time as the machine tells it. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: for tests and for seeding demo data in the past. */
export interface MovableClock extends Clock {
  /** Stand at this instant. */
  set(instant: Date | string): void;
  /** Move on by some milliseconds. */
  advance(milliseconds: number): void;
  /** From now on tell the time of another clock (usually the system's). */
  follow(other: Clock): void;
}

/** Builds a movable clock that stands at `start`. */
export function movableClock(start: Date | string): MovableClock {
  let read: () => Date;
  const standAt = (instant: Date | string) => {
    const milliseconds = new Date(instant).getTime();
    if (Number.isNaN(milliseconds)) throw new Error(`Not an instant: ${String(instant)}`);
    read = () => new Date(milliseconds);
  };
  standAt(start);
  return {
    now: () => read(),
    set: standAt,
    advance: (milliseconds) => standAt(new Date(read().getTime() + milliseconds)),
    follow: (other) => {
      read = () => other.now();
    },
  };
}
