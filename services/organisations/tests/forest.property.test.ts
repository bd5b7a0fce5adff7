import { movableClock } from '@lapor/clock';
import type { TestDatabase } from '@lapor/database/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOrganisation } from '../src/modules/change/create-organisation.ts';
import { mergeOrganisations } from '../src/modules/change/merge-organisations.ts';
import { moveOrganisation } from '../src/modules/change/move-organisation.ts';
import { renameOrganisation } from '../src/modules/change/rename-organisation.ts';
import { restoreOrganisation } from '../src/modules/change/restore-organisation.ts';
import { retireOrganisation } from '../src/modules/change/retire-organisation.ts';
import type { Outcome, UseCaseDependencies } from '../src/modules/refusal/index.ts';
import { expectForest, expectTold, readTree } from './forest.ts';
import { emptyDatabase, officer } from './harness.ts';

let postgres: TestDatabase;
let service: UseCaseDependencies;
beforeAll(async () => {
  postgres = await emptyDatabase();
  service = { database: postgres.database, clock: movableClock('2026-11-20T02:40:00Z') };
  await postgres.database.query(
    'test-desk',
    `insert into organisation (id, name, kind, status, is_template, government_id, path, time_zone, time_zone_label, successor_ids, source, name_words, place_words, version)
     values ('kemenpanrb', 'KemenPANRB', 'MINISTRY', 'ACTIVE', false, 'kemenpanrb', '{kemenpanrb}', 'Asia/Jakarta', 'WIB', '{}', 'test', '', '', 1)`,
  );
});
afterAll(() => postgres[Symbol.asyncDispose]());

const desk = officer('desk', ['NATIONAL_ADMIN', 'kemenpanrb']);
const reason = 'Percobaan';

/** Which of the organisations made so far: taken modulo their number. */
const pick = fc.nat({ max: 40 });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('create'), parent: pick }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('move'), id: pick, parent: pick }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('merge'),
      ids: fc.array(pick, { minLength: 1, maxLength: 3 }),
      into: pick,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('retire'), id: pick, successor: fc.option(pick) }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('restore'), id: pick }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('rename'), id: pick }) },
);
type Step = {
  type: string;
  id?: number;
  parent?: number;
  ids?: number[];
  into?: number;
  successor?: number | null;
};

let names = 0;

async function create(parentId: string | null, name = `Badan ${(names += 1)}`): Promise<string> {
  const made = await createOrganisation(service, { parentId, kind: 'AGENCY', name, reason }, desk);
  if (!made.ok) throw new Error(made.error.code);
  return made.value.organisationId;
}

/** Two K/L with units, 2 and 1 levels deep. */
async function smallForest(): Promise<string[]> {
  const [a, b] = [await create(null), await create(null)];
  const [a1, a2] = [await create(a), await create(a)];
  return [a, b, a1, a2, await create(a1), await create(a1), await create(b)];
}

test('any sequence of changes leaves a forest, and everybody is told what it is', async () => {
  const done: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const ids = await smallForest();
      const at = (index: number) => ids[index % ids.length]!;
      const apply = async (what: Step): Promise<Outcome<unknown>> => {
        const organisationId = at(what.id ?? 0);
        switch (what.type) {
          case 'create': {
            const parentId = at(what.parent!);
            const name = `Badan ${(names += 1)}`;
            const made = await createOrganisation(service, { parentId, kind: 'AGENCY', name, reason }, desk);
            if (made.ok) ids.push(made.value.organisationId);
            return made;
          }
          case 'move':
            return moveOrganisation(service, { organisationId, newParentId: at(what.parent!), reason }, desk);
          case 'merge':
            return mergeOrganisations(
              service,
              { organisationIds: what.ids!.map(at), intoId: at(what.into!), reason },
              desk,
            );
          case 'retire': {
            const successorId = typeof what.successor === 'number' ? at(what.successor) : null;
            return retireOrganisation(service, { organisationId, successorId, reason }, desk);
          }
          case 'restore':
            return restoreOrganisation(service, { organisationId, reason }, desk);
          default:
            return renameOrganisation(
              service,
              { organisationId, name: `Nama ${(names += 1)}`, reason },
              desk,
            );
        }
      };
      for (const what of steps) {
        const outcome = await apply(what as Step);
        const verdict = `${what.type} ${outcome.ok ? 'done' : outcome.error.code}`;
        done[verdict] = (done[verdict] ?? 0) + 1;
      }
      const rows = await readTree(service.database, ids);
      expect(rows).toHaveLength(ids.length);
      expectForest(rows);
      await expectTold(service.database, rows);
    }),
    { numRuns: 50 },
  );
  // It would show nothing if everything was refused.
  for (const type of ['create', 'move', 'merge', 'retire', 'restore', 'rename']) {
    expect([type, (done[`${type} done`] ?? 0) > 0]).toEqual([type, true]);
  }
  expect(done['move WOULD_CYCLE']).toBeGreaterThan(0);
});
