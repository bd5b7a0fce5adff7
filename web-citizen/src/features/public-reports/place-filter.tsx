import { useState } from 'react';
import { useQuery } from 'urql';
import { Field, Select } from '@lapor/ui';
import { SearchPicker } from '../../components/search-picker.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { useT, useWords } from '../../app/language-provider.tsx';
import { SearchRegionsDocument } from '../file-report/places.graphql.ts';
import { countText } from './count-text.ts';
import type { FilterProps } from './filter-props.ts';

/** A place at any level: by name, or step by step through what has reports. */
export function PlaceFilter({ filter, found, onChange }: FilterProps) {
  const t = useT();
  const words = useWords();
  const [search, setSearch] = useState('');
  const settled = useDebounced(search.trim(), 300);
  const [{ data, fetching, error }] = useQuery({
    query: SearchRegionsDocument,
    variables: { search: settled },
    pause: settled.length < 2,
  });
  const regions = settled.length < 2 ? [] : (data?.regions ?? []);
  const below = found?.reportFacets.regions ?? [];
  const choose = (regionCode: string) => {
    setSearch('');
    // A place is somewhere else than what the map showed.
    onChange({ ...filter, regionCode, area: null });
  };
  return (
    <>
      <SearchPicker
        label={t('list.region')}
        search={search}
        onSearch={setSearch}
        options={regions.map((region) => ({ id: region.code, label: region.name, note: region.fullName }))}
        status={
          error
            ? t('common.searchFailed')
            : fetching || settled !== search.trim()
              ? t('common.searching')
              : t('common.results', { count: regions.length })
        }
        onPick={choose}
      />
      <Field label={t(filter.regionCode ? 'list.regionBelow' : 'list.province')}>
        <Select value="" onChange={(event) => event.currentTarget.value && choose(event.currentTarget.value)}>
          <option value="">{t(filter.regionCode ? 'list.allBelow' : 'list.all')}</option>
          {below.map((facet) => (
            <option key={facet.region.code} value={facet.region.code}>
              {`${facet.region.name} (${countText(words, facet)})`}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
