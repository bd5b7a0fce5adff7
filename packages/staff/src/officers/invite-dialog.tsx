import { Field, Select } from '@lapor/ui';
import { useNavigate } from 'react-router';
import { ChangeDialog } from '../changing/change-dialog.tsx';
import { LineField } from '../changing/form-fields.tsx';
import { useToday } from '../dates/use-today.ts';
import { useText } from '../language/use-text.ts';
import { OrganisationField } from '../picking/organisation-field.tsx';
import type { PickedOrganisation } from '../picking/organisation-pick.tsx';
import type { PostRole } from '../session/posts.ts';
import { useSession } from '../session/session-context.ts';
import { InviteOfficerDocument } from './officers.graphql.ts';
import { rolesElsewhere, rolesToOffer } from './role-choice.ts';

interface InviteDialogProps {
  national?: boolean;
  /** Chosen before the officer does. */
  startAt: PickedOrganisation | null;
  onClose: () => void;
}

interface Invited {
  name: string;
  email: string;
  organisation: PickedOrganisation | null;
  role: PostRole | '';
  until: string;
}

/** Asks a colleague in: name, work address, post. The link goes by mail; a known address gets the further post. */
export function InviteDialog({ national, startAt, onClose }: InviteDialogProps) {
  const t = useText();
  const go = useNavigate();
  const today = useToday();
  const { officer, workplace } = useSession();
  const government = workplace.organisation.government.id;
  return (
    <ChangeDialog
      document={InviteOfficerDocument}
      draft="invite-officer"
      empty={{ name: '', email: '', organisation: startAt, role: '', until: '' } as Invited}
      title={t('officers.inviteTitle')}
      lead={<p className="caption">{t('officers.inviteLead')}</p>}
      submitLabel={t('officers.inviteSubmit')}
      doneText={t('officers.invited')}
      check={({ name, email, organisation, role, until }) => ({
        name: name.trim() ? undefined : 'REQUIRED',
        email: email.trim() === '' ? 'REQUIRED' : /^\S+@\S+\.\S+$/.test(email.trim()) ? undefined : 'INVALID',
        organisationId: organisation ? undefined : 'REQUIRED',
        role: role === '' ? 'REQUIRED' : undefined,
        until: until !== '' && until < today ? 'PAST' : undefined,
      })}
      words={{
        email: { INVALID: 'officers.emailInvalid' },
        organisationId: { REQUIRED: 'officers.organisationNeeded', NOT_FOUND: 'officers.organisationGone' },
        role: { REQUIRED: 'officers.roleNeeded', INVALID: 'officers.roleNotThere' },
        until: { PAST: 'tree.change.past', INVALID: 'tree.change.past' },
      }}
      inputOf={({ name, email, organisation, role, until }) => ({
        name: name.trim(),
        email: email.trim(),
        organisationId: organisation?.id ?? '',
        role: role as PostRole,
        until: until || null,
      })}
      onClose={onClose}
      onDone={(result) => {
        if (result.__typename === 'OfficerChanged') void go(`/petugas/${result.officer.id}`);
      }}
    >
      {(form) => {
        const { value, change, faultAt } = form;
        const roles = rolesToOffer(officer.posts, value.organisation);
        return (
          <>
            <LineField form={form} name="name" label={t('officers.name')} autoComplete="off" />
            <LineField
              form={form}
              name="email"
              label={t('officers.email')}
              hint={t('officers.emailHint')}
              type="email"
              autoComplete="off"
            />
            <OrganisationField
              label={t('officers.where')}
              error={faultAt('organisationId')}
              within={national ? undefined : government}
              picked={value.organisation}
              onPick={(organisation) => change({ organisation })}
            />
            <RoleField
              roles={roles}
              value={value.role}
              error={faultAt('role')}
              onChange={(role) => change({ role })}
            />
            <LineField
              form={form}
              name="until"
              label={t('officers.lastDay')}
              hint={t('officers.lastDayHint')}
              narrow
              type="date"
              min={today}
            />
          </>
        );
      }}
    </ChangeDialog>
  );
}

/** The role, with what it may do below it. */
export function RoleField({
  roles,
  value,
  error,
  onChange,
}: {
  roles: readonly PostRole[];
  value: PostRole | '';
  error: string | undefined;
  onChange: (role: PostRole | '') => void;
}) {
  const t = useText();
  const { officer } = useSession();
  return (
    <Field
      label={t('officers.role')}
      error={error}
      foot={value === '' ? undefined : t(`officers.roleMeans.${value}`)}
    >
      <Select value={value} onChange={(event) => onChange(event.currentTarget.value as PostRole | '')}>
        <option value="">{t('officers.chooseRole')}</option>
        {(value === '' || roles.includes(value) ? roles : [...roles, value]).map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
        {rolesElsewhere(officer.posts, roles)
          .filter((role) => role !== value)
          .map((role) => (
            <option key={role} value={role} disabled>
              {t('officers.roleOnlyAt', {
                role: t(`role.${role}`),
                places: t(`officers.rolePlaces.${role}`),
              })}
            </option>
          ))}
      </Select>
    </Field>
  );
}
