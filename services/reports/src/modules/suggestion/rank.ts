import type { AppliedRule } from './route-rules.ts';

/** A category whose label shares words with the text. */
export interface LabelMatch {
  categoryId: string;
  score: number;
  words: readonly string[];
}

/** A published report that was routed before and is alike. */
export interface Neighbour {
  categoryId: string | null;
  organisationId: string;
  /** Whether the organisation may be suggested here: it exists, and is national or of the place. */
  isEligible: boolean;
  /** How much of what the text says it says, too: 0 to 1. */
  likeness: number;
  words: readonly string[];
}

/** An organisation that the text names by its acronym. */
export interface Mention {
  organisationId: string;
  word: string;
}

export interface RankedCategory {
  categoryId: string;
  /** Of the whole that speaks for any category: 0 to 1. */
  share: number;
  words: readonly string[];
  similarReportCount: number;
}

export interface RankedOrganisation {
  organisationId: string;
  share: number;
  words: readonly string[];
  similarReportCount: number;
  rule: AppliedRule | null;
}

/**
 * The numbers of the ranking, chosen on complaints of their own and never on those that measure them: ADR 0028.
 * `half`: so many votes count as much as labels or rules. `steepness`: how much more a very similar report counts than a little
 * similar one. `least`: what has a smaller share is not shown.
 */
export const RANKING = {
  half: 1,
  steepness: 2,
  least: 0.1,
  /** Of a category on all levels: most such matters are the regency's. */
  levels: { NATIONAL: 0.25, PROVINCE: 0.25, REGENCY: 0.5 },
  mention: 0.5,
  confident: { share: 0.5, lead: 2 },
} as const;

/** Words and reports that speak for each category; the more alike reports there are, the more they count. */
export function rankCategories(
  labels: readonly LabelMatch[],
  neighbours: readonly Neighbour[],
): RankedCategory[] {
  const votes = tally(
    neighbours.flatMap(({ categoryId, likeness, words }) =>
      categoryId === null ? [] : [{ key: categoryId, weight: likeness ** RANKING.steepness, words }],
    ),
  );
  const said = tally(
    labels.map(({ categoryId, score, words }) => ({ key: categoryId, weight: score, words })),
  );
  return blend(said, votes).map(({ key, ...rest }) => ({ categoryId: key, ...rest }));
}

/** Rules for the categories, organisations that the text names, and where alike reports of the place went. */
export function rankOrganisations(
  categories: readonly RankedCategory[],
  rules: readonly AppliedRule[],
  mentions: readonly Mention[],
  neighbours: readonly Neighbour[],
): RankedOrganisation[] {
  const ruled = categories.flatMap(({ categoryId, share, words }) => {
    const own = rules.filter((rule) => rule.categoryId === categoryId);
    const whole = own.reduce((sum, { level }) => sum + RANKING.levels[level], 0);
    return own.map((rule) => ({
      key: rule.organisationId,
      weight: (share * RANKING.levels[rule.level]) / whole,
      words,
      rule,
    }));
  });
  const named = mentions.map(({ organisationId, word }) => ({
    key: organisationId,
    weight: RANKING.mention,
    words: [word],
  }));
  const votes = tally(
    neighbours
      .filter(({ isEligible }) => isEligible)
      .map(({ organisationId, likeness, words }) => ({
        key: organisationId,
        weight: likeness ** RANKING.steepness,
        words,
      })),
  );
  return blend(tally([...ruled, ...named]), votes).map(({ key, ...rest }) => ({
    organisationId: key,
    ...rest,
    // The rule for the likeliest category, where several lead there.
    rule: ruled.find((candidate) => candidate.key === key)?.rule ?? null,
  }));
}

/** Whether the first is far ahead: only then a suggestion may be filled in. */
export function isFarAhead(ranked: readonly { share: number }[]): boolean {
  const [first, second] = ranked;
  if (!first) return false;
  const { share, lead } = RANKING.confident;
  return first.share >= share && first.share >= lead * (second?.share ?? 0);
}

interface Tally {
  total: number;
  by: ReadonlyMap<string, { weight: number; words: ReadonlySet<string>; count: number }>;
}

function tally(entries: readonly { key: string; weight: number; words: readonly string[] }[]): Tally {
  const by = new Map<string, { weight: number; words: Set<string>; count: number }>();
  for (const { key, weight, words } of entries) {
    const known = by.get(key) ?? { weight: 0, words: new Set<string>(), count: 0 };
    known.weight += weight;
    known.count += 1;
    for (const word of words) known.words.add(word);
    by.set(key, known);
  }
  return { total: [...by.values()].reduce((sum, { weight }) => sum + weight, 0), by };
}

/** Shares of what is known beforehand and of votes, the votes counting the more the more there are. */
function blend(known: Tally, votes: Tally) {
  const trust = known.total === 0 ? 1 : votes.total / (votes.total + RANKING.half);
  const shareIn = ({ total, by }: Tally, key: string) =>
    total === 0 ? 0 : (by.get(key)?.weight ?? 0) / total;
  return [...new Set([...known.by.keys(), ...votes.by.keys()])]
    .map((key) => ({
      key,
      share: (1 - trust) * shareIn(known, key) + trust * shareIn(votes, key),
      words: [...new Set([...(known.by.get(key)?.words ?? []), ...(votes.by.get(key)?.words ?? [])])].sort(),
      similarReportCount: votes.by.get(key)?.count ?? 0,
    }))
    .filter(({ share }) => share >= RANKING.least)
    .sort((a, b) => b.share - a.share || (a.key < b.key ? -1 : 1));
}
