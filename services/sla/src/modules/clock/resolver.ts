import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SlaContext } from '../../context.ts';
import type { DerivedClock } from './clock-kinds.ts';
import { Clock, ClockExplanation, Language, Report } from './graphql.ts';
import { toClock } from './mapper.ts';
import { nextClockOf } from './next-due.ts';
import { readableClocks } from './readable-clocks.ts';

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

@Resolver(() => ClockExplanation)
export class ClockExplanationResolver {
  @FieldResolver(() => String, {
    description: 'The whole in plain sentences: start, days, what was not counted and why, pauses, rules.',
  })
  sentence(
    @Root() { inWords }: ClockExplanation,
    @Arg('language', () => Language, { description: 'In which language.', defaultValue: 'ID' })
    language: keyof typeof Language,
  ): string {
    return inWords(language);
  }
}

async function clocksOf(
  report: Report,
  context: SlaContext,
  choose: (clocks: readonly DerivedClock[]) => readonly DerivedClock[],
): Promise<Clock[] | null> {
  const found = await readableClocks(report, context);
  if (!found) return null;
  return choose(found.report.clocks).map((clock) => toClock(clock, found.calendarOf(clock), context.now));
}
