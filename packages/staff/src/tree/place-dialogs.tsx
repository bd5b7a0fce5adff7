import { Checkbox, FieldError, Notice, OptionRow } from '@lapor/ui';
import { useId } from 'react';
import { ChangeDialog, type ChangeForm } from '../changing/change-dialog.tsx';
import {
  ChangeFields,
  NO_NOTE,
  noteFaults,
  noteInput,
  reasonInput,
  type ChangeNote,
} from '../changing/change-fields.tsx';
import { LineField } from '../changing/form-fields.tsx';
import { useText } from '../language/use-text.ts';
import { OrganisationField } from '../picking/organisation-field.tsx';
import type { PickedOrganisation } from '../picking/organisation-pick.tsx';
import type { Organisation } from './organisation-details.tsx';
import {
  MoveOrganisationDocument,
  RenameOrganisationDocument,
  RestoreOrganisationDocument,
  RetireOrganisationDocument,
  SetDirectVerificationDocument,
} from './tree.graphql.ts';

export interface PlaceDialogProps {
  organisation: Organisation;
  onClose: () => void;
  onDone: () => void;
}

export function RenameDialog({ organisation, onClose, onDone }: PlaceDialogProps) {
  const t = useText();
  return (
    <ChangeDialog
      document={RenameOrganisationDocument}
      draft={`rename:${organisation.id}`}
      empty={{ name: organisation.name, acronym: organisation.acronym ?? '', ...NO_NOTE }}
      title={t('tree.renameTitle')}
      lead={<p className="caption">{t('tree.renameLead')}</p>}
      submitLabel={t('tree.action.rename')}
      doneText={t('tree.saved')}
      check={(value) => ({ name: value.name.trim() ? undefined : 'REQUIRED', ...noteFaults(value) })}
      inputOf={(value) => ({
        organisationId: organisation.id,
        name: value.name.trim(),
        acronym: value.acronym.trim() || null,
        ...noteInput(value),
      })}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => (
        <>
          <NameFields form={form} />
          <ChangeFields form={form} />
        </>
      )}
    </ChangeDialog>
  );
}

export function NameFields({ form }: { form: ChangeForm<{ name: string; acronym: string }> }) {
  const t = useText();
  return (
    <>
      <LineField form={form} name="name" label={t('tree.name')} hint={t('tree.nameHint')} />
      <LineField form={form} name="acronym" label={t('tree.acronymOptional')} narrow />
    </>
  );
}

/** Another place in the tree of the same government; everything below goes along. */
export function MoveDialog({ organisation, onClose, onDone }: PlaceDialogProps) {
  const t = useText();
  const { government, parent } = organisation;
  return (
    <ChangeDialog
      document={MoveOrganisationDocument}
      draft={`move:${organisation.id}`}
      empty={{ parent: null as PickedOrganisation | null, ...NO_NOTE }}
      title={t('tree.moveTitle', { name: organisation.name })}
      lead={
        <p className="caption">
          {t('tree.moveLead', { parent: parent?.name ?? '–', count: organisation.childCount })}
        </p>
      }
      submitLabel={t('tree.action.move')}
      doneText={t('tree.saved')}
      check={(value) => ({ newParentId: value.parent ? undefined : 'REQUIRED', ...noteFaults(value) })}
      words={{ newParentId: { REQUIRED: 'tree.newParentNeeded', NOT_FOUND: 'tree.newParentGone' } }}
      inputOf={(value) => ({
        organisationId: organisation.id,
        newParentId: value.parent?.id ?? '',
        ...noteInput(value),
      })}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => (
        <>
          <OrganisationField
            label={t('tree.newParent')}
            error={form.faultAt('newParentId')}
            within={government.id}
            exceptIds={[organisation.id, ...(parent ? [parent.id] : [])]}
            picked={form.value.parent}
            onPick={(picked) => form.change({ parent: picked })}
          />
          <ChangeFields form={form} />
        </>
      )}
    </ChangeDialog>
  );
}

type Retirement = ChangeNote & { successor: PickedOrganisation | null; understood: boolean };

/** Ends an organisation; whoever takes over gets its units, its officers' posts and its reports. */
export function RetireDialog({ organisation, onClose, onDone }: PlaceDialogProps) {
  const t = useText();
  const { government, parent } = organisation;
  const isRoot = government.id === organisation.id;
  return (
    <ChangeDialog
      document={RetireOrganisationDocument}
      draft={`retire:${organisation.id}`}
      empty={{ successor: isRoot ? null : parent, understood: false, ...NO_NOTE } as Retirement}
      title={t('tree.retireTitle', { name: organisation.name })}
      lead={
        <Notice tone="warning">
          <p>{t('tree.retireLead', { count: organisation.childCount })}</p>
        </Notice>
      }
      submitLabel={t('tree.action.retire')}
      tone="danger"
      doneText={t('tree.retired')}
      check={(value) => ({ understood: value.understood ? undefined : 'REQUIRED', ...noteFaults(value) })}
      words={{
        understood: { REQUIRED: 'tree.mustUnderstand' },
        successorId: { REQUIRED: 'tree.successorNeeded', NOT_FOUND: 'tree.successorGone' },
      }}
      inputOf={(value) => ({
        organisationId: organisation.id,
        successorId: value.successor?.id ?? null,
        ...noteInput(value),
      })}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => (
        <>
          <OrganisationField
            label={t('tree.successor')}
            hint={t('tree.successorHint')}
            error={form.faultAt('successorId')}
            within={isRoot ? undefined : government.id}
            exceptIds={[organisation.id]}
            picked={form.value.successor}
            onPick={(successor) => form.change({ successor })}
            clear={{ label: t('tree.noSuccessor'), onClear: () => form.change({ successor: null }) }}
          />
          <ChangeFields form={form} />
          <Understood
            error={form.faultAt('understood')}
            label={t('tree.retireUnderstood')}
            checked={form.value.understood}
            onChange={(understood) => form.change({ understood })}
          />
        </>
      )}
    </ChangeDialog>
  );
}

/** For what cannot simply be undone: read first, then go on. */
export function Understood({
  error,
  label,
  checked,
  onChange,
}: {
  error: string | undefined;
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className={error ? 'field field--error' : 'field'}>
      {error && <FieldError id={id}>{error}</FieldError>}
      <Checkbox
        label={label}
        checked={checked}
        aria-describedby={error ? id : undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}

export function RestoreDialog({ organisation, onClose, onDone }: PlaceDialogProps) {
  const t = useText();
  return (
    <ChangeDialog
      document={RestoreOrganisationDocument}
      draft={`restore:${organisation.id}`}
      empty={NO_NOTE}
      title={t('tree.restoreTitle', { name: organisation.name })}
      lead={<p>{t('tree.restoreLead')}</p>}
      submitLabel={t('tree.action.restore')}
      doneText={t('tree.restored')}
      check={noteFaults}
      inputOf={(value) => ({ organisationId: organisation.id, ...reasonInput(value) })}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => <ChangeFields form={form} atOnce />}
    </ChangeDialog>
  );
}

/** Whether the agency verifies the reports filed on its own page, or the national desk does. */
export function DirectVerificationDialog({ organisation, onClose, onDone }: PlaceDialogProps) {
  const t = useText();
  const name = useId();
  return (
    <ChangeDialog
      document={SetDirectVerificationDocument}
      draft={`verification:${organisation.id}`}
      empty={{ isEnabled: organisation.hasDirectVerification }}
      title={t('tree.verificationTitle')}
      lead={<p className="caption">{t('tree.verificationLead')}</p>}
      submitLabel={t('save')}
      doneText={t('tree.saved')}
      inputOf={({ isEnabled }) => ({ organisationId: organisation.id, isEnabled })}
      onClose={onClose}
      onDone={onDone}
    >
      {({ value, change }) => (
        <fieldset>
          <legend className="legend">{t('tree.verificationBy')}</legend>
          <OptionRow
            name={name}
            title={t('tree.verificationNational')}
            why={t('tree.verificationNationalHint')}
            checked={!value.isEnabled}
            onChange={() => change({ isEnabled: false })}
          />
          <OptionRow
            name={name}
            title={t('tree.verificationDirect')}
            why={t('tree.verificationDirectHint')}
            checked={value.isEnabled}
            onChange={() => change({ isEnabled: true })}
          />
        </fieldset>
      )}
    </ChangeDialog>
  );
}
