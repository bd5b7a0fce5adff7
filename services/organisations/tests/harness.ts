import { createHash } from 'node:crypto';
import { type MovableClock, movableClock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { createTestDatabase } from '@lapor/database/testing';
import { dataFolder } from '@lapor/reference-data';
import type { PostRole, Viewer } from '@lapor/viewer';
import { type ExecutionResult, graphql } from 'graphql';
import { buildContext } from '../src/context.ts';
import { seedOfficers } from '../src/modules/officer/index.ts';
import { importReferenceData } from '../src/modules/reference-import/index.ts';
import { planOrganisations } from '../src/modules/reference-import/plan-organisations.ts';
import { planRegions } from '../src/modules/reference-import/plan-regions.ts';
import { planRoutes, planUnitKeys } from '../src/modules/reference-import/plan-routes.ts';
import { readSources } from '../src/modules/reference-import/read-sources.ts';
import { planSupervision } from '../src/modules/supervision/index.ts';
import { buildOrganisationsSchema } from '../src/schema.ts';
import { databaseOptions } from '../src/service.ts';

/** An answer, with the number of SQL statements it took. */
type Answer = ExecutionResult<Record<string, any>> & { statements: number };

export type Harness = AsyncDisposable & {
  database: Database;
  clock: MovableClock;
  ask(document: string, variables?: Record<string, unknown>, viewer?: Viewer): Promise<Answer>;
};

const schema = buildOrganisationsSchema();

/** An empty migrated database. */
export async function emptyDatabase() {
  return createTestDatabase(databaseOptions);
}

/** The service on a database of its own with the shipped regions and organisations. */
export async function withReferenceData(): Promise<Harness> {
  const clock = movableClock('2026-11-20T02:40:00Z');
  const test = await createTestDatabase(databaseOptions, await planHash(), async (database) => {
    const report = await importReferenceData({ database, clock }, dataFolder);
    if (report.outcome !== 'IMPORTED') throw new Error(`The import was ${report.outcome}`);
    // What the import tells is tested on its own; here it would only be copied.
    await database.query('no-events', 'truncate event, event_delivery');
  });
  return {
    database: test.database,
    clock,
    async ask(document, variables = {}, viewer = somebody()) {
      let statements = 0;
      const counting: Database = {
        ...test.database,
        query: (...query) => {
          statements += 1;
          return test.database.query(...query);
        },
      };
      const answer = await graphql({
        schema,
        source: document,
        variableValues: variables,
        contextValue: buildContext(
          {
            database: counting,
            clock,
            eventsCommitted: () => {},
            signEvidenceUrl: (id) => `/files/evidence/${id}?s=signed`,
          },
          { viewer, requestId: 'test' },
        ),
      });
      // As clients get it: without classes and null prototypes.
      return { ...(JSON.parse(JSON.stringify(answer)) as ExecutionResult<Record<string, any>>), statements };
    },
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

/** A changed plan must not meet the template database of the old one. */
async function planHash(): Promise<string> {
  const sources = await readSources(dataFolder);
  if (!sources.ok) throw new Error('The shipped files are at fault');
  const regions = planRegions(sources.value.regions);
  const organisations = planOrganisations(sources.value, regions);
  const rules = planSupervision(
    new Set(organisations.map(({ id }) => id)),
    new Set(regions.map(({ code }) => code)),
  );
  const map = [planRoutes(sources.value.categories), planUnitKeys(sources.value.templates)];
  const plan = JSON.stringify([regions, organisations, rules, map]);
  return createHash('sha256').update(plan).digest('hex');
}

export const somebody = (): Viewer => ({ kind: 'public', posts: [], reportGrants: [] });

export const citizen = (): Viewer => ({
  kind: 'citizen',
  accountId: 'citizen-1',
  posts: [],
  reportGrants: [],
});

export function officer(accountId: string, ...posts: [PostRole, string][]): Viewer {
  return {
    kind: 'officer',
    accountId,
    posts: posts.map(([role, organisationId]) => ({ role, organisationId })),
    reportGrants: [],
  };
}

export const nationalAdmin = (): Viewer => officer('national-admin', ['NATIONAL_ADMIN', 'kemenpanrb']);

/** Registers officers under their ids, with one post each. */
export async function withOfficers(
  { database, clock }: Pick<Harness, 'database' | 'clock'>,
  ...posts: [id: string, role: PostRole, organisationId: string][]
): Promise<void> {
  await seedOfficers(
    { database, clock },
    posts.map(([id, role, organisationId]) => ({
      id,
      name: `Name of ${id}`,
      posts: [{ role, organisationId }],
    })),
  );
}

/** Events that wait for subscribers, oldest first, each once. */
export async function eventsOf(
  database: Database,
  type: string,
): Promise<{ stream: string; payload: any }[]> {
  return database.query('test-events', 'select stream, payload from event where type = $1 order by id', [
    type,
  ]);
}
