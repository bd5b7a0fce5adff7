import { useState, type Ref } from 'react';
import { useQuery } from 'urql';
import { useText } from '../language/use-text.ts';
import { FindCategoriesDocument } from './categories.graphql.ts';
import { SearchPick } from './search-pick.tsx';
import { useSettled } from './use-settled.ts';

export interface PickedCategory {
  id: string;
  path: string;
  /** It goes to an agency only with data that support it. */
  needsSupportingData?: boolean;
}

interface CategoryPickProps {
  label: string;
  picked: PickedCategory | null;
  onPick: (category: PickedCategory) => void;
  invalid?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  /** Nothing is asked for before somebody searches: for a box that stands on a page which most read for something else. */
  beginsEmpty?: boolean;
}

/** Finds a category by its words; without any, the first level is shown, unless it `beginsEmpty`. */
export function CategoryPick({
  label,
  picked,
  onPick,
  invalid,
  inputRef,
  beginsEmpty = false,
}: CategoryPickProps) {
  const t = useText();
  const [search, setSearch] = useState('');
  const asked = useSettled(search.trim());
  const isEmpty = beginsEmpty && asked === '';
  const [{ data, fetching, error }] = useQuery({
    query: FindCategoriesDocument,
    variables: { search: asked || null, first: 30 },
    pause: isEmpty,
  });
  return (
    <SearchPick
      label={label}
      placeholder={t('pick.category')}
      search={search}
      onSearch={setSearch}
      options={
        isEmpty
          ? []
          : data?.categories.map(({ id, path, isSensitive }) => ({
              id,
              title: path,
              detail: isSensitive ? t('category.sensitive') : undefined,
            }))
      }
      busy={fetching || asked !== search.trim()}
      failed={error !== undefined}
      selectedId={picked?.id ?? null}
      onPick={({ id, title }) =>
        onPick({
          id,
          path: title,
          needsSupportingData:
            data?.categories.some((found) => found.id === id && found.needsSupportingData) ?? false,
        })
      }
      empty={t(isEmpty ? 'pick.typeCategory' : 'pick.noCategory')}
      invalid={invalid}
      inputRef={inputRef}
    />
  );
}
