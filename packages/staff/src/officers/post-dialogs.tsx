import { OptionRow, userIcon } from '@lapor/ui';
import { useId } from 'react';
import { DelegatePostDocument, EndDelegationDocument } from '../account/account.graphql.ts';
import { ChangeDialog } from '../changing/change-dialog.tsx';
import { LineField } from '../changing/form-fields.tsx';
import { useToday } from '../dates/use-today.ts';
import { useText } from '../language/use-text.ts';
import { OfficerPick, type PickedOfficer } from '../picking/officer-pick.tsx';
import { OrganisationField } from '../picking/organisation-field.tsx';
import type { PickedOrganisation } from '../picking/organisation-pick.tsx';
import { PickedField } from '../picking/picked-field.tsx';
import type { PostRole } from '../session/posts.ts';
import { useSession } from '../session/session-context.ts';
import { addDays } from './add-days.ts';
import { RoleField } from './invite-dialog.tsx';
import { EndPostDocument, GrantPostDocument } from './officers.graphql.ts';
import { placeName, type PostRow } from './post-words.tsx';
import { rolesToOffer } from './role-choice.ts';

interface OfficerDialogProps {
  officer: { id: string; name: string | null };
  onClose: () => void;
}

/** A further post of somebody who is here already. */
export function GrantPostDialog({ officer, national, onClose }: OfficerDialogProps & { national?: boolean }) {
  const t = useText();
  const today = useToday();
  const session = useSession();
  const government = session.workplace.organisation.government.id;
  return (
    <ChangeDialog
      document={GrantPostDocument}
      draft={`grant-post:${officer.id}`}
      empty={{
        organisation: null as PickedOrganisation | null,
        role: '' as PostRole | '',
        from: '',
        until: '',
      }}
      title={t('officers.addPostTitle', { name: officer.name ?? t('officers.unnamed') })}
      submitLabel={t('officers.addPost')}
      doneText={t('officers.postAdded')}
      check={({ organisation, role, from, until }) => ({
        organisationId: organisation ? undefined : 'REQUIRED',
        role: role === '' ? 'REQUIRED' : undefined,
        from: from !== '' && from < today ? 'PAST' : undefined,
        until: until !== '' && until < (from || today) ? 'PAST' : undefined,
      })}
      words={{
        organisationId: { REQUIRED: 'officers.organisationNeeded', NOT_FOUND: 'officers.organisationGone' },
        role: { REQUIRED: 'officers.roleNeeded', INVALID: 'officers.roleNotThere' },
        from: { PAST: 'tree.change.past', INVALID: 'tree.change.past' },
        until: { PAST: 'officers.untilBeforeFrom', INVALID: 'officers.untilBeforeFrom' },
      }}
      inputOf={({ organisation, role, from, until }) => ({
        officerId: officer.id,
        organisationId: organisation?.id ?? '',
        role: role as PostRole,
        from: from || null,
        until: until || null,
      })}
      onClose={onClose}
    >
      {(form) => (
        <>
          <OrganisationField
            label={t('officers.where')}
            error={form.faultAt('organisationId')}
            within={national ? undefined : government}
            picked={form.value.organisation}
            onPick={(organisation) => form.change({ organisation })}
          />
          <RoleField
            roles={rolesToOffer(session.officer.posts, form.value.organisation)}
            value={form.value.role}
            error={form.faultAt('role')}
            onChange={(role) => form.change({ role })}
          />
          <div className="grid-2">
            <LineField
              form={form}
              name="from"
              label={t('officers.firstDay')}
              type="date"
              min={today}
              unless={today}
            />
            <LineField
              form={form}
              name="until"
              label={t('officers.lastDay')}
              hint={t('officers.lastDayHint')}
              type="date"
              min={form.value.from || today}
            />
          </div>
        </>
      )}
    </ChangeDialog>
  );
}

/** Ends a post: at once, or with a last day. */
export function EndPostDialog({ officer, post, onClose }: OfficerDialogProps & { post: PostRow }) {
  const t = useText();
  const today = useToday();
  const name = useId();
  return (
    <ChangeDialog
      document={EndPostDocument}
      draft={`end-post:${post.id}`}
      empty={{ when: 'NOW' as 'NOW' | 'DAY', on: '' }}
      title={t('officers.endPostTitle')}
      lead={
        <p>
          {officer.name} · {t(`role.${post.role}`)}, {placeName(post.organisation)}
        </p>
      }
      submitLabel={t('officers.endPost')}
      tone="danger"
      doneText={t('officers.postEnded')}
      check={({ when, on }) => ({
        on: when === 'NOW' ? undefined : on === '' ? 'REQUIRED' : on < today ? 'PAST' : undefined,
      })}
      words={{ on: { PAST: 'tree.change.past', INVALID: 'tree.change.past' } }}
      inputOf={({ when, on }) => ({ postId: post.id, on: when === 'NOW' ? null : on })}
      onClose={onClose}
    >
      {(form) => (
        <>
          <fieldset>
            <legend className="legend">{t('officers.when')}</legend>
            <OptionRow
              name={name}
              title={t('officers.endNow')}
              why={t('officers.endNowHint')}
              checked={form.value.when === 'NOW'}
              onChange={() => form.change({ when: 'NOW' })}
            />
            <OptionRow
              name={name}
              title={t('officers.endOnDay')}
              checked={form.value.when === 'DAY'}
              onChange={() => form.change({ when: 'DAY' })}
            />
          </fieldset>
          {form.value.when === 'DAY' && (
            <LineField form={form} name="on" label={t('officers.lastDay')} narrow type="date" min={today} />
          )}
        </>
      )}
    </ChangeDialog>
  );
}

/** The longest absence a substitute may cover. */
const MOST_DAYS = 90;

/** Who stands in for a post, from when until when. */
export function DelegateDialog({ officer, post, onClose }: OfficerDialogProps & { post: PostRow }) {
  const t = useText();
  const today = useToday();
  return (
    <ChangeDialog
      document={DelegatePostDocument}
      draft={`delegate:${post.id}`}
      empty={{ substitute: null as PickedOfficer | null, from: today, until: '' }}
      title={t('officers.delegateTitle')}
      lead={
        <>
          <p>
            {t(`role.${post.role}`)}, {placeName(post.organisation)}
          </p>
          <p className="caption">{t('officers.delegateLead', { most: MOST_DAYS })}</p>
        </>
      }
      submitLabel={t('officers.delegate')}
      doneText={t('officers.delegated')}
      check={({ substitute, from, until }) => ({
        substituteId: substitute ? undefined : 'REQUIRED',
        from: from === '' ? 'REQUIRED' : from < today ? 'PAST' : undefined,
        until:
          until === ''
            ? 'REQUIRED'
            : until < from
              ? 'PAST'
              : until > addDays(from, MOST_DAYS - 1)
                ? 'TOO_LONG'
                : undefined,
      })}
      words={{
        substituteId: {
          REQUIRED: 'officers.substituteNeeded',
          NOT_FOUND: 'officers.substituteGone',
          INVALID: 'officers.substituteGone',
        },
        from: { PAST: 'tree.change.past', INVALID: 'tree.change.past' },
        until: {
          PAST: 'officers.untilBeforeFrom',
          TOO_LONG: 'officers.delegationTooLong',
          INVALID: 'officers.delegationTooLong',
        },
      }}
      inputOf={({ substitute, from, until }) => ({
        postId: post.id,
        substituteId: substitute?.id ?? '',
        from,
        until,
      })}
      onClose={onClose}
    >
      {(form) => (
        <>
          <PickedField
            label={t('officers.substitute')}
            hint={t('officers.substituteHint')}
            error={form.faultAt('substituteId')}
            picked={form.value.substitute?.name ?? null}
            icon={userIcon}
          >
            <OfficerPick
              label={t('officers.substitute')}
              withinId={post.organisation.government.id}
              exceptIds={[officer.id]}
              picked={form.value.substitute}
              onPick={(substitute) => form.change({ substitute })}
              invalid={form.faultAt('substituteId') !== undefined}
            />
          </PickedField>
          <div className="grid-2">
            <LineField form={form} name="from" label={t('officers.firstDay')} type="date" min={today} />
            <LineField
              form={form}
              name="until"
              label={t('officers.lastDay')}
              type="date"
              min={form.value.from || today}
              max={form.value.from ? addDays(form.value.from, MOST_DAYS - 1) : undefined}
            />
          </div>
        </>
      )}
    </ChangeDialog>
  );
}

/** The officer is back, or the substitute is not needed. */
export function EndDelegationDialog({
  delegation,
  onClose,
}: {
  delegation: { id: string; substitute: { name: string | null }; isRunning: boolean };
  onClose: () => void;
}) {
  const t = useText();
  return (
    <ChangeDialog
      document={EndDelegationDocument}
      draft={`end-delegation:${delegation.id}`}
      empty={{}}
      title={t('officers.endDelegationTitle')}
      lead={
        <p>
          {t(delegation.isRunning ? 'officers.endDelegationLead' : 'officers.cancelDelegationLead', {
            name: delegation.substitute.name ?? t('officers.unnamed'),
          })}
        </p>
      }
      submitLabel={t('officers.endDelegation')}
      doneText={t('officers.delegationEnded')}
      inputOf={() => ({ delegationId: delegation.id })}
      onClose={onClose}
    />
  );
}
