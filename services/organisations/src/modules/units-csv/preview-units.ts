import type { Context } from '../../context.ts';
import { may } from '../authority/index.ts';
import { ChangedFact } from '../change/graphql-index.ts';
import { findNodes } from '../change/index.ts';
import { UnitFault, UnitLine, type UnitsInput, UnitsPreview } from './graphql.ts';
import { planUnits } from './plan-units.ts';
import { readUnits } from './read-units.ts';
import { hashOf, readSurroundings } from './surroundings.ts';

/** What a file of units would do; `null` when it is not the viewer's to import. Writes nothing. */
export async function previewUnits(
  { database, placedViewer }: Context,
  { organisationId, csv }: UnitsInput,
): Promise<UnitsPreview | null> {
  const em = database.fork();
  const organisation = (await findNodes(em, [organisationId])).get(organisationId);
  if (organisation === undefined || !may(await placedViewer(), 'importUnits', organisation)) return null;
  const { rows, faults } = readUnits(csv);
  const around = await readSurroundings(em, organisation, rows);
  const plan = planUnits(rows, faults, around);
  const told = (value: string | null) => (value === null ? null : (plan.namesInFile.get(value) ?? value));
  return Object.assign(new UnitsPreview(), {
    changes: plan.lines.map(({ line, kind, present, wanted, facts }) =>
      Object.assign(new UnitLine(), {
        line,
        kind,
        organisationId: present?.id ?? null,
        name: wanted.name,
        facts: facts.map(({ field, before, after }) =>
          Object.assign(new ChangedFact(), { field, before, after: told(after) }),
        ),
      }),
    ),
    faults: plan.faults.map((fault) => Object.assign(new UnitFault(), fault)),
    unchangedCount: plan.unchangedCount,
    contentHash: hashOf(csv, around),
  });
}
