import { randomUUID } from 'node:crypto';
import type { Viewer } from '@lapor/viewer';
import { localDateAt } from '@lapor/working-days';
import { z } from 'zod';
import { may } from '../authority/index.ts';
import {
  Touched,
  announceTouched,
  changeOrganisation,
  findNodes,
  grounds,
  lockGovernments,
  recordChanges,
} from '../change/index.ts';
import { accepted, givenId, invalid, notFound } from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { entriesOf } from './history-of-lines.ts';
import { planUnits } from './plan-units.ts';
import { readUnits } from './read-units.ts';
import { hashOf, readSurroundings } from './surroundings.ts';
import { writeLines } from './write-lines.ts';

/** Survives JSON. */
export type ImportAnswer = {
  organisationId: string;
  createdCount: number;
  changedCount: number;
  unchangedCount: number;
};

const request = z.object({
  ...grounds,
  organisationId: givenId(),
  csv: z.string().min(1).max(1_000_000),
  contentHash: givenId(64),
});

const faultsAtMost = 100;

/**
 * Does everything a previewed file says, in one transaction, or nothing: whoever may add units there.
 * Refuses with STATE_CHANGED (another file, or a unit changed since the preview), ORGANISATION_FORMER, the faults of the file, or NOT_FOUND.
 */
export function importUnits(
  dependencies: UseCaseDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<ImportAnswer>> {
  return changeOrganisation(
    dependencies,
    viewer,
    { operation: 'importUnits', schema: request, input },
    async ({
      em,
      input: { organisationId, csv, contentHash, reason, decree },
      viewer: placed,
      actor,
      at,
    }) => {
      const organisation = (await findNodes(em, [organisationId])).get(organisationId);
      if (organisation === undefined || !may(placed, 'importUnits', organisation)) return notFound();
      if (organisation.status !== 'ACTIVE') {
        return refused('ORGANISATION_FORMER', 'The organisation does not exist any more', 'organisationId');
      }
      const { rows, faults } = readUnits(csv);
      const around = await readSurroundings(em, organisation, rows);
      if (hashOf(csv, around) !== contentHash) {
        return refused(
          'STATE_CHANGED',
          'The file or the units are others than in the preview',
          'contentHash',
        );
      }
      const plan = planUnits(rows, faults, around);
      if (plan.faults.length > 0) {
        return invalid(
          ...plan.faults.slice(0, faultsAtMost).map(({ line, field, code, message }) => ({
            path: ['input.csv', line, ...(field === null ? [] : [field])].join('.'),
            code,
            message,
          })),
        );
      }
      const createdCount = plan.lines.filter(({ kind }) => kind === 'CREATE').length;
      const changedCount = plan.lines.length - createdCount;
      const { unchangedCount } = plan;
      const answer = { organisationId, createdCount, changedCount, unchangedCount };
      if (plan.lines.length === 0) return accepted(answer);
      const effectiveOn = localDateAt(at, organisation.timeZone);
      const writing = { em, actor, at, effectiveOn, reason, touched: new Touched() };
      await lockGovernments(em, [organisation.governmentId]);
      await writeLines(writing, plan.lines, around);
      await announceTouched(writing);
      const imported = {
        organisationId,
        kind: 'IMPORTED' as const,
        facts: [
          { field: 'createdCount', before: null, after: String(createdCount) },
          { field: 'changedCount', before: null, after: String(changedCount) },
        ],
      };
      await recordChanges(em, [imported, ...plan.lines.flatMap(entriesOf)], {
        operationId: randomUUID(),
        actor,
        at,
        state: 'APPLIED',
        effectiveOn,
        dueAt: null,
        reason,
        decree,
        operation: null,
      });
      return accepted(answer);
    },
  );
}
