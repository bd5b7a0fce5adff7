import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { may } from '../authority/index.ts';
import { ORGANISATION_KINDS } from '../organisation/vocabulary.ts';
import { givenId, notFound, optionallyTyped, typed } from '@lapor/request';
import type { Outcome, UseCaseDependencies } from '../refusal/index.ts';
import { type ChangeAnswer, carryOut } from './carry-out.ts';
import { changeOrganisation, datedGrounds } from './change-organisation.ts';
import { isGovernmentKind, planCreation } from './plan-creation.ts';
import { findNodes } from './tree-node.ts';

const creation = z.object({
  ...datedGrounds,
  parentId: givenId()
    .nullish()
    .transform((value) => value ?? null),
  kind: z.enum(ORGANISATION_KINDS),
  name: typed(3, 200),
  acronym: optionallyTyped(40),
  regionCode: givenId(20)
    .nullish()
    .transform((value) => value ?? null),
  unitKeys: z
    .array(givenId(40))
    .max(60)
    .nullish()
    .transform((value) => [...new Set(value)].sort()),
});

/** Makes an organisation. A unit: whoever administers its parent; a K/L or government: the national desk. */
export function createOrganisation(
  dependencies: UseCaseDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<ChangeAnswer>> {
  return changeOrganisation(
    dependencies,
    viewer,
    { operation: 'createOrganisation', schema: creation, input },
    async ({ em, input: { reason, decree, effectiveOn, ...what }, viewer: placed, actor, at }) => {
      const parent =
        what.parentId === null ? null : (await findNodes(em, [what.parentId])).get(what.parentId);
      if (parent === undefined) return notFound();
      const isAllowed =
        parent === null || isGovernmentKind(what.kind)
          ? may(placed, 'addRoot', null)
          : may(placed, 'addUnits', parent);
      if (!isAllowed) return notFound();
      const operation = { type: 'CREATE' as const, ...what };
      const plan = await planCreation(em, operation);
      if (!plan.ok) return plan;
      return carryOut(em, plan.value, operation, { actor, at, effectiveOn, reason, decree });
    },
  );
}
