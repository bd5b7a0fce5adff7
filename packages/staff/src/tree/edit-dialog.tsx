import { Checkbox } from '@lapor/ui';
import { zoneLabel } from '@lapor/wording';
import { ChangeDialog, type ChangeForm } from '../changing/change-dialog.tsx';
import { ChoiceField, LineField, WordsField } from '../changing/form-fields.tsx';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { RegionPick, type PickedRegion } from '../picking/region-pick.tsx';
import { PickedField } from '../picking/picked-field.tsx';
import { changedDetails, type Details } from './changed-details.ts';
import type { PlaceDialogProps } from './place-dialogs.tsx';
import { UpdateOrganisationDocument } from './tree.graphql.ts';
import { UnitKeysField } from './unit-keys-field.tsx';

const ZONES = ['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura'] as const;
const TEXTS = ['phone', 'email', 'website'] as const;

type DetailsForm = Details & { region: PickedRegion | null };

/** Contacts, head, zone and tasks; only what was changed is sent. */
export function EditDialog({ organisation, onClose, onDone }: PlaceDialogProps) {
  const t = useText();
  const start: DetailsForm = {
    region: organisation.region && {
      code: organisation.region.code,
      name: organisation.region.fullName,
    },
    regionCode: organisation.region?.code ?? '',
    address: organisation.address ?? '',
    phone: organisation.phone ?? '',
    email: organisation.email ?? '',
    website: organisation.website ?? '',
    unitKeys: organisation.unitKeys,
    timeZone: organisation.timeZone,
    headTitle: organisation.head.title,
    headName: organisation.head.name ?? '',
    headEmail: organisation.head.email ?? '',
    headAddress: organisation.head.address ?? '',
    isTemplate: organisation.isTemplate,
  };
  return (
    <ChangeDialog
      document={UpdateOrganisationDocument}
      draft={`details:${organisation.id}`}
      // Only what was typed is kept: the rest is shown as it is now, and what somebody else changed meanwhile stays.
      empty={{} as Partial<DetailsForm>}
      title={t('tree.editTitle')}
      lead={<p className="caption">{organisation.name}</p>}
      submitLabel={t('save')}
      wide
      doneText={t('tree.saved')}
      words={{
        website: { INVALID: 'tree.websiteInvalid' },
        email: { INVALID: 'officers.emailInvalid' },
        headEmail: { INVALID: 'officers.emailInvalid' },
        phone: { INVALID: 'tree.phoneInvalid' },
        regionCode: { INVALID: 'tree.regionOutside', NOT_FOUND: 'tree.regionGone' },
      }}
      inputOf={(typed) => ({
        organisationId: organisation.id,
        ...changedDetails(start, { ...start, ...typed }),
      })}
      onClose={onClose}
      onDone={onDone}
    >
      {({ value: typed, ...rest }) => {
        const form: ChangeForm<DetailsForm> = { ...rest, value: { ...start, ...typed } };
        return (
          <>
            {organisation.isTemplate && (
              <Checkbox
                label={t('tree.checked')}
                checked={!form.value.isTemplate}
                onChange={(event) => form.change({ isTemplate: !event.currentTarget.checked })}
              />
            )}
            <fieldset className="stack stack-3">
              <legend className="legend">{t('tree.contacts')}</legend>
              <WordsField form={form} name="address" label={t('tree.address')} short />
              <div className="grid-2">
                {TEXTS.map((name) => (
                  <Text key={name} form={form} name={name} label={`tree.${name}`} />
                ))}
              </div>
            </fieldset>
            <fieldset className="stack stack-3">
              <legend className="legend">{t('tree.head')}</legend>
              <p className="caption">{t('tree.headHint')}</p>
              <div className="grid-2">
                <Text form={form} name="headTitle" label="tree.headTitle" />
                <Text form={form} name="headName" label="tree.headName" />
                <Text form={form} name="headEmail" label="tree.headEmail" type="email" />
                <Text form={form} name="headAddress" label="tree.headAddress" />
              </div>
            </fieldset>
            <fieldset className="stack stack-3">
              <legend className="legend">{t('tree.placeAndTasks')}</legend>
              <UnitKeysField
                value={form.value.unitKeys}
                error={form.faultAt('unitKeys')}
                onChange={(unitKeys) => form.change({ unitKeys })}
              />
              <ChoiceField
                form={form}
                name="timeZone"
                label={t('tree.timeZone')}
                narrow
                options={ZONES.map((zone) => ({
                  value: zone,
                  label: `${zoneLabel(zone)} · ${zone.slice('Asia/'.length)}`,
                }))}
              />
              {organisation.kind === 'OPD' && (
                <PickedField
                  label={t('tree.region')}
                  error={form.faultAt('regionCode')}
                  picked={form.value.region?.name ?? null}
                >
                  <RegionPick
                    label={t('tree.region')}
                    picked={form.value.region}
                    onPick={(region) => form.change({ region, regionCode: region.code })}
                  />
                </PickedField>
              )}
            </fieldset>
          </>
        );
      }}
    </ChangeDialog>
  );
}

function Text({
  form,
  name,
  label,
  type,
}: {
  form: ChangeForm<DetailsForm>;
  name: 'phone' | 'email' | 'website' | 'headTitle' | 'headName' | 'headEmail' | 'headAddress';
  label: StaffMessageId;
  type?: 'email';
}) {
  const t = useText();
  return (
    <LineField
      form={form}
      name={name}
      label={t(label)}
      type={type ?? (name === 'email' ? 'email' : name === 'phone' ? 'tel' : 'text')}
      inputMode={name === 'website' ? 'url' : undefined}
      autoComplete="off"
    />
  );
}
