import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { may } from '../authority/index.ts';
import { givenId, notFound } from '@lapor/request';
import type { Outcome, UseCaseDependencies } from '../refusal/index.ts';
import { type ChangeAnswer, carryOut } from './carry-out.ts';
import { changeOrganisation, datedGrounds } from './change-organisation.ts';
import { planRetirement } from './plan-ending.ts';
import { findNodes } from './tree-node.ts';

const retirement = z.object({
  ...datedGrounds,
  organisationId: givenId(),
  successorId: givenId()
    .nullish()
    .transform((value) => value ?? null),
});

/** Dissolves an organisation: whoever may restructure it and, with a successor named, add units there. */
export function retireOrganisation(
  dependencies: UseCaseDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<ChangeAnswer>> {
  return changeOrganisation(
    dependencies,
    viewer,
    { operation: 'retireOrganisation', schema: retirement, input },
    async ({ em, input: { reason, decree, effectiveOn, ...what }, viewer: placed, actor, at }) => {
      const { organisationId, successorId } = what;
      const nodes = await findNodes(em, [organisationId, ...(successorId === null ? [] : [successorId])]);
      const node = nodes.get(organisationId);
      if (node === undefined || !may(placed, 'restructure', node)) return notFound();
      if (successorId !== null) {
        const successor = nodes.get(successorId);
        if (successor === undefined || !may(placed, 'addUnits', successor)) return notFound();
      }
      const operation = { type: 'RETIRE' as const, ...what };
      const plan = await planRetirement(em, operation);
      if (!plan.ok) return plan;
      return carryOut(em, plan.value, operation, { actor, at, effectiveOn, reason, decree });
    },
  );
}
