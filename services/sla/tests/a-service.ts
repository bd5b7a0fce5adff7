import { graphql } from 'graphql';
import { movableClock, type MovableClock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { createTestDatabase } from '@lapor/database/testing';
import type { DeliveredEvent, EventType, PayloadOf, ReportTransitioned } from '@lapor/events';
import { createLogger } from '@lapor/logging';
import { PUBLIC_VIEWER, type PostRole, type Viewer } from '@lapor/viewer';
import { migrations } from '../migrations/index.ts';
import { startSla, type SlaConfig, type SlaService } from '../src/index.ts';

export const logger = createLogger('sla', 'silent');
export const SECRET = 'only-for-tests-and-long-enough-to-be-accepted';

export const officer = (role: PostRole, organisationId: string): Viewer => ({
  kind: 'officer',
  accountId: `account-of-${role}`,
  posts: [{ role, organisationId }],
  reportGrants: [],
});
export const DESK = officer('NATIONAL_ADMIN', 'kemenpanrb');

/** The service on a database of its own, at a time of the test's choice. */
export interface TestService extends AsyncDisposable {
  service: SlaService;
  database: Database;
  databaseUrl: string;
  clock: MovableClock;
  /** Brings events as `reports` would. */
  tell(...histories: (readonly ReportTransitioned[])[]): Promise<void>;
  /** Brings events of any kind from a service. */
  deliver(source: string, type: EventType, payloads: object[]): Promise<void>;
  query(source: string, viewer?: Viewer, variables?: Record<string, unknown>): Promise<Record<string, any>>;
  /** Rows of the own schema, as the owner. */
  rows<Row extends object>(sql: string): Promise<Row[]>;
  /** What was told to `reports`, oldest first. */
  told<Type extends EventType>(type: Type): Promise<PayloadOf<Type>[]>;
  /** Runs the work and returns the texts of the statements it took. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>;
}

export async function startTestService(
  now: string | Date,
  config: Partial<SlaConfig> = {},
): Promise<TestService> {
  const test = await createTestDatabase({ schema: 'sla', entities: [], migrations });
  const { database } = test;
  const clock = movableClock(now);
  const settings: SlaConfig = { databaseUrl: test.url, serviceSecret: SECRET, clock, logger, ...config };
  const service = await startSla(settings, { database });
  let eventId = 0;

  async function deliver(source: string, type: EventType, payloads: object[]) {
    const batch = payloads.map((payload): DeliveredEvent => {
      const { reportId, organisationId } = payload as { reportId?: string; organisationId?: string };
      return {
        id: ++eventId,
        stream: reportId ?? organisationId ?? '',
        type,
        payload,
        occurredAt: clock.now().toISOString(),
      };
    });
    const { failed } = await service.receiveEvents(source, batch);
    if (failed.length > 0) throw new Error(JSON.stringify(failed));
  }

  return {
    service,
    database,
    databaseUrl: test.url,
    clock,
    deliver,
    tell: (...histories) => deliver('reports', 'report.transitioned', histories.flat()),
    async query(source, viewer = PUBLIC_VIEWER, variables = {}) {
      const { schema, createContext } = service.subgraph;
      const { data, errors } = await graphql({
        schema,
        source,
        variableValues: variables,
        contextValue: createContext({ viewer, requestId: 'test' }),
      });
      return JSON.parse(JSON.stringify({ ...data, ...(errors && { errors }) }));
    },
    rows: async <Row extends object>(sql: string) => (await database.pool.query(sql)).rows as Row[],
    async told<Type extends EventType>(type: Type) {
      const { rows } = await database.pool.query('select payload from event where type = $1 order by id', [
        type,
      ]);
      return rows.map(({ payload }) => payload as PayloadOf<Type>);
    },
    async statementsOf(work) {
      const statements: string[] = [];
      const { pool } = database;
      const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
      pool.query = ((asked: { text?: string } | string, ...rest: unknown[]) => {
        statements.push(typeof asked === 'string' ? asked : (asked.text ?? ''));
        return query(asked, ...rest);
      }) as never;
      try {
        await work();
      } finally {
        pool.query = query as never;
      }
      return statements;
    },
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
    },
  };
}
