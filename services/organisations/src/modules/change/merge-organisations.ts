import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { may } from '../authority/index.ts';
import { givenId, notFound } from '@lapor/request';
import type { Outcome, UseCaseDependencies } from '../refusal/index.ts';
import { type ChangeAnswer, carryOut } from './carry-out.ts';
import { changeOrganisation, datedGrounds } from './change-organisation.ts';
import { planMerger } from './plan-ending.ts';
import { findNodes } from './tree-node.ts';

const merger = z.object({
  ...datedGrounds,
  organisationIds: z
    .array(givenId())
    .min(1)
    .max(20)
    .transform((ids) => [...new Set(ids)].sort()),
  intoId: givenId(),
});

/** Lets organisations go on in another: whoever may restructure each of them and add units to the other. */
export function mergeOrganisations(
  dependencies: UseCaseDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<ChangeAnswer>> {
  return changeOrganisation(
    dependencies,
    viewer,
    { operation: 'mergeOrganisations', schema: merger, input },
    async ({ em, input: { reason, decree, effectiveOn, ...what }, viewer: placed, actor, at }) => {
      const nodes = await findNodes(em, [...what.organisationIds, what.intoId]);
      const into = nodes.get(what.intoId);
      const ending = what.organisationIds.map((id) => nodes.get(id));
      if (into === undefined || !may(placed, 'addUnits', into)) return notFound();
      if (!ending.every((node) => node !== undefined && may(placed, 'restructure', node))) return notFound();
      const operation = { type: 'MERGE' as const, ...what };
      const plan = await planMerger(em, operation);
      if (!plan.ok) return plan;
      return carryOut(em, plan.value, operation, { actor, at, effectiveOn, reason, decree });
    },
  );
}
