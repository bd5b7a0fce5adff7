import { useState } from 'react';
import { useQuery } from 'urql';
import { Card, ChipChoice } from '@lapor/ui';
import { SearchPicker } from '../../components/search-picker.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { useT } from '../../app/language-provider.tsx';
import { fieldId } from './check-draft.ts';
import type { Draft, DraftCategory } from './draft.ts';
import { SearchCategoriesDocument, SuggestCategoriesDocument } from './suggestions.graphql.ts';
import type { DraftHandle } from './use-draft.ts';

/** Below this a text says too little to guess from, and nothing but the text is asked for. */
export const tellingLength = 15;

/** What the text seems to be about; nothing while it says too little. */
export function useSuggestedCategories(draft: Pick<Draft, 'text' | 'region'>) {
  const text = useDebounced(draft.text.trim(), 700);
  const telling = text.length >= tellingLength;
  const [{ data }] = useQuery({
    query: SuggestCategoriesDocument,
    variables: { text, regionCode: draft.region?.code ?? null },
    pause: !telling,
  });
  return telling ? (data?.suggestRouting.categories ?? []) : [];
}

/** What the text seems to be about, to pick from; or any other category, by search. Never required. */
export function CategoryChoice({ handle: { draft, change } }: { handle: DraftHandle }) {
  const t = useT();
  const suggested = useSuggestedCategories(draft);
  const [searching, setSearching] = useState(false);

  const choices = withChosen(
    suggested.map(({ category }) => category),
    draft.category,
  );

  const pick = (category: DraftCategory | undefined) => {
    if (!category) return;
    setSearching(false);
    // A sensitive category proposes confidential; leaving it takes the proposal back.
    const proposed = category.isSensitive || (draft.isConfidential && !draft.category?.isSensitive);
    change({ category, isConfidential: proposed });
  };
  const reason = suggested.find(({ category }) => category.id === draft.category?.id);

  return (
    <Card labelledBy="suggested" className="stack-3">
      <div>
        <h2 id="suggested" className="h3">
          {t(choices.length > 0 ? 'file.about' : 'file.category')}
        </h2>
        <p className="caption">{t(choices.length > 0 ? 'file.aboutHint' : 'file.noSuggestion')}</p>
      </div>
      <ChipChoice
        label={t('file.category')}
        value={draft.category?.id ?? null}
        options={choices.map((category) => ({ value: category.id, label: category.name }))}
        onChange={(id) => pick(choices.find((category) => category.id === id))}
      >
        <button
          className="chip-choice"
          type="button"
          id={fieldId('category')}
          aria-expanded={searching}
          onClick={() => setSearching(!searching)}
        >
          {t(choices.length > 0 ? 'file.otherCategory' : 'file.searchCategory')}
        </button>
      </ChipChoice>
      {searching && <CategorySearch onPick={pick} />}
      {draft.category && (
        <p className="caption" role="status">
          {[
            draft.category.path,
            reason?.matchedWords.length && t('file.because', { words: reason.matchedWords.join(', ') }),
            reason?.similarReportCount && t('file.becauseSimilar', { count: reason.similarReportCount }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </Card>
  );
}

function CategorySearch({ onPick }: { onPick: (category: DraftCategory | undefined) => void }) {
  const t = useT();
  const [search, setSearch] = useState('');
  const settled = useDebounced(search.trim(), 300);
  const [{ data, fetching }] = useQuery({
    query: SearchCategoriesDocument,
    variables: { search: settled || null },
  });
  const found = data?.categories ?? [];
  return (
    <SearchPicker
      label={t('file.searchCategory')}
      search={search}
      onSearch={setSearch}
      options={found.map((category) => ({
        id: category.id,
        label: category.name,
        note: category.path === category.name ? undefined : category.path,
      }))}
      status={fetching ? t('common.searching') : t('common.results', { count: found.length })}
      onPick={(id) => onPick(found.find((category) => category.id === id))}
    />
  );
}

/** The chosen one stays in sight when the suggestions change under it. */
function withChosen(
  suggested: readonly DraftCategory[],
  chosen: DraftCategory | null,
): readonly DraftCategory[] {
  return chosen && !suggested.some(({ id }) => id === chosen.id) ? [chosen, ...suggested] : suggested;
}
