import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { may } from '../authority/index.ts';
import { givenId, notFound } from '@lapor/request';
import type { Outcome, UseCaseDependencies } from '../refusal/index.ts';
import { type ChangeAnswer, carryOut } from './carry-out.ts';
import { changeOrganisation, datedGrounds } from './change-organisation.ts';
import { planMove } from './plan-move.ts';
import { findNodes } from './tree-node.ts';

const move = z.object({ ...datedGrounds, organisationId: givenId(), newParentId: givenId() });

/** Puts an organisation below another: whoever may restructure it and add units there. */
export function moveOrganisation(
  dependencies: UseCaseDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<ChangeAnswer>> {
  return changeOrganisation(
    dependencies,
    viewer,
    { operation: 'moveOrganisation', schema: move, input },
    async ({ em, input: { reason, decree, effectiveOn, ...what }, viewer: placed, actor, at }) => {
      const nodes = await findNodes(em, [what.organisationId, what.newParentId]);
      const node = nodes.get(what.organisationId);
      const parent = nodes.get(what.newParentId);
      if (node === undefined || parent === undefined) return notFound();
      if (!may(placed, 'restructure', node) || !may(placed, 'addUnits', parent)) return notFound();
      const operation = { type: 'MOVE' as const, ...what };
      const plan = await planMove(em, operation);
      if (!plan.ok) return plan;
      return carryOut(em, plan.value, operation, { actor, at, effectiveOn, reason, decree });
    },
  );
}
