import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SlaContext } from '../../context.ts';
import { decide } from './authority.ts';
import type { DerivedClock } from './clock-kinds.ts';
import { Clock, Report } from './graphql.ts';
import { toClock } from './mapper.ts';
import { nextClockOf } from './next-due.ts';

@Resolver(() => Report)
export class ReportClocksResolver {
  @Directive('@requires(fields: "viewerIsReporter viewerAnswersByHandOver")')
  @FieldResolver(() => [Clock], {
    nullable: true,
    description:
      'All clocks of the report; null when the viewer may not see them or none has been derived yet.',
  })
  clocks(@Root() report: Report, @Ctx() context: SlaContext): Promise<Clock[] | null> {
    return clocksOf(report, context, (clocks) => clocks);
  }

  @Directive('@requires(fields: "viewerIsReporter viewerAnswersByHandOver")')
  @FieldResolver(() => Clock, {
    nullable: true,
    description: 'The clock to look at first: what is due next, else when silence closes the report.',
  })
  async nextClock(@Root() report: Report, @Ctx() context: SlaContext): Promise<Clock | null> {
    const next = await clocksOf(report, context, (clocks) => {
      const clock = nextClockOf(clocks);
      return clock ? [clock] : [];
    });
    return next?.[0] ?? null;
  }
}

async function clocksOf(
  { id, viewerIsReporter, viewerAnswersByHandOver }: Report,
  { loaders, viewer, now }: SlaContext,
  choose: (clocks: readonly DerivedClock[]) => readonly DerivedClock[],
): Promise<Clock[] | null> {
  const found = await loaders.clocks.load(id);
  const subject = {
    reportId: id,
    viewerIsReporter: viewerIsReporter === true,
    viewerAnswersByHandOver: viewerAnswersByHandOver === true,
    access: found?.report ?? null,
  };
  if (!found || !decide(viewer, subject, 'readClocks').allowed) return null;
  return choose(found.report.clocks).map((clock) => toClock(clock, found.calendarOf(clock), now));
}
