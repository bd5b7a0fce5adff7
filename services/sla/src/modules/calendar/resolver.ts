import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { DateTime } from '@lapor/subgraph';
import { addCalendarDays, addWorkingDays, timeZoneLabel } from '@lapor/working-days';
import type { SlaContext } from '../../context.ts';
import type { Rule } from '../policy/index.ts';
import { findGovernment } from '../organisation/index.ts';
import { DayUnit, PolicyRule, ReportClass } from '../policy/graphql-index.ts';
import { invalid, PREVIEW_AT_MOST, previewedLength } from './previewed-length.ts';
import { DeadlinePreview, Holiday } from './graphql.ts';

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

  @Query(() => DeadlinePreview, {
    description:
      'Counts days from an instant, as the clocks do: a number of days, or as many as a rule gives to a clock that starts then.',
  })
  async deadlinePreview(
    @Arg('startedAt', () => DateTime, { description: 'The event; its own day is not counted.' })
    startedAt: Date,
    @Arg('amount', () => Int, {
      nullable: true,
      description: `How many days: 1 to ${PREVIEW_AT_MOST}; goes with unit, instead of rule.`,
    })
    amount: number | null,
    @Arg('unit', () => DayUnit, { nullable: true, description: 'Which days; goes with amount.' })
    unit: keyof typeof DayUnit | null,
    @Arg('rule', () => PolicyRule, {
      nullable: true,
      description:
        'What the days are for, instead of amount and unit: the policy in force at startedAt has the number.',
    })
    rule: Rule | null,
    @Arg('reportClass', () => ReportClass, { nullable: true, description: 'Goes with the rule RESOLUTION.' })
    reportClass: keyof typeof ReportClass | null,
    @Arg('timeZone', () => String, { description: 'One of the Indonesian IANA zones.' }) timeZone: string,
    @Arg('organisationId', () => ID, {
      nullable: true,
      description: 'Whose government’s closing days are off as well.',
    })
    organisationId: string | null,
    @Ctx() { calendars, closingDays, database }: SlaContext,
  ): Promise<DeadlinePreview> {
    if (timeZoneLabel(timeZone) === null) throw invalid('timeZone must be an Indonesian zone');
    if (!(startedAt >= PREVIEW_FROM && startedAt < PREVIEW_UNTIL))
      throw invalid('startedAt must lie between 2000 and 2099');
    const national = await calendars.current();
    if (!national) throw new Error('No calendar has been imported');
    const government = organisationId && (await findGovernment(database, organisationId));
    const length = await previewedLength(
      database,
      { amount, unit, rule, reportClass, startedAt },
      government,
    );
    const book = await closingDays.current();
    const calendar = book.calendarOf(national, government || null, book.versionFor(government || null, null));
    const add = length.unit === 'WORKING' ? addWorkingDays : addCalendarDays;
    const { dueAt, dueOn, countedDays, skippedDays, isEstimated } = add(
      calendar,
      startedAt,
      length.days,
      timeZone,
    );
    return Object.assign(new DeadlinePreview(), {
      dueAt,
      dueOn,
      countedDays,
      skippedDays,
      isEstimated,
      length: length.days,
      unit: length.unit,
      policyVersion: length.policyVersion,
      calendarVersion: calendar.version,
    });
  }
}
