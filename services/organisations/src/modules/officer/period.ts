import { localDateAt, startOfLocalDate } from '@lapor/working-days';

/** An instant and another that is no longer part of it; null: without end. */
export type Period = { startsAt: Date; endsAt?: Date | null | undefined };

const MILLISECONDS_PER_DAY = 86_400_000;

/** The day after, as text. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + MILLISECONDS_PER_DAY).toISOString().slice(0, 10);

/** From the beginning of a day, or from now on when that day has begun already. */
export function startOf(day: string | null | undefined, now: Date, timeZone: string): Date {
  if (!day) return now;
  const start = startOfLocalDate(day, timeZone);
  return start > now ? start : now;
}

/** The midnight after the last day. */
export const endOf = (lastDay: string, timeZone: string): Date =>
  startOfLocalDate(dayAfter(lastDay), timeZone);

/** The last day that is still part of a period, as people say it. */
export const lastDayOf = (endsAt: Date, timeZone: string): string =>
  localDateAt(new Date(endsAt.getTime() - 1), timeZone);

export const isInForce = ({ startsAt, endsAt }: Period, at: Date): boolean =>
  startsAt <= at && (!endsAt || endsAt > at);

/** In force or still to come. */
export const isRunningOrComing = ({ endsAt }: Pick<Period, 'endsAt'>, at: Date): boolean =>
  !endsAt || endsAt > at;

const isEmpty = ({ startsAt, endsAt }: Period): boolean => !!endsAt && endsAt <= startsAt;

/** Whether there is an instant that is part of both. */
export const overlap = (a: Period, b: Period): boolean =>
  !isEmpty(a) && !isEmpty(b) && (!a.endsAt || a.endsAt > b.startsAt) && (!b.endsAt || b.endsAt > a.startsAt);

/** Whether the first holds all through the second. */
export const covers = (a: Period, b: Period): boolean =>
  a.startsAt <= b.startsAt && (!a.endsAt || (!!b.endsAt && a.endsAt >= b.endsAt));
