import { buildSubgraph } from '@lapor/subgraph';
import type { SlaContext } from './context.ts';
import { CalendarChangesResolver, CalendarResolver } from './modules/calendar/index.ts';
import { ClockExplanationResolver, Report, ReportClocksResolver } from './modules/clock/index.ts';
import { ConfidentialFigureResolver } from './modules/confidential-figure/graphql-index.ts';
import { DeadlineChangeResolver } from './modules/deadline-change/index.ts';
import { FigureResolver } from './modules/figure/graphql-index.ts';
import { PastClocksResolver } from './modules/past-clock/index.ts';
import { PolicyResolver } from './modules/policy/index.ts';
import {
  OversightLetterResolver,
  OversightMutations,
  OversightResolver,
  ReportOversightResolver,
} from './modules/oversight/index.ts';
import { StatisticsResolver } from './modules/statistics/index.ts';
import { ReportWarningsResolver, WarningResolver } from './modules/warning/index.ts';

/** The subgraph's schema; no I/O. */
export const buildSlaSchema = () =>
  buildSubgraph<SlaContext>({
    resolvers: [
      ReportClocksResolver,
      ClockExplanationResolver,
      CalendarResolver,
      CalendarChangesResolver,
      PastClocksResolver,
      PolicyResolver,
      DeadlineChangeResolver,
      StatisticsResolver,
      FigureResolver,
      ConfidentialFigureResolver,
      OversightResolver,
      OversightLetterResolver,
      ReportOversightResolver,
      OversightMutations,
      ReportWarningsResolver,
      WarningResolver,
    ],
    // No query of this subgraph leads to it: other subgraphs do.
    orphanedTypes: [Report],
    entities: {
      Report: (reference: { id: string; viewerIsReporter?: boolean; viewerAnswersByHandOver?: boolean }) =>
        reference,
    },
  });
