import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHarness, type Harness } from './harness.ts';
import { isReadingKey, mayRead, SITUATIONS, viewersIn, VISIBILITIES, type Cell } from './oracle/authority.ts';
import { ATTEMPTS, BESIDE_REPORTS, FOR_ANYONE, type Verdict } from './oracle/operations.ts';
import { reportIn, viewerOf } from './situations.ts';

/** Ends a transaction without keeping it, with what it would have answered. */
class Undo extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('undo');
    this.result = result;
  }
}

const STOPPED = ['answerReport', 'confirmReport', 'supportReport', 'revealIdentity', 'printHandOverLetter'];
/** Right in itself or not: the field foretells that the viewer may, in this state. */
const FORETOLD_BY: readonly string[] = ['CHANGED', 'INVALID'];
const FORETOLD = [...new Set(ATTEMPTS.flatMap(({ foretold }) => foretold ?? []))];
const VERDICTS: Record<string, Verdict | 'FORBIDDEN'> = {
  ReportChanged: 'CHANGED',
  ReportOutOfSight: 'CHANGED',
  ChangePending: 'CHANGED',
  IdentityRevealed: 'CHANGED',
  HandOverLetter: 'CHANGED',
  OwnDataExported: 'CHANGED',
  OwnDataErased: 'CHANGED',
  NoteAdded: 'CHANGED',
  WorkOrderCreated: 'CHANGED',
  AnswerDraftKept: 'CHANGED',
  LeaseTaken: 'CHANGED',
  LeaseReleased: 'CHANGED',
  PresenceMarked: 'CHANGED',
  TransitionRefused: 'REFUSED',
  FORBIDDEN: 'FORBIDDEN',
  InvalidInput: 'INVALID',
  NotFound: 'NOT_FOUND',
};

describe('who may do what with a report', () => {
  let harness: Harness;
  const reports = new Map<string, { id: string; number: string; handOverId?: string | undefined }>();
  beforeAll(async () => {
    harness = await startHarness();
    for (const situation of SITUATIONS)
      for (const visibility of VISIBILITIES) {
        const report = await reportIn(harness, situation, visibility);
        const link = await harness.row('select id from hand_over where report_id = $1', report.id);
        reports.set(`${situation} ${visibility}`, { ...report, handOverId: link?.id });
      }
    const { database } = harness.deps;
    const transaction = database.transaction.bind(database);
    database.transaction = async (work) => {
      try {
        return await transaction(async (em) => {
          throw new Undo(await work(em));
        });
      } catch (error) {
        if (error instanceof Undo) return error.result as never;
        throw error;
      }
    };
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  it('has a row for each mutation and each permission of the schema', () => {
    const { schema } = harness.service.subgraph!;
    const mutations = Object.keys(schema.getMutationType()!.getFields());
    expect(
      [
        ...new Set([...ATTEMPTS.map(({ mutation }) => mutation), ...FOR_ANYONE, ...BESIDE_REPORTS]),
      ].toSorted(),
    ).toEqual(mutations.toSorted());
    const report = schema.getType('Report');
    const permissions = isObjectType(report)
      ? Object.keys(report.getFields()).filter((name) => name.startsWith('viewerCan'))
      : [];
    expect(FORETOLD.toSorted()).toEqual(permissions.toSorted());
  });

  it.each(
    SITUATIONS.flatMap((situation) => VISIBILITIES.map((visibility) => [situation, visibility] as const)),
  )('agrees with the oracle for a %s, %s report', async (situation, visibility) => {
    const { id, number, handOverId } = reports.get(`${situation} ${visibility}`)!;
    const faults: string[] = [];
    for (const name of viewersIn(situation)) {
      const cell: Cell = { viewer: name, situation, visibility };
      const viewer = viewerOf(name, id, handOverId);
      const { report } = await harness.ask(
        viewer,
        `query ($number: String!) { report(number: $number) { id ${FORETOLD.join(' ')} } }`,
        { number },
      );
      if ((report !== null) !== mayRead(cell)) faults.push(`${name} reads: ${report !== null}`);
      for (const { mutation, input, expected, foretold, foretoldBy = FORETOLD_BY } of ATTEMPTS) {
        // A key that may only read is stopped before any mutation: some of each kind show it.
        if (isReadingKey(cell) && !STOPPED.includes(mutation)) continue;
        const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
        const { result } = await harness
          .ask(
            viewer,
            `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { __typename ... on InvalidInput { fields { path code } } } }`,
            { input: input(id) },
          )
          .catch((error: AggregateError) => ({ result: { __typename: error.errors[0].extensions.code } }));
        const verdict = VERDICTS[result.__typename] ?? JSON.stringify(result);
        const wanted = isReadingKey(cell) ? 'FORBIDDEN' : expected(cell);
        const what = `${name}: ${mutation} ${JSON.stringify(input(id).kind ?? '')}`;
        if (verdict !== wanted) faults.push(`${what} gives ${verdict}, not ${wanted}`);
        if (foretold && report && report[foretold] !== foretoldBy.includes(verdict))
          faults.push(`${what} is foretold as ${report[foretold]} and gives ${verdict}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('left every report as it was', async () => {
    const rows = await harness.test.database.query<{ state: string; count: number }>(
      'untouched',
      'select count(*) as count, sum(sequence)::int as entries, (select count(*) from history) as rows from report',
    );
    expect(rows).toEqual([expect.objectContaining({ count: reports.size })]);
    expect(rows[0]).toMatchObject({ rows: (rows[0] as unknown as { entries: number }).entries });
  });
});
