import type { EntityManager } from '@mikro-orm/postgresql';
import { searchWordsOf } from '../organisation/index.ts';
import { accepted, notFound } from '@lapor/request';
import { type Outcome, refused } from '../refusal/index.ts';
import { rememberWords } from '../search/index.ts';
import type { OperationOf } from './operation.ts';
import { type Plan, factOf } from './plan.ts';
import { findRegion } from './region-of-unit.ts';
import { findNodes, isNameTaken } from './tree-node.ts';
import { updateNode } from './write-node.ts';

/** Another name. Refuses with ORGANISATION_FORMER, NAME_TAKEN or NOT_FOUND. */
export async function planRenaming(
  em: EntityManager,
  { organisationId, name, acronym }: OperationOf<'RENAME'>,
): Promise<Outcome<Plan>> {
  const node = (await findNodes(em, [organisationId])).get(organisationId);
  if (node === undefined) return notFound();
  if (node.status !== 'ACTIVE') {
    return refused('ORGANISATION_FORMER', 'The organisation does not exist any more', 'organisationId');
  }
  if (await isNameTaken(em, name, { parentId: node.parentId, id: node.id })) {
    return refused('NAME_TAKEN', 'Another one has this name there', 'name');
  }
  const facts = [...factOf('name', node.name, name), ...factOf('acronym', node.acronym, acronym)];
  return accepted({
    organisationId,
    entries: facts.length === 0 ? [] : [{ organisationId, kind: 'RENAMED', facts }],
    governmentIds: [node.governmentId],
    timeZone: node.timeZone,
    async write({ em: writing, at, touched }) {
      const region = await findRegion(writing, node.regionCode);
      const words = searchWordsOf({ ...node, name, acronym }, region?.fullName ?? null);
      await rememberWords(writing, [words]);
      await updateNode(writing, node.id, { name, acronym, ...words }, at);
      touched.add(node.id);
    },
  });
}
