import { OptionRow } from '@lapor/ui';
import { useId } from 'react';
import { useText } from '../language/use-text.ts';
import type { Workplace } from '../session/posts.ts';
import { useSession } from '../session/session-context.ts';

/** The organisations of the officer's posts; a choice when there are several. */
export function WorkplaceChoice() {
  const t = useText();
  const name = useId();
  const { workplaces, workplace, chooseWorkplace } = useSession();
  const roles = useRoles();
  if (workplaces.length === 1) {
    return (
      <p>
        {workplace.organisation.name}
        <small className="caption block">{roles(workplace)}</small>
      </p>
    );
  }
  return (
    <fieldset>
      <legend className="legend">{t('account.worksFor')}</legend>
      {workplaces.map((place) => (
        <OptionRow
          key={place.organisation.id}
          name={name}
          title={place.organisation.name}
          why={roles(place)}
          checked={place.organisation.id === workplace.organisation.id}
          onChange={() => chooseWorkplace(place.organisation.id)}
        />
      ))}
    </fieldset>
  );
}

/** "Admin instansi, pejabat penghubung". */
export function useRoles(): (place: Workplace) => string {
  const t = useText();
  return (place) => place.roles.map((role) => t(`role.${role}`)).join(', ');
}
