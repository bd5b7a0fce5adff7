import { useLanguage, useSession } from '@lapor/staff';
import { AnswerDetailsFields, fieldText, useToday } from '@lapor/staff/decisions';
import { OrganisationField } from '@lapor/staff/picking';
import { Anchor, Field, Select, TextArea, TextInput } from '@lapor/ui';
import { lastPromiseDay } from '@lapor/wording';
import { useText } from '../app/use-text.ts';
import type { BulkForm, BulkKind, TemplateKind } from './bulk-input.ts';

interface BulkFieldsProps {
  kind: BulkKind;
  form: BulkForm;
  change: (part: Partial<BulkForm>) => void;
  /** Undefined while they are on their way. */
  templates: readonly { id: string; title: string; kind: TemplateKind }[] | undefined;
  /** Codes by field. */
  faults: Readonly<Record<string, string>>;
  tried: boolean;
}

/** What is said to, or done with, all of the chosen reports. */
export function BulkFields({ kind, form, change, templates, faults, tried }: BulkFieldsProps) {
  const t = useText();
  const { words } = useLanguage();
  const { workplace } = useSession();
  const today = useToday();
  const ownId = workplace.organisation.id;
  const error = (name: string) => fieldText(t, faults[name]);
  if (kind === 'DISPOSE')
    return (
      <>
        <OrganisationField
          label={t('dispose.target')}
          error={faults['organisationId'] ? t('dispose.targetNeeded') : undefined}
          picked={form.target}
          within={ownId}
          exceptIds={[ownId]}
          withLoad
          onPick={(target) => change({ target })}
        />
        <Field label={t('dispose.note')} hint={t('dispose.noteHint')} error={error('note')}>
          <TextArea
            short
            value={form.note}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
        </Field>
      </>
    );
  if (kind === 'ACKNOWLEDGE')
    return (
      <Field label={t('bulk.text')} hint={t('bulk.textHint')} error={error('text')}>
        <TextArea
          rows={4}
          value={form.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      </Field>
    );
  const template = templates?.find(({ id }) => id === form.templateId);
  return (
    <>
      <Field
        label={t('bulk.template')}
        hint={
          templates?.length === 0 ? (
            <>
              {t('bulk.noTemplates')} <Anchor href="/pola">{t('bulk.toTemplates')}</Anchor>
            </>
          ) : undefined
        }
        error={error('templateId')}
      >
        <Select
          value={template ? form.templateId : ''}
          onChange={(event) => change({ templateId: event.currentTarget.value })}
        >
          <option value="">{t('bulk.chooseTemplate')}</option>
          {templates?.map(({ id, title, kind: answer }) => (
            <option key={id} value={id}>
              {`${title} · ${words.answerKinds[answer]}`}
            </option>
          ))}
        </Select>
      </Field>
      {(template?.kind === 'PLAN' || template?.kind === 'OBSTACLE') && (
        <Field className="narrow" label={t('bulk.promisedOn')} error={error('promisedOn')}>
          <TextInput
            type="date"
            min={today}
            max={lastPromiseDay(today)}
            value={form.promisedOn}
            onChange={(event) => change({ promisedOn: event.currentTarget.value })}
          />
        </Field>
      )}
      {template && (
        <AnswerDetailsFields
          kind={template.kind}
          details={form}
          onChange={change}
          fileCount={0}
          tried={tried}
          faults={faults}
        />
      )}
    </>
  );
}
