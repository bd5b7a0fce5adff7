import { userIcon } from '@lapor/ui';
import { useState, type Ref } from 'react';
import { useQuery } from 'urql';
import { useText } from '../language/use-text.ts';
import { FindOfficersDocument } from './officers.graphql.ts';
import { SearchPick } from './search-pick.tsx';
import { useSettled } from './use-settled.ts';

export interface PickedOfficer {
  id: string;
  name: string;
}

interface OfficerPickProps {
  label: string;
  /** Only officers of this organisation and what is below it. */
  withinId?: string;
  exceptIds?: readonly string[];
  picked: PickedOfficer | null;
  onPick: (officer: PickedOfficer) => void;
  invalid?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** Finds a colleague with an active account by name or work address. */
export function OfficerPick({
  label,
  withinId,
  exceptIds,
  picked,
  onPick,
  invalid,
  inputRef,
}: OfficerPickProps) {
  const t = useText();
  const [search, setSearch] = useState('');
  const asked = useSettled(search.trim());
  const [{ data, fetching, error }] = useQuery({
    query: FindOfficersDocument,
    variables: { filter: { withinId, search: asked || null, states: ['ACTIVE'] }, first: 20 },
  });
  return (
    <SearchPick
      label={label}
      placeholder={t('pick.officer')}
      icon={userIcon}
      search={search}
      onSearch={setSearch}
      options={data?.officers.edges
        .filter(({ node }) => !exceptIds?.includes(node.id))
        .map(({ node }) => ({
          id: node.id,
          title: node.name ?? t('account.officer'),
          detail: node.posts
            .map(
              ({ role, organisation }) =>
                `${t(`role.${role}`)}, ${organisation.acronym ?? organisation.name}`,
            )
            .join('; '),
        }))}
      busy={fetching || asked !== search.trim()}
      failed={error !== undefined}
      selectedId={picked?.id ?? null}
      onPick={({ id, title }) => onPick({ id, name: title })}
      empty={t('pick.noOfficer')}
      invalid={invalid}
      inputRef={inputRef}
    />
  );
}
