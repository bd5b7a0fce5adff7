import { pinIcon } from '@lapor/ui';
import { useState, type Ref } from 'react';
import { useQuery } from 'urql';
import type { VariablesOf } from '../graphql.ts';
import { useText } from '../language/use-text.ts';
import { FindRegionsDocument } from './regions.graphql.ts';
import { SearchPick } from './search-pick.tsx';
import { useSettled } from './use-settled.ts';

export interface PickedRegion {
  code: string;
  name: string;
}

interface RegionPickProps {
  label: string;
  levels?: VariablesOf<typeof FindRegionsDocument>['levels'];
  picked: PickedRegion | null;
  onPick: (region: PickedRegion) => void;
  invalid?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** Finds a province, regency, city or district by its name; typing errors are forgiven by the server. */
export function RegionPick({ label, levels, picked, onPick, invalid, inputRef }: RegionPickProps) {
  const t = useText();
  const [search, setSearch] = useState('');
  const asked = useSettled(search.trim());
  const [{ data, fetching, error }] = useQuery({
    query: FindRegionsDocument,
    variables: { search: asked, levels, first: 20 },
    pause: asked === '',
  });
  return (
    <SearchPick
      label={label}
      placeholder={t('pick.region')}
      icon={pinIcon}
      search={search}
      onSearch={setSearch}
      options={asked === '' ? [] : data?.regions.map(({ code, fullName }) => ({ id: code, title: fullName }))}
      busy={fetching || asked !== search.trim()}
      failed={error !== undefined}
      selectedId={picked?.code ?? null}
      onPick={({ id, title }) => onPick({ code: id, name: title })}
      empty={asked === '' ? t('pick.typeRegion') : t('pick.noRegion')}
      invalid={invalid}
      inputRef={inputRef}
    />
  );
}
