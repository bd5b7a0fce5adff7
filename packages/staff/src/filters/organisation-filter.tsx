import { FilterButton } from '@lapor/ui';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useText } from '../language/use-text.ts';
import { OrganisationPick } from '../picking/organisation-pick.tsx';
import { OrganisationNameDocument } from '../session/invitation/invitation.graphql.ts';

interface OrganisationFilterProps {
  /** "Unit". */
  label: string;
  /** Id of the chosen one; empty: all. */
  value: string;
  /** Only units below this one (and itself). */
  withinId?: string;
  onChange: (id: string) => void;
}

/** Narrows a list to one organisation and what is below it; a press opens the search, another takes it off. */
export function OrganisationFilter({ label, value, withinId, onChange }: OrganisationFilterProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (open) search.current?.focus();
  }, [open]);
  const [{ data }] = useQuery({
    query: OrganisationNameDocument,
    variables: { id: value },
    pause: value === '',
  });
  const name = value === '' ? null : (data?.organisation?.name ?? '…');
  return (
    <>
      <FilterButton
        active={name !== null}
        removeLabel={t('filter.remove')}
        expanded={name === null ? open : undefined}
        onClick={() => {
          if (name !== null) onChange('');
          else setOpen(!open);
        }}
      >
        {name === null ? label : `${label}: ${name}`}
      </FilterButton>
      {open && name === null && (
        <div className="filter-pick">
          <OrganisationPick
            label={label}
            withinId={withinId}
            startAtId={withinId}
            picked={null}
            onPick={({ id }) => {
              setOpen(false);
              onChange(id);
            }}
            inputRef={search}
          />
        </div>
      )}
    </>
  );
}
