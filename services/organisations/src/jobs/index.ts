import { createJobs, type Jobs } from '@lapor/jobs';
import type { Logger } from '@lapor/logging';
import { forgetRequests } from '@lapor/request';
import { isAdoptionOfTodayKept, keepAdoptionOfToday } from '../modules/adoption/index.ts';
import { applyScheduledChanges } from '../modules/change/index.ts';
import { type EvidenceDependencies, removeStaleEvidence } from '../modules/evidence/index.ts';
import { applyBoundaries } from '../modules/officer/index.ts';

/** When each job looks for work (crontab, UTC); what is due is decided by the service's clock. */
const crontab = `
* * * * * apply-boundaries
* * * * * apply-scheduled-changes
5 * * * * keep-adoption
35 * * * * remove-stale-evidence
45 * * * * forget-requests
`;

export type ServiceJobs = Jobs & {
  /** Does at once what has fallen due by the service's clock, for tests and seeding; returns how much that was. */
  doWhatIsDue: () => Promise<number>;
};

/** The recurring work of the service. `committed` is called after what may have written events. */
export function buildJobs(deps: EvidenceDependencies, logger: Logger, committed: () => void): ServiceJobs {
  const telling = (work: (deps: EvidenceDependencies) => Promise<number>) => async (): Promise<void> => {
    if ((await work(deps)) > 0) committed();
  };
  const applyChanges = (dependencies: EvidenceDependencies) =>
    applyScheduledChanges(dependencies, (operationId, error) =>
      logger.error({ operationId, err: error }, 'A scheduled change broke off; it is tried again'),
    );
  const jobs = createJobs({
    database: deps.database,
    logger,
    tasks: {
      'apply-boundaries': telling(applyBoundaries),
      'apply-scheduled-changes': telling(applyChanges),
      'keep-adoption': () => keepAdoptionOfToday(deps),
      'remove-stale-evidence': async () => void (await removeStaleEvidence(deps)),
      'forget-requests': async () => void (await forgetRequests(deps.database, deps.clock.now())),
    },
    crontab,
    concurrency: 1,
    pollMilliseconds: 60_000,
  });
  return {
    ...jobs,
    async doWhatIsDue() {
      let done = (await applyBoundaries(deps)) + (await applyChanges(deps));
      if (!(await isAdoptionOfTodayKept(deps))) {
        await keepAdoptionOfToday(deps);
        done += 1;
      }
      return done;
    },
  };
}
