import { loadRegencyLocator } from '@lapor/boundaries';
import type { Database } from '@lapor/database';
import type { Logger } from '@lapor/logging';
import type { GeoPoint } from '../report/index.ts';
import { searchedWords, wordsOf } from '../search/index.ts';
import {
  isFarAhead,
  rankCategories,
  rankOrganisations,
  type RankedCategory,
  type RankedOrganisation,
} from './rank.ts';
import { findLabelMatches, findMentions, findNeighbours } from './repository.ts';
import type { RouteRules } from './route-rules.ts';

/** What is known of a report that is being written. */
export interface Written {
  text: string;
  placeText: string | null;
  regionCode: string | null;
  point: GeoPoint | null;
  /** A report that must not be its own example. */
  exceptId?: string | null;
}

export interface RoutingSuggestion {
  categories: RankedCategory[];
  organisations: RankedOrganisation[];
  isConfident: boolean;
}

const MOST_SHOWN = 3;
const MOST_RULED = 3;

/**
 * What a text seems to be about and who is usually competent, each with its reasons: words of labels, published reports that verifiers
 * routed before, the rules of the category map. Empty when nothing speaks for anything. Without the rules it goes on without them.
 */
export async function suggestRouting(
  { database, routeRules, logger }: { database: Database; routeRules: RouteRules; logger: Logger },
  written: Written,
): Promise<RoutingSuggestion> {
  const nothing: RoutingSuggestion = { categories: [], organisations: [], isConfident: false };
  const words = await searchedWords(database, `${written.text} ${written.placeText ?? ''}`);
  if (words.length === 0) return nothing;
  const regionCode = written.regionCode ?? (await regionOf(written.point));
  const [labels, neighbours, mentions] = await Promise.all([
    findLabelMatches(database, words),
    findNeighbours(database, words, regionCode, written.exceptId ?? null),
    findMentions(database, [...new Set(wordsOf(written.text))], regionCode),
  ]);
  const categories = rankCategories(labels, neighbours);
  const likely = categories.slice(0, MOST_RULED).map(({ categoryId }) => categoryId);
  const rules =
    likely.length === 0
      ? []
      : await routeRules.find(likely, regionCode).catch((error: Error) => {
          logger.warn({ err: error }, 'Suggestions are made without the category map');
          return [];
        });
  const organisations = rankOrganisations(categories.slice(0, MOST_RULED), rules, mentions, neighbours);
  return {
    categories: categories.slice(0, MOST_SHOWN),
    organisations: organisations.slice(0, MOST_SHOWN),
    isConfident: isFarAhead(categories) && isFarAhead(organisations),
  };
}

async function regionOf(point: GeoPoint | null): Promise<string | null> {
  return point ? ((await loadRegencyLocator()).find(point)?.code ?? null) : null;
}
