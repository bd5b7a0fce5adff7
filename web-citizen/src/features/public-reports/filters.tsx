import { useEffect, useId, useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { Button, Field, FilterButton, Filters, Select, TextInput, filterIcon, searchIcon } from '@lapor/ui';
import { SearchPicker } from '../../components/search-picker.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { useT, useWords } from '../../app/language-provider.tsx';
import { SearchRegionsDocument } from '../file-report/places.graphql.ts';
import { states, type ListFilter } from './list-filter.ts';
import { FilterNamesDocument, TopCategoriesDocument } from './public-reports.graphql.ts';

interface ListFiltersProps {
  filter: ListFilter;
  onChange: (filter: ListFilter) => void;
}

export function ListFilters({ filter, onChange }: ListFiltersProps) {
  const t = useT();
  const words = useWords();
  const foldId = useId();
  const [unfolded, setUnfolded] = useState(false);
  const [search, setSearch] = useState(filter.search);
  useEffect(() => setSearch(filter.search), [filter.search]);
  const [{ data: categories }] = useQuery({ query: TopCategoriesDocument });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({ ...filter, search: search.trim() });
  };
  return (
    <div className="card stack">
      <form className="search-row" role="search" onSubmit={submit}>
        <Field label={t('list.search')} hint={t('list.searchHint')}>
          <TextInput
            type="search"
            icon={searchIcon}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </Field>
        <Button type="submit">{t('list.searchDo')}</Button>
      </form>
      <Button
        className="only-narrow"
        variant="quiet"
        icon={filterIcon}
        aria-expanded={unfolded}
        aria-controls={foldId}
        onClick={() => setUnfolded(!unfolded)}
      >
        {t('list.filters')}
      </Button>
      <div id={foldId} className={unfolded ? 'grid-3' : 'grid-3 folded'}>
        <Field label={t('list.state')}>
          <Select
            value={filter.state ?? ''}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              onChange({ ...filter, state: states.find((state) => state === chosen) ?? null });
            }}
          >
            <option value="">{t('list.all')}</option>
            {states.map((state) => (
              <option key={state} value={state}>
                {words.states[state]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('file.category')}>
          <Select
            value={filter.categoryId ?? ''}
            onChange={(event) => onChange({ ...filter, categoryId: event.currentTarget.value || null })}
          >
            <option value="">{t('list.all')}</option>
            {(categories?.categories ?? []).map((category) => (
              <option key={category.id} value={category.id}>
                {category.name}
              </option>
            ))}
          </Select>
        </Field>
        <RegionFilter onPick={(regionCode) => onChange({ ...filter, regionCode })} />
      </div>
      <ActiveFilters filter={filter} onChange={onChange} />
    </div>
  );
}

function RegionFilter({ onPick }: { onPick: (code: string) => void }) {
  const t = useT();
  const [search, setSearch] = useState('');
  const settled = useDebounced(search.trim(), 300);
  const [{ data, fetching }] = useQuery({
    query: SearchRegionsDocument,
    variables: { search: settled },
    pause: settled.length < 2,
  });
  const found = settled.length < 2 ? [] : (data?.regions ?? []);
  return (
    <SearchPicker
      label={t('list.region')}
      search={search}
      onSearch={setSearch}
      options={found.map((region) => ({ id: region.code, label: region.name, note: region.fullName }))}
      status={
        fetching || settled !== search.trim()
          ? t('common.searching')
          : t('common.results', { count: found.length })
      }
      onPick={(code) => {
        setSearch('');
        onPick(code);
      }}
    />
  );
}

/** What is set, each to be taken off. */
function ActiveFilters({ filter, onChange }: ListFiltersProps) {
  const t = useT();
  const words = useWords();
  const [{ data }] = useQuery({
    query: FilterNamesDocument,
    variables: {
      regionCode: filter.regionCode ?? '',
      withRegion: filter.regionCode !== null,
      categoryId: filter.categoryId ?? '',
      withCategory: filter.categoryId !== null,
    },
    pause: filter.regionCode === null && filter.categoryId === null,
  });
  const active: [string, Partial<ListFilter>][] = [];
  if (filter.search) active.push([`“${filter.search}”`, { search: '' }]);
  if (filter.state) active.push([words.states[filter.state], { state: null }]);
  if (filter.categoryId) active.push([data?.category?.name ?? filter.categoryId, { categoryId: null }]);
  if (filter.regionCode) active.push([data?.region?.fullName ?? filter.regionCode, { regionCode: null }]);
  if (active.length === 0) return null;
  return (
    <Filters label={t('list.active')}>
      {active.map(([label, without]) => (
        <FilterButton
          key={label}
          active
          removeLabel={t('list.remove')}
          onClick={() => onChange({ ...filter, ...without })}
        >
          {label}
        </FilterButton>
      ))}
    </Filters>
  );
}
