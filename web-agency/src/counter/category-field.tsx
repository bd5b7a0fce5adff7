import { CategoryPick, PickedField } from '@lapor/staff/picking';
import { useText } from '../app/use-text.ts';
import type { Suggested } from './use-counter-hints.ts';

interface CategoryFieldProps {
  picked: { id: string; path: string } | null;
  suggested: readonly Suggested[];
  error: string | undefined;
  onPick: (category: { id: string; path: string } | null) => void;
}

/** What it is about: what the words suggest at a press, everything else by search. The verifier decides. */
export function CategoryField({ picked, suggested, error, onPick }: CategoryFieldProps) {
  const t = useText();
  const others = suggested.filter(({ id }) => id !== picked?.id);
  return (
    <PickedField
      label={t('counter.category')}
      hint={t('counter.categoryHint')}
      error={error}
      picked={picked?.path ?? null}
      clear={{ label: t('counter.categoryClear'), onClear: () => onPick(null) }}
    >
      {others.length > 0 && (
        <div className="row row--tight counter-suggested" role="group" aria-label={t('counter.suggested')}>
          {others.map(({ id, path }) => (
            <button
              key={id}
              type="button"
              className="btn btn--secondary btn--small"
              onClick={() => onPick({ id, path })}
            >
              {path}
            </button>
          ))}
        </div>
      )}
      <CategoryPick
        label={t('counter.category')}
        picked={picked}
        invalid={error !== undefined}
        onPick={({ id, path }) => onPick({ id, path })}
      />
    </PickedField>
  );
}
