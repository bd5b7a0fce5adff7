import { useSettled } from '@lapor/staff';
import { useQuery } from 'urql';
import type { ResultOf } from '../graphql.ts';
import type { CounterWords } from './counter-input.ts';
import { CounterHintsDocument } from './counter.graphql.ts';

type Hints = ResultOf<typeof CounterHintsDocument>;
export type Suggested = Hints['suggestRouting']['categories'][number]['category'];
export type Similar = Hints['similarReports'][number];

const ENOUGH_LETTERS = 20;
const PAUSE_MS = 600;

/** Categories that the words suggest, and open public reports that may be about the same. Hints: they never stand in the way. */
export function useCounterHints({ title, text, region, placeText, category }: CounterWords): {
  categories: readonly Suggested[];
  similar: readonly Similar[];
} {
  const written = useSettled(`${title} ${text}`.trim(), PAUSE_MS);
  const place = useSettled(placeText.trim(), PAUSE_MS);
  const isEnough = written.length >= ENOUGH_LETTERS;
  const [{ data }] = useQuery({
    query: CounterHintsDocument,
    variables: {
      text: written,
      regionCode: region?.code ?? null,
      placeText: place || null,
      categoryId: category?.id ?? null,
    },
    pause: !isEnough,
  });
  if (!isEnough || !data) return { categories: [], similar: [] };
  return {
    categories: data.suggestRouting.categories.slice(0, 3).map((suggested) => suggested.category),
    similar: region ? data.similarReports : [],
  };
}
