export interface Named {
  id: string;
  name: string;
}

/** Why an organisation is offered; words belong to the page. */
export interface LeadReasons {
  /** The citizen chose it. */
  hint: boolean;
  /** It governs the place. */
  local: boolean;
  /** It is the one that verifies. */
  own: boolean;
  /** How many of the similar reports it handles. */
  similar: number;
  /** It gave this report back. */
  returned: boolean;
}

export interface LeadSuggestion extends Named {
  reasons: LeadReasons;
}

interface Known {
  hint: Named | null;
  own: Named | null;
  local: readonly Named[];
  similarHandlers: readonly (Named | null)[];
  returnedBy: readonly (Named | null)[];
}

/**
 * Organisations worth offering, each once: the citizen's hint, then who handles similar reports (most first), then
 * the government of the place. One that has given the report back stays visible, at the end.
 */
export function suggestLeads({ hint, own, local, similarHandlers, returnedBy }: Known): LeadSuggestion[] {
  const found = new Map<string, LeadSuggestion>();
  const of = (organisation: Named): LeadSuggestion => {
    const known = found.get(organisation.id);
    if (known) return known;
    const fresh = {
      ...organisation,
      reasons: { hint: false, local: false, own: false, similar: 0, returned: false },
    };
    found.set(organisation.id, fresh);
    return fresh;
  };
  if (hint) of(hint).reasons.hint = true;
  for (const handler of similarHandlers) if (handler) of(handler).reasons.similar += 1;
  if (own) of(own).reasons.own = true;
  for (const organisation of local) of(organisation).reasons.local = true;
  for (const organisation of returnedBy) if (organisation) of(organisation).reasons.returned = true;
  const weight = ({ reasons }: LeadSuggestion) =>
    (reasons.returned ? -1_000 : 0) + (reasons.hint ? 100 : 0) + reasons.similar;
  return [...found.values()].sort((a, b) => weight(b) - weight(a));
}
