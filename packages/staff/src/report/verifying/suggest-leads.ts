import type { RouteRule } from '../../routing/route-words.ts';

export interface Named {
  id: string;
  name: string;
}

/** As the category map answers it. */
export type Rule = Pick<RouteRule, 'basis' | 'unitKey' | 'version'>;

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
  /** How many of the most similar published reports of the country it handles. */
  alike: number;
  /** Words of the text that led to it. */
  words: readonly string[];
  /** The rule of the category map that names it for this category and place. */
  rule: Rule | null;
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
  /** What the category map says, the likeliest first. */
  rules: readonly (Rule & { organisation: Named })[];
  similarHandlers: readonly (Named | null)[];
  /** As the text suggests, the likeliest first. */
  suggested: readonly { organisation: Named; alike: number; words: readonly string[] }[];
  returnedBy: readonly (Named | null)[];
}

/** So many similar reports speak against the map. */
const RULE_WEIGHT = 2.5;
/** One like it elsewhere says less than one at the same place, and twenty no more than these. */
const ALIKE_WEIGHT = 0.1;

/**
 * Organisations worth offering, each once: the citizen's hint, then whom the category map names, unless several
 * similar reports went elsewhere, then the government of the place. One that has given the report back stays visible,
 * at the end.
 */
export function suggestLeads({
  hint,
  own,
  local,
  rules,
  similarHandlers,
  suggested,
  returnedBy,
}: Known): LeadSuggestion[] {
  const found = new Map<string, LeadSuggestion>();
  const of = (organisation: Named): LeadSuggestion => {
    const known = found.get(organisation.id);
    if (known) return known;
    const fresh = {
      ...organisation,
      reasons: {
        hint: false,
        local: false,
        own: false,
        similar: 0,
        alike: 0,
        words: [],
        rule: null,
        returned: false,
      },
    };
    found.set(organisation.id, fresh);
    return fresh;
  };
  if (hint) of(hint).reasons.hint = true;
  for (const handler of similarHandlers) if (handler) of(handler).reasons.similar += 1;
  for (const { organisation, ...rule } of rules) of(organisation).reasons.rule ??= rule;
  for (const { organisation, alike, words } of suggested)
    Object.assign(of(organisation).reasons, { alike, words });
  if (own) of(own).reasons.own = true;
  for (const organisation of local) of(organisation).reasons.local = true;
  for (const organisation of returnedBy) if (organisation) of(organisation).reasons.returned = true;
  const weight = ({ reasons }: LeadSuggestion) =>
    (reasons.returned ? -1_000 : 0) +
    (reasons.hint ? 100 : 0) +
    (reasons.rule ? RULE_WEIGHT : 0) +
    reasons.similar +
    ALIKE_WEIGHT * reasons.alike;
  return [...found.values()].sort((a, b) => weight(b) - weight(a));
}
