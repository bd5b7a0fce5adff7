import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { may } from '../authority/index.ts';
import { givenId, notFound, optionallyTyped, typed } from '@lapor/request';
import type { Outcome, UseCaseDependencies } from '../refusal/index.ts';
import { type ChangeAnswer, carryOut } from './carry-out.ts';
import { changeOrganisation, datedGrounds } from './change-organisation.ts';
import { planRenaming } from './plan-renaming.ts';
import { findNodes } from './tree-node.ts';

const renaming = z.object({
  ...datedGrounds,
  organisationId: givenId(),
  name: typed(3, 200),
  acronym: optionallyTyped(40),
});

/** Gives an organisation another name: the national desk, and agency admins above it. */
export function renameOrganisation(
  dependencies: UseCaseDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<ChangeAnswer>> {
  return changeOrganisation(
    dependencies,
    viewer,
    { operation: 'renameOrganisation', schema: renaming, input },
    async ({ em, input: { reason, decree, effectiveOn, ...what }, viewer: placed, actor, at }) => {
      const node = (await findNodes(em, [what.organisationId])).get(what.organisationId);
      if (node === undefined || !may(placed, 'restructure', node)) return notFound();
      const operation = { type: 'RENAME' as const, ...what };
      const plan = await planRenaming(em, operation);
      if (!plan.ok) return plan;
      return carryOut(em, plan.value, operation, { actor, at, effectiveOn, reason, decree });
    },
  );
}
