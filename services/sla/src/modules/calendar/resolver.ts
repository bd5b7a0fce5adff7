import { GraphQLError } from 'graphql';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { DateTime } from '@lapor/subgraph';
import { addCalendarDays, addWorkingDays, timeZoneLabel } from '@lapor/working-days';
import type { SlaContext } from '../../context.ts';
import { findGovernment } from '../organisation/index.ts';
import { DayUnit } from '../policy/graphql-index.ts';
import { DeadlinePreview, Holiday } from './graphql.ts';

/** A year of working days; a longer preview would only cost time. */
const PREVIEW_AT_MOST = 250;
/** Zones of the country did not change after this, and the calendar begins later still. */
const PREVIEW_FROM = new Date('2000-01-01T00:00:00Z');
const PREVIEW_UNTIL = new Date('2100-01-01T00:00:00Z');

@Resolver()
export class CalendarResolver {
  @Query(() => [Holiday], { description: 'Days off of a year, in order; empty when nothing is known of it.' })
  async holidays(
    @Arg('year', () => Int, { description: 'For example 2026.' }) year: number,
    @Ctx() { calendars }: SlaContext,
  ): Promise<Holiday[]> {
    const current = await calendars.current();
    return (current?.calendar.holidays ?? [])
      .filter(({ date }) => date.startsWith(`${String(year).padStart(4, '0')}-`))
      .map((holiday) =>
        Object.assign(new Holiday(), holiday, { decree: current?.decrees.get(holiday.date) ?? '' }),
      );
  }

  @Query(() => DeadlinePreview, { description: 'Counts days from an instant, as the clocks do.' })
  async deadlinePreview(
    @Arg('startedAt', () => DateTime, { description: 'The event; its own day is not counted.' })
    startedAt: Date,
    @Arg('amount', () => Int, { description: `How many days: 1 to ${PREVIEW_AT_MOST}.` }) amount: number,
    @Arg('unit', () => DayUnit, { description: 'Which days.' }) unit: keyof typeof DayUnit,
    @Arg('timeZone', () => String, { description: 'One of the Indonesian IANA zones.' }) timeZone: string,
    @Arg('organisationId', () => ID, {
      nullable: true,
      description: 'Whose government’s closing days are off as well.',
    })
    organisationId: string | null,
    @Ctx() { calendars, closingDays, database }: SlaContext,
  ): Promise<DeadlinePreview> {
    if (amount < 1 || amount > PREVIEW_AT_MOST) throw invalid(`amount must be 1 to ${PREVIEW_AT_MOST}`);
    if (timeZoneLabel(timeZone) === null) throw invalid('timeZone must be an Indonesian zone');
    if (!(startedAt >= PREVIEW_FROM && startedAt < PREVIEW_UNTIL))
      throw invalid('startedAt must lie between 2000 and 2099');
    const national = await calendars.current();
    if (!national) throw new Error('No calendar has been imported');
    const government = organisationId && (await findGovernment(database, organisationId));
    const book = await closingDays.current();
    const calendar = book.calendarOf(national, government || null, book.versionFor(government || null, null));
    const add = unit === 'WORKING' ? addWorkingDays : addCalendarDays;
    const { dueAt, dueOn, countedDays, skippedDays, isEstimated } = add(
      calendar,
      startedAt,
      amount,
      timeZone,
    );
    return Object.assign(new DeadlinePreview(), {
      dueAt,
      dueOn,
      countedDays,
      skippedDays,
      isEstimated,
      calendarVersion: calendar.version,
    });
  }
}

const invalid = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
