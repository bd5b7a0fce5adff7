import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { RequestContext } from '@lapor/subgraph';
import type { Viewer } from '@lapor/viewer';
import { createClockLoader, type ClockLoader } from './modules/clock/index.ts';
import { createWarningLoader, type WarningLoader } from './modules/warning/index.ts';
import type { Calendars, ClosingDays } from './modules/calendar/index.ts';
import type { RuleBook } from './modules/clock/index.ts';
import type { Directory } from './modules/letter/index.ts';
import { createOversightLoaders, type OversightLoaders } from './modules/oversight/index.ts';
import { createHistoryLoader, type HistoryLoader } from './modules/past-clock/index.ts';

/** What the resolvers get: who asks, one instant for the whole request, and loaders of this request's own. */
export interface SlaContext extends RequestContext {
  now: Date;
  clock: Clock;
  database: Database;
  calendars: Calendars;
  closingDays: ClosingDays;
  loaders: {
    clocks: ClockLoader;
    warnings: WarningLoader;
    oversight: OversightLoaders;
    histories: HistoryLoader;
    /** What deadlines are counted with now; read once for the request. */
    rules: () => Promise<RuleBook>;
  };
  /** Running clocks have to be counted anew; returns at once. */
  clocksChanged(): void;
  /** Whether the viewer filed a report: `reports` knows. */
  isReporter(viewer: Viewer, reportId: string): Promise<boolean>;
  /** Names of offices, for letters. */
  directory: Directory;
  /** What deadlines are counted with now. */
  readRules(): Promise<RuleBook>;
  /** Something was written that others are to hear. */
  wake(): void;
}

/** What the context has of other services and of the process. */
export type Surroundings = Pick<
  SlaContext,
  'clocksChanged' | 'isReporter' | 'directory' | 'readRules' | 'wake'
>;

export const createContext =
  (
    database: Database,
    calendars: Calendars,
    closingDays: ClosingDays,
    clock: Clock,
    surroundings: Surroundings,
  ) =>
  (request: RequestContext): SlaContext => ({
    ...request,
    now: clock.now(),
    clock,
    database,
    calendars,
    closingDays,
    loaders: {
      clocks: createClockLoader(database, calendars, closingDays),
      warnings: createWarningLoader(database),
      oversight: createOversightLoaders(database),
      histories: createHistoryLoader(database),
      rules: once(surroundings.readRules),
    },
    ...surroundings,
  });

/** The same answer for whoever asks again. */
const once = <Answer>(ask: () => Promise<Answer>): (() => Promise<Answer>) => {
  let answer: Promise<Answer> | undefined;
  return () => (answer ??= ask());
};
