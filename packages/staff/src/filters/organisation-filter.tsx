import { useQuery } from 'urql';
import { OrganisationPick } from '../picking/organisation-pick.tsx';
import { OrganisationNameDocument } from '../session/invitation/invitation.graphql.ts';
import { PickFilter } from './pick-filter.tsx';

interface OrganisationFilterProps {
  /** "Unit". */
  label: string;
  /** Id of the chosen one; empty: all. */
  value: string;
  /** Only units below this one (and itself). */
  withinId?: string;
  onChange: (id: string) => void;
}

/** Narrows a list to one organisation and what is below it. */
export function OrganisationFilter({ label, value, withinId, onChange }: OrganisationFilterProps) {
  const [{ data }] = useQuery({
    query: OrganisationNameDocument,
    variables: { id: value },
    pause: value === '',
  });
  return (
    <PickFilter
      label={label}
      chosen={value === '' ? null : (data?.organisation?.name ?? '…')}
      onClear={() => onChange('')}
    >
      {({ close, inputRef }) => (
        <OrganisationPick
          label={label}
          withinId={withinId}
          startAtId={withinId}
          picked={null}
          onPick={({ id }) => {
            close();
            onChange(id);
          }}
          inputRef={inputRef}
        />
      )}
    </PickFilter>
  );
}
