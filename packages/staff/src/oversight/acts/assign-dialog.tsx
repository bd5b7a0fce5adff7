import { useQuery } from 'urql';
import { ChangeDialog } from '../../changing/change-dialog.tsx';
import { ChoiceField, LineField } from '../../changing/form-fields.tsx';
import { useText } from '../../language/use-text.ts';
import { ProvincesDocument } from '../../picking/regions.graphql.ts';
import { AssignOversightDocument } from '../oversight.graphql.ts';
import { tooShort, type CaseActProps } from './act-props.ts';

/** Provinces of 2022 have no office of their own: those of Papua and Papua Barat look after them. */
const WITHOUT_OFFICE = ['93', '94', '95', '96'];

export function AssignDialog({ kase, onClose, onDone }: CaseActProps) {
  const t = useText();
  const [{ data }] = useQuery({ query: ProvincesDocument });
  const offices = [
    { value: 'ombudsman', label: t('oversight.nationalOffice') },
    ...(data?.regions ?? [])
      .filter(({ code }) => !WITHOUT_OFFICE.includes(code))
      .map(({ code, name }) => ({
        value: `ombudsman-${code}`,
        label: t('oversight.officeOfProvince', { province: name }),
      })),
  ].filter(({ value }) => value !== kase.office.id);
  return (
    <ChangeDialog
      document={AssignOversightDocument}
      draft={`oversight-assign:${kase.id}`}
      empty={{ officeId: '', reason: '' }}
      title={t('oversight.assign')}
      lead={<p>{t('oversight.assignLead', { office: kase.office.name })}</p>}
      submitLabel={t('oversight.assignSubmit')}
      doneText={t('oversight.assigned')}
      check={({ officeId, reason }) => ({
        officeId: officeId ? undefined : 'REQUIRED',
        reason: tooShort(reason, 3),
      })}
      inputOf={(value) => ({ caseId: kase.id, ...value })}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => (
        <>
          <ChoiceField
            form={form}
            name="officeId"
            label={t('oversight.office')}
            none={t('oversight.chooseOffice')}
            options={offices}
          />
          <LineField form={form} name="reason" label={t('oversight.reason')} />
        </>
      )}
    </ChangeDialog>
  );
}
