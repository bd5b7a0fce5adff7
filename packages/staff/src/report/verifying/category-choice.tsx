import { Button, FieldError, OptionRow } from '@lapor/ui';
import { useEffect, useId, useRef, useState } from 'react';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { useText } from '../../language/use-text.ts';
import { CategoryPick, type PickedCategory } from '../../picking/category-pick.tsx';
import { Suggested } from './suggested.tsx';
import { SUGGESTION_KEYS } from './suggestion-keys.ts';
import type { Verification } from './use-verification.ts';

/** The reporter's category and those the text suggests, each with its reason; any other by search (K). */
export function CategoryChoice({ verification: { report, draft, faultAt } }: { verification: Verification }) {
  const t = useText();
  const name = useId();
  const [searching, setSearching] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (searching) search.current?.focus();
  }, [searching]);
  const options: { category: PickedCategory; why: string }[] = [];
  const offer = (category: PickedCategory | null, why: string) => {
    if (category && !options.some((option) => option.category.id === category.id))
      options.push({ category, why });
  };
  offer(report.category, t('verify.reportersChoice'));
  // Three to compare are enough; the search has the others.
  const suggested = (report.routingSuggestion?.categories ?? []).slice(0, report.category ? 2 : 3);
  for (const { category, matchedWords, similarReportCount } of suggested)
    offer(
      category,
      [
        t('verify.words', { words: matchedWords.map((word) => `“${word}”`).join(', ') }),
        similarReportCount > 0 ? t('verify.alike', { count: similarReportCount }) : null,
      ]
        .filter(Boolean)
        .join('; '),
    );
  offer(draft.value.category, t('verify.yourChoice'));

  const choose = (category: PickedCategory) => draft.change({ category });
  useShortcuts({
    k: () => setSearching(true),
    ...Object.fromEntries(
      SUGGESTION_KEYS.category.flatMap((key, index) => {
        const option = options[index];
        return option ? [[key, () => choose(option.category)]] : [];
      }),
    ),
  });
  const fault = faultAt('categoryId');
  return (
    <fieldset className={fault ? 'field--error' : undefined}>
      <legend className="legend">{t('verify.category')}</legend>
      {fault && <FieldError>{fault}</FieldError>}
      {options.map(({ category, why }, index) => (
        <OptionRow
          key={category.id}
          name={name}
          title={<Suggested title={category.path} shortcut={SUGGESTION_KEYS.category[index]} />}
          why={why}
          checked={draft.value.category?.id === category.id}
          onChange={() => choose(category)}
        />
      ))}
      {searching || options.length === 0 ? (
        <CategoryPick
          label={t('verify.category')}
          picked={draft.value.category}
          onPick={(category) => {
            choose(category);
            setSearching(false);
          }}
          inputRef={search}
        />
      ) : (
        <Button variant="quiet" size="small" onClick={() => setSearching(true)}>
          {t('verify.otherCategory')}
        </Button>
      )}
    </fieldset>
  );
}
