import type { Context } from '../../context.ts';
import type { Outcome } from '../refusal/index.ts';
import { toUserError } from '@lapor/request/graphql';
import type { ChangeAnswer } from './carry-out.ts';
import { toOrganisationChange } from './mapper.ts';
import { findChange } from './repository.ts';
import { type ChangeOrganisationResult, OrganisationChanged } from './results.ts';

/** A use case's outcome as the result of its mutation, as the viewer sees the organisation now. */
export async function answerChange(
  { database, loaders, eventsCommitted }: Context,
  outcome: Outcome<ChangeAnswer>,
): Promise<typeof ChangeOrganisationResult> {
  if (!outcome.ok) return toUserError(outcome.error);
  eventsCommitted();
  const { organisationId, changeId } = outcome.value;
  loaders.organisation.clearAll();
  const [organisation, change] = await Promise.all([
    loaders.organisation.load(organisationId),
    changeId === null ? null : findChange(database, changeId),
  ]);
  return Object.assign(new OrganisationChanged(), {
    organisation,
    change: change === null ? null : toOrganisationChange(change),
  });
}
