import type { InvalidInput, NotFound } from '@lapor/subgraph';
import type { Context } from '../../context.ts';
import type { Outcome } from '../refusal/index.ts';
import { type ChangeRefused, toUserError } from '@lapor/request/graphql';
import { OfficerChanged } from './graphql.ts';

/** What became of a change as a member of `ChangeOfficerResult`; delivery of its events begins. */
export async function answerOfficerChange(
  { loaders, eventsCommitted }: Context,
  work: Promise<Outcome<{ officerId: string }>>,
): Promise<OfficerChanged | InvalidInput | NotFound | ChangeRefused> {
  const outcome = await work;
  if (!outcome.ok) return toUserError(outcome.error);
  eventsCommitted();
  // What was read before the change must not be shown after it.
  loaders.officer.clearAll();
  loaders.posts.clearAll();
  const officer = await loaders.officer.load(outcome.value.officerId);
  return Object.assign(new OfficerChanged(), { officer: officer! });
}
