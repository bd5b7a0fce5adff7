import { userIcon } from '@lapor/ui';
import { useState, type Ref } from 'react';
import { useText } from '../language/use-text.ts';
import { SearchPick } from './search-pick.tsx';
import { useFoundOfficers } from './use-found-officers.ts';

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
  const { options, busy, failed } = useFoundOfficers(search, { withinId, exceptIds });
  return (
    <SearchPick
      label={label}
      placeholder={t('pick.officer')}
      icon={userIcon}
      search={search}
      onSearch={setSearch}
      options={options}
      busy={busy}
      failed={failed}
      selectedId={picked?.id ?? null}
      onPick={({ id, title }) => onPick({ id, name: title })}
      empty={t('pick.noOfficer')}
      invalid={invalid}
      inputRef={inputRef}
    />
  );
}
