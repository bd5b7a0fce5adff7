import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { DateTime } from '@lapor/subgraph';
import type { SlaContext } from '../../context.ts';
import { Report } from '../clock/graphql-index.ts';
import { Clock, deriveClocks, readableClocks, toClock } from '../clock/index.ts';
import { rulesAsOf } from './rules-as-of.ts';

@Resolver(() => Report)
export class PastClocksResolver {
  @Directive('@requires(fields: "viewerIsReporter viewerAnswersByHandOver")')
  @FieldResolver(() => [Clock], {
    nullable: true,
    description:
      'The clocks as they stood at an earlier instant, with the deadlines and explanations of then: counted with what had happened, and with the calendar, closing days and policies that were in force. Empty before the report was filed; null for whoever may not see its clocks.',
  })
  async clocksAsOf(
    @Root() report: Report,
    @Arg('at', () => DateTime, { description: 'The instant; one to come is taken as now.' }) asked: Date,
    @Ctx() context: SlaContext,
  ): Promise<Clock[] | null> {
    if (!(await readableClocks(report, context))) return null;
    const at = asked < context.now ? asked : context.now;
    const [history, present] = await Promise.all([
      context.loaders.histories.load(report.id),
      context.loaders.rules(),
    ]);
    const events = history.filter((event) => new Date(event.at) <= at);
    if (events.length === 0) return [];
    const rules = rulesAsOf(present, at);
    const known = new Map(rules.calendars.map((version) => [version.id, version]));
    return deriveClocks(events, rules).clocks.map((clock) => {
      const { calendarId, governmentId, closingDaysId } = clock;
      const calendar = rules.closingDays.calendarOf(known.get(calendarId)!, governmentId, closingDaysId);
      return toClock(clock, calendar, at);
    });
  }
}
