import type { ChangeEffects, ChangeScope } from '../report/index.ts';
import { endAssignments } from './assignments.ts';

/** Ends the part of the unit that helps and says so: the report keeps its lead, its state and its count of returns. */
export function giveBackPart(
  scope: ChangeScope,
  { reason, text }: { reason: string; text: string },
): ChangeEffects {
  const own = scope.acting?.assignment;
  endAssignments(
    scope,
    scope.assignments.filter(
      ({ organisationId, role }) => role === own?.role && organisationId === own.organisationId,
    ),
  );
  return {
    transition: 'assignCoHandlers',
    entry: { kind: 'CO_HANDLERS_CHANGED', text, audience: 'PARTIES', reasonCode: reason },
  };
}
