import { Notice } from '@lapor/ui';
import { ChangeDialog } from '../changing/change-dialog.tsx';
import { LineField, WordsField } from '../changing/form-fields.tsx';
import { useText } from '../language/use-text.ts';
import type { AccountState } from './account-state.ts';
import {
  ChangeOfficerEmailDocument,
  InviteOfficerAgainDocument,
  ReinstateOfficerDocument,
  RenameOfficerDocument,
  SuspendOfficerDocument,
} from './officers.graphql.ts';

interface AccountDialogProps {
  officer: { id: string; name: string | null; email: string | null; accountState: AccountState | null };
  onClose: () => void;
}

/** A new link; for a working account it sets password and second factor anew (lost phone). */
export function InviteAgainDialog({ officer, onClose }: AccountDialogProps) {
  const t = useText();
  const lost = officer.accountState === 'ACTIVE';
  return (
    <ChangeDialog
      document={InviteOfficerAgainDocument}
      draft={`invite-again:${officer.id}`}
      empty={{}}
      title={t(lost ? 'officers.lostPhoneTitle' : 'officers.inviteAgainTitle')}
      lead={
        <>
          <p>
            {t(lost ? 'officers.lostPhoneLead' : 'officers.inviteAgainLead', {
              email: officer.email ?? officer.name ?? '',
            })}
          </p>
          {lost && (
            <Notice tone="warning" title={t('officers.lostPhoneWarning')}>
              <p>{t('officers.lostPhoneWarningHint')}</p>
            </Notice>
          )}
        </>
      }
      submitLabel={t(lost ? 'officers.lostPhoneSubmit' : 'officers.inviteAgain')}
      tone={lost ? 'danger' : 'primary'}
      doneText={t('officers.invitedAgain')}
      inputOf={() => ({ officerId: officer.id })}
      onClose={onClose}
    />
  );
}

export function RenameDialog({ officer, onClose }: AccountDialogProps) {
  const t = useText();
  return (
    <ChangeDialog
      document={RenameOfficerDocument}
      draft={`rename-officer:${officer.id}`}
      empty={{ name: officer.name ?? '' }}
      title={t('officers.renameTitle')}
      submitLabel={t('officers.rename')}
      doneText={t('officers.renamed')}
      check={({ name }) => ({ name: name.trim() ? undefined : 'REQUIRED' })}
      inputOf={({ name }) => ({ officerId: officer.id, name: name.trim() })}
      onClose={onClose}
    >
      {(form) => <LineField form={form} name="name" label={t('officers.name')} />}
    </ChangeDialog>
  );
}

/** Another work address: the link goes there, the old one is told. */
export function ChangeEmailDialog({ officer, onClose }: AccountDialogProps) {
  const t = useText();
  const active = officer.accountState === 'ACTIVE';
  return (
    <ChangeDialog
      document={ChangeOfficerEmailDocument}
      draft={`change-email:${officer.id}`}
      empty={{ email: '' }}
      title={t('officers.changeEmailTitle', { name: officer.name ?? t('officers.unnamed') })}
      lead={<p>{t(active ? 'officers.changeEmailLead' : 'officers.changeEmailLeadInvited')}</p>}
      submitLabel={t('officers.changeEmail')}
      doneText={t('officers.emailChanged')}
      check={({ email }) => ({ email: email.trim() ? undefined : 'REQUIRED' })}
      inputOf={({ email }) => ({ officerId: officer.id, email: email.trim() })}
      onClose={onClose}
    >
      {(form) => (
        <LineField
          form={form}
          name="email"
          label={t('officers.newEmail')}
          hint={t('officers.emailHint')}
          type="email"
          autoComplete="off"
        />
      )}
    </ChangeDialog>
  );
}

export function SuspendDialog({ officer, onClose }: AccountDialogProps) {
  const t = useText();
  return (
    <ChangeDialog
      document={SuspendOfficerDocument}
      draft={`suspend:${officer.id}`}
      empty={{ reason: '' }}
      title={t('officers.suspendTitle', { name: officer.name ?? t('officers.unnamed') })}
      lead={
        <Notice tone="warning">
          <p>{t('officers.suspendLead')}</p>
        </Notice>
      }
      submitLabel={t('officers.suspend')}
      tone="danger"
      doneText={t('officers.suspendedNow')}
      check={({ reason }) => ({ reason: reason.trim() ? undefined : 'REQUIRED' })}
      inputOf={({ reason }) => ({ officerId: officer.id, reason: reason.trim() })}
      onClose={onClose}
    >
      {(form) => (
        <WordsField
          form={form}
          name="reason"
          label={t('reason')}
          hint={t('officers.suspendReasonHint')}
          short
        />
      )}
    </ChangeDialog>
  );
}

export function ReinstateDialog({ officer, onClose }: AccountDialogProps) {
  const t = useText();
  return (
    <ChangeDialog
      document={ReinstateOfficerDocument}
      draft={`reinstate:${officer.id}`}
      empty={{}}
      title={t('officers.reinstateTitle', { name: officer.name ?? t('officers.unnamed') })}
      lead={<p>{t('officers.reinstateLead')}</p>}
      submitLabel={t('officers.reinstate')}
      doneText={t('officers.reinstated')}
      inputOf={() => ({ officerId: officer.id })}
      onClose={onClose}
    />
  );
}
