import { useState } from 'react';
import { useQuery } from 'urql';
import { SearchPicker } from '../../components/search-picker.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { useT } from '../../app/language-provider.tsx';
import { SearchOrganisationsDocument } from '../file-report/places.graphql.ts';

/** An agency by name or short name; its units are meant as well. */
export function AgencyFilter({ onPick }: { onPick: (organisationId: string) => void }) {
  const t = useT();
  const [search, setSearch] = useState('');
  const settled = useDebounced(search.trim(), 300);
  const [{ data, fetching, error }] = useQuery({
    query: SearchOrganisationsDocument,
    variables: { search: settled },
    pause: settled.length < 2,
  });
  const found = settled.length < 2 ? [] : (data?.organisations.edges ?? []);
  return (
    <SearchPicker
      label={t('list.agency')}
      search={search}
      onSearch={setSearch}
      options={found.map(({ node }) => ({
        id: node.id,
        label: node.name,
        note: node.government.id === node.id ? undefined : node.government.name,
      }))}
      status={
        error
          ? t('common.searchFailed')
          : fetching || settled !== search.trim()
            ? t('common.searching')
            : t('common.results', { count: found.length })
      }
      onPick={(organisationId) => {
        setSearch('');
        onPick(organisationId);
      }}
    />
  );
}
