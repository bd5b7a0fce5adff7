import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MUTATION_ATTEMPTS } from './attempts/mutations.ts';
import { QUERY_ATTEMPTS, type QueryRequest } from './attempts/queries.ts';
import { Cells, metDifferences } from './matrix/cells.ts';
import { each } from './matrix/each.ts';
import { judgeFields, Reach } from './matrix/judge-fields.ts';
import { lookAtEdges } from './matrix/look-at-edges.ts';
import { Observation } from './matrix/observe.ts';
import { takeTrace, watchTables } from './matrix/trace.ts';
import { verdictOf } from './matrix/verdict-of.ts';
import { DIFFERENCES } from './oracle/differences.ts';
import { FIELDS } from './oracle/fields.ts';
import { MUTATIONS } from './oracle/mutations.ts';
import { OFFICER_NAMES } from './oracle/officers.ts';
import { PERSON_NAMES, type PersonName } from './oracle/people.ts';
import { PLACE_SUBJECTS } from './oracle/places.ts';
import { QUERIES } from './oracle/queries.ts';
import { REPORT_NAMES } from './oracle/reports.ts';
import {
  mutationVerdict,
  queryVerdict,
  type MutationVerdict,
  type Rule,
  type Subject,
} from './oracle/verdicts.ts';
import { api, shapeOf } from './schema/read-api.ts';
import { selectAll } from './schema/select.ts';
import { startWorld, type World } from './world/start.ts';

const SUBJECTS = {
  report: REPORT_NAMES,
  place: PLACE_SUBJECTS,
  officer: OFFICER_NAMES,
  anything: [''],
} as const;
const subjectsOf = ({ about, only }: Rule<unknown>): Subject[] =>
  (only ?? SUBJECTS[about]).map((name) => ({ kind: about, name }));

/** Requests at a time: two processors have enough to do with these. */
const READS_AT_A_TIME = 12;
const WRITES_AT_A_TIME = 8;

describe('the matrix of authorisation', () => {
  const began = performance.now();
  let world: World;
  let count = 0;
  let awaited = 0;
  const reach = new Reach();
  /** Counts what was compared; gives the faults as text. */
  const finish = (found: Cells): string => {
    count += found.count;
    awaited += found.awaited;
    return tellFaults(found.faults);
  };

  beforeAll(async () => {
    world = await startWorld();
    world.undoSuccesses();
    await watchTables(world);
  }, 180_000);
  afterAll(async () => {
    await world?.[Symbol.asyncDispose]();
    const seconds = Math.round((performance.now() - began) / 1_000);
    process.stdout.write(
      `matrix of authorisation: ${count} cells in ${seconds} s, ${awaited} of them await a decision\n`,
    );
  });

  it.each(Object.keys(QUERIES))(
    'agrees with the oracle on who gets what from %s',
    async (field) => {
      const found = new Cells();
      const rule = QUERIES[field]!;
      const subjects = subjectsOf(rule);
      const observations = new Map(subjects.map(({ name }) => [name, new Observation(api)]));
      const requests = QUERY_ATTEMPTS[field]!.documents(world, (type) => selectAll(api, type));
      const answers = new Map<PersonName, Map<string, string>>(PERSON_NAMES.map((name) => [name, new Map()]));
      const pairs = PERSON_NAMES.flatMap((name) => requests.map((request) => ({ name, request })));
      await each(pairs, READS_AT_A_TIME, async ({ name, request }) => {
        const results = await read(
          name,
          request,
          rule.about,
          subjects.map((subject) => subject.name),
          found,
        );
        for (const [subject, result] of results) {
          if (typeof result === 'string') answers.get(name)!.set(subject, result);
          else {
            if (result.found !== null || !answers.get(name)!.has(subject))
              answers.get(name)!.set(subject, result.found === null ? 'NOTHING' : 'DATA');
            if (result.found !== null && request.whole)
              observations.get(subject)!.note(name, request.whole, result.found as Record<string, unknown>);
          }
        }
      });
      for (const subject of subjects) {
        for (const name of PERSON_NAMES)
          found.compare(
            field,
            name,
            subject,
            queryVerdict(rule, name, subject),
            answers.get(name)!.get(subject.name) ?? 'NOTHING',
          );
        judgeFields(observations.get(subject.name)!, subject, placeOf, found, reach);
      }
      expect(finish(found)).toBe('');
    },
    120_000,
  );

  it.each(Object.keys(MUTATIONS))(
    'agrees with the oracle on who may call %s',
    async (mutation) => {
      const found = new Cells();
      const attempts = Object.entries(MUTATIONS[mutation]!).flatMap(([variant, rule]) =>
        subjectsOf(rule).flatMap((subject) =>
          PERSON_NAMES.map((name) => ({
            variant,
            subject,
            name,
            expected: mutationVerdict(rule, name, subject),
          })),
        ),
      );
      const { inputType, failure } = shapeOf(mutation);
      const document = `mutation ($input: ${inputType}) { result: ${mutation}(input: $input) { __typename ${failure} } }`;
      // One subject of each mutation goes the whole way. The others meet the same viewer behind the gateway; of credentials that
      // the gateway takes for the very same viewer (a session that has ended and none at all) one is tried for all.
      const isThroughGateway = ({ name }: Subject) => name === attempts[0]!.subject.name;
      const verdicts = new Map<string, Promise<string>>();
      const run = async (chosen: typeof attempts) => {
        await each(chosen, WRITES_AT_A_TIME, async ({ variant, subject, name, expected }) => {
          const input = MUTATION_ATTEMPTS[mutation]![variant]!(world, subject.name);
          const isWhole = isThroughGateway(subject);
          const alike = JSON.stringify([
            variant,
            subject.name,
            isWhole ? name : await world.identityOf(name, subject),
          ]);
          const verdict =
            verdicts.get(alike) ??
            (isWhole ? world.ask : world.askDirectly)(name, subject, document, { input }).then(verdictOf);
          verdicts.set(alike, verdict);
          found.compare(
            variant ? `${mutation} (${variant})` : mutation,
            name,
            subject,
            expected,
            await verdict,
          );
        });
        return (await takeTrace(world)).join(', ');
      };
      const isDone = ({ expected }: { expected: MutationVerdict }) => expected === 'DONE';
      const left = await run(attempts.filter((attempt) => !isDone(attempt)));
      if (left !== '') found.faults.push(`${mutation}: denied, and yet it left ${left}`);
      const kept = await run(attempts.filter(isDone));
      if (kept !== '') found.faults.push(`${mutation}: done for the matrix only, and yet it left ${kept}`);
      expect(finish(found)).toBe('');
    },
    120_000,
  );

  it('met every conditional field from both sides, and every type', () => {
    const conditional = Object.entries(FIELDS).flatMap(([type, fields]) =>
      Object.entries(fields)
        .filter(([, rule]) => rule !== 'open')
        .map(([field]) => `${type}.${field}`),
    );
    expect(reach.oneSided(conditional).filter((field) => !ONE_SIDED.includes(field))).toEqual([]);
    expect(
      Object.keys(FIELDS).filter((type) => !reach.types.has(type) && !NOT_LOOKED_INTO.has(type)),
    ).toEqual([]);
  });

  it('needs every difference that is listed', () => {
    expect(DIFFERENCES.map(({ why }) => why).filter((why) => !metDifferences.has(why))).toEqual([]);
  });

  /** What one request gave, by subject: what was found, or why there is no answer. */
  async function read(
    name: PersonName,
    request: QueryRequest,
    about: Subject['kind'],
    subjects: readonly string[],
    cells: Cells,
  ) {
    const subject: Subject = { kind: request.about === '' ? 'anything' : about, name: request.about };
    const answer = await world.ask(name, subject, request.query, request.variables);
    const concerned = request.about === '' ? subjects : [request.about];
    if (answer.status === 401) return concerned.map((named) => [named, 'TURNED_AWAY'] as const);
    if (answer.errors.length > 0 || !answer.data) {
      const [error] = answer.errors;
      return concerned.map(
        (named) => [named, `ERROR ${error?.code} at ${error?.path}: ${error?.message}`] as const,
      );
    }
    lookAtEdges(name, answer.data, world, cells);
    return [...request.read(answer.data)].map(([named, found]) => [named, { found }] as const);
  }
  function placeOf(organisationId: unknown): string | undefined {
    return Object.entries(world.places).find(([, id]) => id === organisationId)?.[0];
  }
});

/** As many as a person reads. */
const tellFaults = (faults: readonly string[]): string =>
  [...faults.slice(0, 40), ...(faults.length > 40 ? [`… and ${faults.length - 40} more`] : [])].join('\n');

/** Conditional fields that cannot be met from both sides, and why. */
const ONE_SIDED: readonly string[] = [];

/**
 * Types that only a mutation gives to whoever was allowed to call it, pages whose rows differ by viewer, and figures from which an
 * analyst's leave confidential reports out.
 */
const NOT_LOOKED_INTO: ReadonlySet<string> = new Set([
  'ReportChanged',
  'ReportSubmitted',
  'ReportOpened',
  'IdentityRevealed',
  'HandOverOpened',
  'HandOverLetter',
  'InvalidInput',
  'FieldError',
  'NotFound',
  'TransitionRefused',
  'SubmissionConflict',
  'TooManyRequests',
  'ChangeRefused',
  'OrganisationChanged',
  'UnitsImported',
  'RoutingChanged',
  'OfficerChanged',
  'ReadinessChanged',
  'ReportConnection',
  'ReportEdge',
  'OfficerConnection',
  'OfficerEdge',
  'ReportAuditEntry',
  'ReportAuditEntryConnection',
  'ReportAuditEntryEdge',
  'NationalOverview',
  'AgencyCount',
  'DayCount',
]);
