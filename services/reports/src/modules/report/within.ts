import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReportsDependencies } from './dependencies.ts';
import type { Result } from './result.ts';

/** Dependencies whose transactions are a part of one that runs. */
export interface Within {
  deps: ReportsDependencies;
  /** To be called when the outer transaction has ended well: what waited for that happens now. */
  committed(): Promise<void>;
}

/**
 * Lets a use case take part in a running transaction: what it does is kept if that one commits, and only what it did itself is taken
 * back when it refuses.
 */
export function within(deps: ReportsDependencies, em: EntityManager): Within {
  const filesToRemove: string[] = [];
  let hasEvents = false;
  return {
    deps: {
      ...deps,
      database: { ...deps.database, transaction: (work) => em.transactional(work, { clear: true }) },
      files: { ...deps.files, remove: async (key) => void filesToRemove.push(key) },
      eventsCommitted: () => {
        hasEvents = true;
      },
    },
    async committed() {
      if (hasEvents) deps.eventsCommitted();
      await Promise.all(filesToRemove.map((key) => deps.files.remove(key)));
    },
  };
}

class Rehearsed<Value> extends Error {
  readonly result: Result<Value>;
  constructor(result: Result<Value>) {
    super('rehearsed');
    this.result = result;
  }
}

/** What would come of a use case now; nothing of it is kept. */
export async function rehearse<Value>(
  deps: ReportsDependencies,
  em: EntityManager,
  useCase: (deps: ReportsDependencies) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  try {
    return await em.transactional(
      async (inner) => {
        throw new Rehearsed(await useCase(within(deps, inner).deps));
      },
      { clear: true },
    );
  } catch (error) {
    if (error instanceof Rehearsed) return error.result as Result<Value>;
    throw error;
  }
}
