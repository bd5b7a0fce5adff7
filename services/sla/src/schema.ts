import { buildSubgraph } from '@lapor/subgraph';
import type { SlaContext } from './context.ts';
import { CalendarResolver } from './modules/calendar/index.ts';
import { Report, ReportClocksResolver } from './modules/clock/index.ts';
import { StatisticsResolver } from './modules/statistics/index.ts';

/** The subgraph's schema; no I/O. */
export const buildSlaSchema = () =>
  buildSubgraph<SlaContext>({
    resolvers: [ReportClocksResolver, CalendarResolver, StatisticsResolver],
    // No query of this subgraph leads to it: other subgraphs do.
    orphanedTypes: [Report],
    entities: {
      Report: (reference: { id: string; viewerIsReporter?: boolean; viewerAnswersByHandOver?: boolean }) =>
        reference,
    },
  });
