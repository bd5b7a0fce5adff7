import { ChangeDialog } from '../changing/change-dialog.tsx';
import { ChangeFields, NO_NOTE, noteFaults, noteInput, type ChangeNote } from '../changing/change-fields.tsx';
import { ChoiceField } from '../changing/form-fields.tsx';
import { useText } from '../language/use-text.ts';
import { RegionPick, type PickedRegion } from '../picking/region-pick.tsx';
import { PickedField } from '../picking/picked-field.tsx';
import { useSession } from '../session/session-context.ts';
import { kindsBelow, type OrganisationKind } from './kinds.ts';
import { NameFields } from './place-dialogs.tsx';
import { CreateOrganisationDocument } from './tree.graphql.ts';
import { UnitKeysField } from './unit-keys-field.tsx';

interface CreateDialogProps {
  /** Null: another K/L or province, by the national desk. */
  parent: { id: string; name: string; kind: OrganisationKind } | null;
  onClose: () => void;
  /** Id of the new one; of the parent while it waits for its day. */
  onDone: (id: string) => void;
}

type Creation = ChangeNote & {
  kind: OrganisationKind;
  name: string;
  acronym: string;
  region: PickedRegion | null;
  unitKeys: readonly string[];
};

export function CreateDialog({ parent, onClose, onDone }: CreateDialogProps) {
  const t = useText();
  const { workplace } = useSession();
  const kinds = kindsBelow(parent?.kind ?? null, workplace.roles.includes('NATIONAL_ADMIN'));
  return (
    <ChangeDialog
      document={CreateOrganisationDocument}
      draft={`create:${parent?.id ?? 'root'}`}
      empty={{ kind: kinds[0]!, name: '', acronym: '', region: null, unitKeys: [], ...NO_NOTE } as Creation}
      title={parent ? t('tree.createTitle', { name: parent.name }) : t('tree.addRoot')}
      submitLabel={t(parent ? 'tree.action.create' : 'tree.addRoot')}
      doneText={t('tree.created')}
      check={(value) => ({
        name: value.name.trim() ? undefined : 'REQUIRED',
        regionCode: needsRegion(value.kind) && !value.region ? 'REQUIRED' : undefined,
        ...noteFaults(value),
      })}
      words={{ regionCode: { REQUIRED: 'tree.regionNeeded', NOT_FOUND: 'tree.regionGone' } }}
      inputOf={(value) => ({
        parentId: parent?.id ?? null,
        kind: value.kind,
        name: value.name.trim(),
        acronym: value.acronym.trim() || null,
        regionCode: value.region?.code ?? null,
        unitKeys: value.unitKeys.length > 0 ? [...value.unitKeys] : null,
        ...noteInput(value),
      })}
      onClose={onClose}
      onDone={(result) => {
        if (result.__typename === 'OrganisationChanged') onDone(result.organisation.id);
      }}
    >
      {(form) => (
        <>
          {kinds.length > 1 && (
            <ChoiceField
              form={form}
              name="kind"
              label={t('tree.kindOf')}
              narrow
              options={kinds.map((kind) => ({ value: kind, label: t(`tree.kind.${kind}`) }))}
            />
          )}
          <NameFields form={form} />
          {(form.value.kind === 'OPD' || needsRegion(form.value.kind)) && (
            <PickedField
              label={t(needsRegion(form.value.kind) ? 'tree.region' : 'tree.regionOptional')}
              hint={needsRegion(form.value.kind) ? undefined : t('tree.regionHint')}
              error={form.faultAt('regionCode')}
              picked={form.value.region?.name ?? null}
              clear={{ label: t('tree.noRegion'), onClear: () => form.change({ region: null }) }}
            >
              <RegionPick
                label={t('tree.region')}
                picked={form.value.region}
                onPick={(region) => form.change({ region })}
              />
            </PickedField>
          )}
          {form.value.kind === 'OPD' && (
            <UnitKeysField
              value={form.value.unitKeys}
              error={form.faultAt('unitKeys')}
              onChange={(unitKeys) => form.change({ unitKeys })}
            />
          )}
          <ChangeFields form={form} />
        </>
      )}
    </ChangeDialog>
  );
}

const needsRegion = (kind: OrganisationKind) => kind === 'PROVINCE' || kind === 'REGENCY' || kind === 'CITY';
