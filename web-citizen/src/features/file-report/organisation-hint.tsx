import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { Button } from '@lapor/ui';
import { SearchPicker } from '../../components/search-picker.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { useT } from '../../app/language-provider.tsx';
import { fieldId } from './check-draft.ts';
import { OrganisationSuggestions } from './organisation-suggestions.tsx';
import { SearchOrganisationsDocument } from './places.graphql.ts';
import type { DraftHandle } from './use-draft.ts';

/** Who knows which office is meant may say so; everybody else need not. */
export function OrganisationHint({
  handle: { draft, change },
  error,
}: {
  handle: Pick<DraftHandle, 'draft' | 'change'>;
  error: ReactNode;
}) {
  const t = useT();
  const [search, setSearch] = useState('');
  const settled = useDebounced(search.trim(), 300);
  const [{ data, fetching }] = useQuery({
    query: SearchOrganisationsDocument,
    variables: { search: settled, regionCode: null },
    pause: settled.length < 3,
  });
  const found = settled.length < 3 ? [] : (data?.organisations.edges ?? []).map(({ node }) => node);

  if (draft.organisation) {
    return (
      <div className="field">
        <p className="label">{t('hint.organisation')}</p>
        <p className="row row--between">
          <span>{draft.organisation.name}</span>
          <Button
            id={fieldId('organisation')}
            size="small"
            variant="quiet"
            onClick={() => change({ organisation: null })}
          >
            {t('hint.removeOrganisation')}
          </Button>
        </p>
      </div>
    );
  }
  return (
    <>
      <OrganisationSuggestions handle={{ draft, change }} />
      <details open={error != null}>
        <summary className="link-like">{t('hint.knowOrganisation')}</summary>
        <SearchPicker
          id={fieldId('organisation')}
          label={t('hint.organisation')}
          hint={t('hint.organisationHint')}
          error={error}
          search={search}
          onSearch={setSearch}
          options={found.map((each) => ({
            id: each.id,
            label: each.name,
            note: each.government.id === each.id ? undefined : each.government.name,
          }))}
          status={
            fetching || settled !== search.trim()
              ? t('common.searching')
              : t('common.results', { count: found.length })
          }
          onPick={(id) => {
            const organisation = found.find((each) => each.id === id);
            if (organisation) change({ organisation: { id, name: organisation.name } });
          }}
        />
      </details>
    </>
  );
}
