import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { may } from '../authority/index.ts';
import { givenId, notFound, requestKey } from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { type ChangeAnswer, carryOut } from './carry-out.ts';
import { changeOrganisation } from './change-organisation.ts';
import { factOf } from './plan.ts';
import { findNodes, isRoot } from './tree-node.ts';
import { updateNode } from './write-node.ts';

const setting = z.object({ requestKey, organisationId: givenId(), isEnabled: z.boolean() });
export type SetDirectVerificationRequest = z.input<typeof setting>;

/**
 * Lets a government or K/L verify the reports that are filed on its own page, or takes that right away. National desk only.
 * Refuses with NOT_A_GOVERNMENT (a unit cannot have it), ORGANISATION_FORMER or NOT_FOUND.
 */
export function setDirectVerification(
  dependencies: UseCaseDependencies,
  input: SetDirectVerificationRequest,
  viewer: Viewer,
): Promise<Outcome<ChangeAnswer>> {
  return changeOrganisation(
    dependencies,
    viewer,
    { operation: 'setDirectVerification', schema: setting, input },
    async ({ em, input: { organisationId, isEnabled }, viewer: placed, actor, at }) => {
      const node = (await findNodes(em, [organisationId])).get(organisationId);
      if (node === undefined || !may(placed, 'setDirectVerification', node)) return notFound();
      if (!isRoot(node)) {
        return refused(
          'NOT_A_GOVERNMENT',
          'Only the root of a government or K/L can verify directly',
          'organisationId',
        );
      }
      if (node.status !== 'ACTIVE') {
        return refused('ORGANISATION_FORMER', 'The organisation does not exist any more', 'organisationId');
      }
      const facts = factOf('hasDirectVerification', String(node.hasDirectVerification), String(isEnabled));
      return carryOut(
        em,
        {
          organisationId,
          entries: facts.length === 0 ? [] : [{ organisationId, kind: 'DIRECT_VERIFICATION_SET', facts }],
          governmentIds: [node.id],
          timeZone: node.timeZone,
          async write({ touched }) {
            await updateNode(em, node.id, { has_direct_verification: isEnabled }, at);
            touched.add(node.id);
          },
        },
        null,
        { actor, at, effectiveOn: null, reason: null, decree: null },
      );
    },
  );
}
