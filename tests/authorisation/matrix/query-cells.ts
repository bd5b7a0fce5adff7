import { QUERY_ATTEMPTS, type QueryRequest } from '../attempts/queries.ts';
import { PERSON_NAMES, type PersonName } from '../oracle/people.ts';
import { QUERIES } from '../oracle/queries.ts';
import { queryVerdict, type Subject } from '../oracle/verdicts.ts';
import { api } from '../schema/read-api.ts';
import { selectAll } from '../schema/select.ts';
import type { World } from '../world/start.ts';
import { Cells } from './cells.ts';
import { each } from './each.ts';
import { judgeFields, type Reach } from './judge-fields.ts';
import { lookAtEdges } from './look-at-edges.ts';
import { Observation } from './observe.ts';
import { subjectsOf } from './subjects.ts';

/** Requests at a time: two processors have enough to do with these. */
const AT_A_TIME = 12;

/** By subject what one request gave: what was found (null for nothing), or a word for why there is no answer. */
type Reading = ReadonlyMap<string, { found: unknown } | { word: string }>;

/** Asks a root field as every viewer about every subject, through the gateway, and compares the answers with the oracle. */
export async function queryCells(world: World, field: string, reach: Reach): Promise<Cells> {
  const cells = new Cells();
  const rule = QUERIES[field]!;
  const subjects = subjectsOf(rule);
  const requests = QUERY_ATTEMPTS[field]!.documents(world, (type) => selectAll(api, type));
  const observations = new Map(subjects.map(({ name }) => [name, new Observation(api)]));
  const verdicts = new Map(PERSON_NAMES.map((name) => [name, new Map<string, string>()]));
  const pairs = PERSON_NAMES.flatMap((name) => requests.map((request) => ({ name, request })));
  await each(pairs, AT_A_TIME, async ({ name, request }) => {
    const own = verdicts.get(name)!;
    for (const [subject, reading] of await read(world, name, request, subjects, cells)) {
      // Of several lists it is enough to stand in one; what failed in any of them stays failed.
      if ('word' in reading) own.set(subject, reading.word);
      else if (reading.found !== null && !own.has(subject)) own.set(subject, 'DATA');
      if (request.whole && 'found' in reading && reading.found !== null)
        observations.get(subject)!.note(name, request.whole, reading.found as Record<string, unknown>);
    }
  });
  for (const subject of subjects) {
    for (const name of PERSON_NAMES) {
      const got = verdicts.get(name)!.get(subject.name) ?? 'NOTHING';
      cells.compare(field, name, subject, queryVerdict(rule, name, subject), got);
    }
    judgeFields(observations.get(subject.name)!, subject, (id) => placeOf(world, id), cells, reach);
  }
  return cells;
}

async function read(
  world: World,
  name: PersonName,
  request: QueryRequest,
  subjects: readonly Subject[],
  cells: Cells,
): Promise<Reading> {
  const asked = subjects.find((subject) => subject.name === request.about);
  const about = asked ?? { kind: 'anything', name: '' };
  const answer = await world.ask(name, about, request.query, request.variables);
  let isWhole = true;
  for (const query of request.further ?? []) {
    const more = await world.ask(name, about, query, request.variables);
    answer.errors.push(...more.errors);
    if (!answer.data?.['result']) continue;
    if (more.data?.['result']) Object.assign(answer.data['result'], more.data['result']);
    else isWhole = false;
  }
  const everywhere = (word: string): Reading =>
    new Map((asked ? [asked] : subjects).map((subject) => [subject.name, { word }]));
  if (answer.status === 401) return everywhere('TURNED_AWAY');
  const [error] = answer.errors;
  if (error || !answer.data) return everywhere(`ERROR ${error?.code} at ${error?.path}: ${error?.message}`);
  // Fields that did not come would read as "no".
  if (!isWhole) return everywhere('A PART IS MISSING');
  lookAtEdges(name, answer.data, world, cells);
  return new Map([...request.read(answer.data)].map(([subject, found]) => [subject, { found }]));
}

const placeOf = ({ places }: World, organisationId: unknown): string | undefined =>
  Object.entries(places).find(([, id]) => id === organisationId)?.[0];
