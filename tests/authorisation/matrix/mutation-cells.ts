import { MUTATION_ATTEMPTS } from '../attempts/mutations.ts';
import { MUTATIONS } from '../oracle/mutations.ts';
import { PERSON_NAMES, type PersonName } from '../oracle/people.ts';
import { mutationVerdict, type MutationVerdict, type Subject } from '../oracle/verdicts.ts';
import { shapeOf } from '../schema/read-api.ts';
import type { World } from '../world/start.ts';
import { Cells } from './cells.ts';
import { each } from './each.ts';
import { subjectsOf } from './subjects.ts';
import { takeTrace } from './trace.ts';
import { verdictOf } from './verdict-of.ts';

const AT_A_TIME = 8;

interface Attempt {
  variant: string;
  subject: Subject;
  name: PersonName;
  expected: MutationVerdict;
}

/** Tries a mutation as every viewer on every subject; what is denied comes first and must leave nothing behind. */
export async function mutationCells(world: World, mutation: string): Promise<Cells> {
  const cells = new Cells();
  const attempts = Object.entries(MUTATIONS[mutation]!).flatMap(([variant, rule]) =>
    subjectsOf(rule).flatMap((subject) =>
      PERSON_NAMES.map((name): Attempt => ({
        variant,
        subject,
        name,
        expected: mutationVerdict(rule, name, subject),
      })),
    ),
  );
  const ask = asker(world, mutation, attempts[0]!.subject.name);
  const run = async (chosen: readonly Attempt[]) => {
    await each(chosen, AT_A_TIME, async (attempt) => {
      const { variant, subject, name, expected } = attempt;
      const field = variant ? `${mutation} (${variant})` : mutation;
      cells.compare(field, name, subject, expected, await ask(attempt));
    });
    return takeTrace(world);
  };
  await takeTrace(world);
  world.undo('successes');
  const left = await run(attempts.filter(({ expected }) => expected !== 'DONE'));
  if (left.length > 0) cells.faults.push(`${mutation}: denied, and yet it left ${left.join(', ')}`);
  world.undo('everything');
  const kept = await run(attempts.filter(({ expected }) => expected === 'DONE'));
  if (kept.length > 0) cells.faults.push(`${mutation}: to be undone, and yet it left ${kept.join(', ')}`);
  return cells;
}

/**
 * One subject of each mutation goes the whole way, through HTTP, gateway and plan. The others meet the same viewer behind the
 * gateway, and of credentials that the gateway takes for the very same viewer (no session, one that has ended) one is tried for all.
 */
function asker(world: World, mutation: string, wholeWay: string): (attempt: Attempt) => Promise<string> {
  const { inputType, failure } = shapeOf(mutation);
  const document = `mutation ($input: ${inputType}) { result: ${mutation}(input: $input) { __typename ${failure} } }`;
  const known = new Map<string, Promise<string>>();
  return async ({ variant, subject, name }) => {
    const isWhole = subject.name === wholeWay;
    const alike = isWhole ? name : await world.identityOf(name, subject);
    const key = JSON.stringify([variant, subject.name, alike]);
    const ask = () => {
      const input = MUTATION_ATTEMPTS[mutation]![variant]!(world, subject.name);
      return (isWhole ? world.ask : world.askDirectly)(name, subject, document, { input });
    };
    const verdict = known.get(key) ?? ask().then(verdictOf);
    known.set(key, verdict);
    return verdict;
  };
}
