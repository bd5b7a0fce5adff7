import { organisationIcon } from '@lapor/ui';
import type { ReactNode } from 'react';
import {
  OrganisationPick,
  type OrganisationPickProps,
  type PickedOrganisation,
} from './organisation-pick.tsx';
import { PickedField } from './picked-field.tsx';

interface OrganisationFieldProps extends Pick<
  OrganisationPickProps,
  'kinds' | 'exceptIds' | 'withLoad' | 'onPick'
> {
  label: string;
  hint?: ReactNode;
  error: string | undefined;
  picked: PickedOrganisation | null;
  /** Only units below this one, whose own are shown before anything is typed. */
  within?: string | undefined;
  /** Takes the choice back. */
  clear?: { label: string; onClear: () => void };
}

/** The field of a form for one organisation. */
export function OrganisationField(props: OrganisationFieldProps) {
  const { label, hint, error, picked, within, clear, ...pick } = props;
  return (
    <PickedField
      label={label}
      hint={hint}
      error={error}
      picked={picked?.name ?? null}
      icon={organisationIcon}
      clear={clear}
    >
      <OrganisationPick
        {...pick}
        label={label}
        withinId={within}
        startAtId={within}
        picked={picked}
        invalid={error !== undefined}
      />
    </PickedField>
  );
}
