import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { may } from '../authority/index.ts';
import { accepted, givenId, notFound } from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { type ChangeAnswer, carryOut } from './carry-out.ts';
import { changeOrganisation, grounds } from './change-organisation.ts';
import { type Plan, factOf, listed } from './plan.ts';
import { type TreeNode, findNodes, isNameTaken } from './tree-node.ts';
import { updateNode } from './write-node.ts';

const restoration = z.object({ ...grounds, organisationId: givenId() });

/**
 * Lets a former organisation exist again; units, posts and categories stay where they went. National desk, and agency admins above it.
 * Refuses with NOT_FORMER, PARENT_FORMER, NAME_TAKEN or NOT_FOUND.
 */
export function restoreOrganisation(
  dependencies: UseCaseDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<ChangeAnswer>> {
  return changeOrganisation(
    dependencies,
    viewer,
    { operation: 'restoreOrganisation', schema: restoration, input },
    async ({ em, input: { organisationId, reason, decree }, viewer: placed, actor, at }) => {
      const node = (await findNodes(em, [organisationId])).get(organisationId);
      if (node === undefined || !may(placed, 'restructure', node)) return notFound();
      const plan = await planRestoration(em, node);
      if (!plan.ok) return plan;
      return carryOut(em, plan.value, null, { actor, at, effectiveOn: null, reason, decree });
    },
  );
}

async function planRestoration(em: EntityManager, node: TreeNode): Promise<Outcome<Plan>> {
  if (node.status === 'ACTIVE') return refused('NOT_FORMER', 'It exists', 'organisationId');
  const parent = node.parentId === null ? null : (await findNodes(em, [node.parentId])).get(node.parentId)!;
  if (parent !== null && parent.status !== 'ACTIVE') {
    return refused('PARENT_FORMER', 'What it stands below does not exist any more', 'organisationId');
  }
  if (await isNameTaken(em, node.name, { parentId: node.parentId, id: node.id })) {
    return refused('NAME_TAKEN', 'Another one has this name there', 'organisationId');
  }
  const facts = [
    { field: 'status', before: 'FORMER', after: 'ACTIVE' },
    ...factOf('successorId', listed(node.successorIds), null),
  ];
  return accepted({
    organisationId: node.id,
    entries: [{ organisationId: node.id, kind: 'RESTORED', facts }],
    governmentIds: [node.governmentId],
    timeZone: node.timeZone,
    async write({ em: writing, at, touched }) {
      await updateNode(
        writing,
        node.id,
        { status: 'ACTIVE', successor_ids: [], retired_on: null, retired_at: null },
        at,
      );
      touched.add(node.id);
      touched.restaff(node.id);
    },
  });
}
