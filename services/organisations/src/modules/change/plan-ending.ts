import type { EntityManager } from '@mikro-orm/postgresql';
import { isRoleAt } from '../authority/index.ts';
import { movePosts } from '../officer/index.ts';
import { accepted, notFound } from '@lapor/request';
import { type Outcome, refused } from '../refusal/index.ts';
import { followSuccessor } from '../routing/index.ts';
import type { OperationOf } from './operation.ts';
import { type Plan, type Writing, factOf, listed } from './plan.ts';
import { rewritePathsBelow } from './rewrite-paths.ts';
import {
  type TreeNode,
  countActiveChildren,
  findNodes,
  isNationalKind,
  isRoot,
  standsWithin,
} from './tree-node.ts';
import { updateNode } from './write-node.ts';

/** Organisations that go on in another. Refuses as an end with this successor would. */
export async function planMerger(
  em: EntityManager,
  { organisationIds, intoId }: OperationOf<'MERGE'>,
): Promise<Outcome<Plan>> {
  const nodes = await findNodes(em, [...organisationIds, intoId]);
  const into = nodes.get(intoId);
  const ending = [...new Set(organisationIds)].map((id) => nodes.get(id));
  if (into === undefined || !ending.every((node) => node !== undefined)) return notFound();
  for (const node of ending) {
    const refusal = await refusalOfEnd(em, node, into, 'intoId');
    if (refusal !== null) return refusal;
  }
  const unitKeys = keysAfter(into, ending);
  return accepted({
    organisationId: into.id,
    entries: [
      {
        organisationId: into.id,
        kind: 'ABSORBED',
        facts: [
          { field: 'predecessorIds', before: null, after: listed(ending.map(({ id }) => id)) },
          ...factOf('unitKeys', listed(into.unitKeys), listed(unitKeys)),
        ],
      },
      ...ending.map((node) => ({
        organisationId: node.id,
        kind: 'MERGED_INTO' as const,
        facts: factsOfEnd(node, into),
      })),
    ],
    governmentIds: [into, ...ending].map(({ governmentId }) => governmentId),
    timeZone: into.timeZone,
    async write(writing) {
      // The lowest first: what ends below another that ends stays where it was.
      const lowestFirst = ending.toSorted((a, b) => b.path.length - a.path.length);
      for (const node of lowestFirst) await writeEnd(writing, node, into);
      await writeKeys(writing, into, unitKeys);
    },
  });
}

/**
 * An organisation that is dissolved; its parent or another one takes over. Refuses with ORGANISATION_FORMER, PARENT_FORMER (the successor),
 * WOULD_CYCLE, OTHER_GOVERNMENT, HOLDS_NATIONAL_ROLES, HAS_UNITS and NEEDS_SUCCESSOR (a root without one), or NOT_FOUND.
 */
export async function planRetirement(
  em: EntityManager,
  { organisationId, successorId }: OperationOf<'RETIRE'>,
): Promise<Outcome<Plan>> {
  const node = (await findNodes(em, [organisationId])).get(organisationId);
  if (node === undefined) return notFound();
  const heirId = successorId ?? (isRoot(node) ? null : node.parentId);
  if (heirId === null) {
    if (node.status !== 'ACTIVE') return formerRefusal();
    return (await countActiveChildren(em, node.id)) > 0
      ? refused('HAS_UNITS', 'It has units that need somebody to go to', 'successorId')
      : refused('NEEDS_SUCCESSOR', 'Its reports need somebody to go to', 'successorId');
  }
  const heir = (await findNodes(em, [heirId])).get(heirId);
  if (heir === undefined) return notFound();
  const refusal = await refusalOfEnd(em, node, heir, 'successorId');
  if (refusal !== null) return refusal;
  const unitKeys = keysAfter(heir, [node]);
  const keyFacts = factOf('unitKeys', listed(heir.unitKeys), listed(unitKeys));
  return accepted({
    organisationId,
    entries: [
      { organisationId, kind: 'RETIRED', facts: factsOfEnd(node, heir) },
      ...(keyFacts.length === 0
        ? []
        : [{ organisationId: heir.id, kind: 'DETAILS_CHANGED' as const, facts: keyFacts }]),
    ],
    governmentIds: [node.governmentId, heir.governmentId],
    timeZone: node.timeZone,
    async write(writing) {
      await writeEnd(writing, node, heir);
      await writeKeys(writing, heir, unitKeys);
    },
  });
}

const formerRefusal = () =>
  refused('ORGANISATION_FORMER', 'The organisation does not exist any more', 'organisationId');

async function refusalOfEnd(
  em: EntityManager,
  node: TreeNode,
  heir: TreeNode,
  heirField: string,
): Promise<Outcome<never> | null> {
  if (node.status !== 'ACTIVE') return formerRefusal();
  if (heir.status !== 'ACTIVE') {
    return refused('PARENT_FORMER', 'The successor does not exist any more', heirField);
  }
  // A successor below it would lose what it stands on.
  if (await standsWithin(em, heir.id, node.id)) {
    return refused('WOULD_CYCLE', 'The successor stands below it', heirField);
  }
  if (holdsNationalRoles(node.id)) {
    return refused('HOLDS_NATIONAL_ROLES', 'Roles of the whole country are held there');
  }
  const isWithin = !isRoot(node) && node.governmentId === heir.governmentId;
  const isBetweenNationalBodies = isRoot(node) && isNationalKind(node.kind) && isNationalKind(heir.kind);
  return isWithin || isBetweenNationalBodies
    ? null
    : refused('OTHER_GOVERNMENT', 'Units stay within their government', heirField);
}

/** Whether the platform knows the organisation by its id: roles of the whole country exist nowhere else. */
export const holdsNationalRoles = (id: string): boolean =>
  (['NATIONAL_ADMIN', 'OMBUDSMAN', 'KSP_MONITOR', 'ANALYST'] as const).some((role) => isRoleAt(role, id));

const factsOfEnd = (node: TreeNode, heir: TreeNode) => [
  { field: 'status', before: 'ACTIVE', after: 'FORMER' },
  { field: 'successorId', before: null, after: heir.id },
  ...factOf('hasDirectVerification', String(node.hasDirectVerification), 'false'),
];

/** The successor serves what they served; a government itself serves whatever no unit does, without keys. */
const keysAfter = (heir: TreeNode, ending: readonly TreeNode[]): string[] =>
  isRoot(heir)
    ? heir.unitKeys
    : [...new Set([...heir.unitKeys, ...ending.flatMap(({ unitKeys }) => unitKeys)])].sort();

async function writeKeys({ em, at, touched }: Writing, heir: TreeNode, unitKeys: string[]): Promise<void> {
  touched.add(heir.id);
  if (unitKeys.length === heir.unitKeys.length) return;
  await updateNode(em, heir.id, { unit_keys: unitKeys }, at);
}

/** Ends one organisation: units below, posts, categories go to the successor. */
export async function writeEnd(
  { em, actor, at, effectiveOn, reason, touched }: Writing,
  node: Pick<TreeNode, 'id' | 'path' | 'hasDirectVerification'>,
  heir: Pick<TreeNode, 'id' | 'path'>,
): Promise<void> {
  await updateNode(
    em,
    node.id,
    {
      status: 'FORMER',
      successor_ids: [heir.id],
      retired_on: effectiveOn,
      ...(node.hasDirectVerification && { has_direct_verification: false }),
    },
    at,
  );
  const units = await em.execute<{ id: string }[]>(
    `update organisation c set parent_id = h.id, path = h.path || c.id, government_id = h.government_id, version = c.version + 1,
       edited_at = ?, edited_columns = array(select unnest(c.edited_columns) union select 'parent_id' order by 1)
     from organisation h where h.id = ? and c.parent_id = ? and c.status = 'ACTIVE'
     returning c.id`,
    [at, heir.id, node.id],
  );
  const unitIds = units.map(({ id }) => id);
  touched.add(node.id, ...unitIds, ...(await rewritePathsBelow(em, unitIds)));
  touched.restaff(node.id, heir.id, ...unitIds, ...node.path.slice(0, -1));
  await movePosts(em, { fromId: node.id, toId: heir.id, actor, at });
  await followSuccessor(em, { fromId: node.id, toId: heir.id, actor, reason, at });
}
