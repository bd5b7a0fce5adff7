import { LockMode } from '@mikro-orm/core';
import { type Viewer, isNationalDesk } from '@lapor/viewer';
import { appendAudit } from '../audit/index.ts';
import { type Outcome, type UseCaseDependencies, accepted, notFound, refused } from '../refusal/index.ts';
import { announceOrganisations } from './announce.ts';
import { OrganisationEntity } from './entity.ts';

/**
 * Lets a government or K/L verify the reports that are filed on its own page, or takes that right away. National desk only.
 * Refuses with NOT_FOUND, NOT_A_GOVERNMENT (a unit cannot have it), ORGANISATION_FORMER.
 */
export async function setDirectVerification(
  { database, clock }: UseCaseDependencies,
  input: { organisationId: string; isEnabled: boolean },
  viewer: Viewer,
): Promise<Outcome<{ organisationId: string; hasDirectVerification: boolean }>> {
  const { accountId } = viewer;
  if (!isNationalDesk(viewer) || accountId === undefined) return notFound();
  return database.transaction(async (em) => {
    const organisation = await em.findOne(OrganisationEntity, input.organisationId, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    if (organisation === null) return notFound();
    if (organisation.path.length > 1) {
      return refused(
        'NOT_A_GOVERNMENT',
        'Only the root of a government or K/L can verify directly',
        'organisationId',
      );
    }
    if (organisation.status !== 'ACTIVE') {
      return refused('ORGANISATION_FORMER', 'The organisation does not exist any more', 'organisationId');
    }
    const done = accepted({ organisationId: organisation.id, hasDirectVerification: input.isEnabled });
    if (organisation.hasDirectVerification === input.isEnabled) return done;
    const at = clock.now();
    organisation.hasDirectVerification = input.isEnabled;
    organisation.version += 1;
    await em.flush();
    await appendAudit(em, {
      actor: { kind: 'OFFICER', id: accountId },
      action: 'DIRECT_VERIFICATION_SET',
      officerId: null,
      organisationId: organisation.id,
      facts: { isEnabled: input.isEnabled },
      at,
    });
    await announceOrganisations(em, [organisation.id], at);
    return done;
  });
}
