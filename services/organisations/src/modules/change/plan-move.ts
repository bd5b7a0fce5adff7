import type { EntityManager } from '@mikro-orm/postgresql';
import { accepted, notFound } from '@lapor/request';
import { type Outcome, refused } from '../refusal/index.ts';
import type { OperationOf } from './operation.ts';
import { type Plan, factOf } from './plan.ts';
import { rewritePathsBelow } from './rewrite-paths.ts';
import {
  type TreeNode,
  findNodes,
  isLocalGovernment,
  isNameTaken,
  isNationalKind,
  isRoot,
  standsWithin,
} from './tree-node.ts';
import { updateNode } from './write-node.ts';

/**
 * Another place in the tree; what lies below goes along. Within one government – but a K/L may go below another K/L and a regency or city below
 * another province. Refuses with ORGANISATION_FORMER, PARENT_FORMER, WOULD_CYCLE, OTHER_GOVERNMENT, NAME_TAKEN or NOT_FOUND.
 */
export async function planMove(
  em: EntityManager,
  { organisationId, newParentId }: OperationOf<'MOVE'>,
): Promise<Outcome<Plan>> {
  const nodes = await findNodes(em, [organisationId, newParentId]);
  const node = nodes.get(organisationId);
  const parent = nodes.get(newParentId);
  if (node === undefined || parent === undefined) return notFound();
  if (node.status !== 'ACTIVE') {
    return refused('ORGANISATION_FORMER', 'The organisation does not exist any more', 'organisationId');
  }
  if (parent.status !== 'ACTIVE') {
    return refused('PARENT_FORMER', 'What it would stand below does not exist any more', 'newParentId');
  }
  if (await standsWithin(em, newParentId, organisationId)) {
    return refused('WOULD_CYCLE', 'It would stand below itself', 'newParentId');
  }
  if (!mayStandBelow(node, parent)) {
    return refused('OTHER_GOVERNMENT', 'Units stay within their government', 'newParentId');
  }
  if (await isNameTaken(em, node.name, { parentId: parent.id, id: node.id })) {
    return refused('NAME_TAKEN', 'Another one has this name there', 'newParentId');
  }
  const path = isLocalGovernment(node) ? node.path : [...parent.path, node.id];
  const facts = [
    ...factOf('parentId', node.parentId, parent.id),
    ...factOf('governmentId', node.governmentId, path[0]!),
    ...factOf('path', node.path.join(' / '), path.join(' / ')),
  ];
  return accepted({
    organisationId,
    entries: node.parentId === parent.id ? [] : [{ organisationId, kind: 'MOVED', facts }],
    governmentIds: [node.governmentId, parent.governmentId],
    timeZone: node.timeZone,
    async write({ em: writing, at, touched }) {
      await updateNode(
        writing,
        node.id,
        {
          parent_id: parent.id,
          path,
          government_id: path[0]!,
          // Only the root of a government has it.
          ...(path.length > 1 && node.hasDirectVerification && { has_direct_verification: false }),
        },
        at,
      );
      touched.add(node.id, ...(await rewritePathsBelow(writing, [node.id])));
      touched.restaff(node.id, ...node.path.slice(0, -1));
    },
  });
}

function mayStandBelow(node: TreeNode, parent: TreeNode): boolean {
  if (isLocalGovernment(node)) {
    return node.kind !== 'PROVINCE' && parent.kind === 'PROVINCE' && isRoot(parent);
  }
  if (isRoot(node)) return isNationalKind(parent.kind);
  return node.governmentId === parent.governmentId;
}
