import type { SlaContext } from '../../context.ts';
import type { Clock } from './graphql.ts';
import { toClock } from './mapper.ts';

/** All clocks of a report, for somebody who was found to read a case about it; none while no event of the report has come. */
export async function clocksForCase(reportId: string, { loaders, now }: SlaContext): Promise<Clock[]> {
  const found = await loaders.clocks.load(reportId);
  return found?.report.clocks.map((clock) => toClock(clock, found.calendarOf(clock), now)) ?? [];
}
