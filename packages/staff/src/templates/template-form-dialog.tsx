import { Button, Field, Tag, TextArea } from '@lapor/ui';
import { PLACEHOLDERS, unknownPlaceholders, type AnswerKind } from '@lapor/wording';
import { useRef, useState } from 'react';
import { ChangeDialog, type ChangeForm } from '../changing/change-dialog.tsx';
import { ChoiceField, LineField } from '../changing/form-fields.tsx';
import type { ResultOf } from '../graphql.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { CategoryName } from '../picking/category-name.tsx';
import { CategoryPick } from '../picking/category-pick.tsx';
import { withPlaceholder } from './placeholders.ts';
import { SaveAnswerTemplateDocument, type AnswerTemplatesDocument } from './templates.graphql.ts';

export type Template = ResultOf<typeof AnswerTemplatesDocument>['answerTemplates'][number];

interface TemplateValue {
  kind: AnswerKind;
  categoryId: string;
  title: string;
  text: string;
}

interface TemplateFormProps {
  organisationId: string;
  /** For every agency; the national desk's. */
  national?: boolean;
  /** The one to write anew; null: a new one. */
  template: Template | null;
  onClose: () => void;
}

/** A template of the own organisation: for which kind of answer and category, and its words with placeholders. */
export function TemplateFormDialog({ organisationId, national, template, onClose }: TemplateFormProps) {
  const t = useText();
  const { words } = useLanguage();
  return (
    <ChangeDialog
      document={SaveAnswerTemplateDocument}
      draft={`template:${template?.id ?? (national ? 'national' : organisationId)}`}
      empty={{
        kind: template?.kind ?? ('PLAN' as AnswerKind),
        categoryId: template?.categoryId ?? '',
        title: template?.title ?? '',
        text: template?.text ?? '',
      }}
      wide
      title={t(template ? 'templates.edit' : 'templates.new')}
      lead={<p className="caption">{t(national ? 'templates.leadNational' : 'templates.lead')}</p>}
      submitLabel={t('templates.save')}
      doneText={t('templates.saved')}
      check={({ title, text }) => ({
        title: title.trim() === '' ? 'REQUIRED' : undefined,
        text:
          text.trim() === ''
            ? 'REQUIRED'
            : unknownPlaceholders(text).length > 0
              ? 'UNKNOWN_PLACEHOLDER'
              : undefined,
      })}
      words={{ text: { UNKNOWN_PLACEHOLDER: 'templates.unknown' } }}
      inputOf={(value: TemplateValue) => ({
        templateId: template?.id ?? null,
        organisationId,
        isNational: national ?? false,
        kind: value.kind,
        categoryId: value.categoryId || null,
        title: value.title.trim(),
        text: value.text.trim(),
      })}
      gone="templates.gone"
      onClose={onClose}
    >
      {(form) => (
        <>
          <LineField form={form} name="title" label={t('templates.name')} hint={t('templates.nameHint')} />
          <ChoiceField
            form={form}
            name="kind"
            label={t('answer.kinds')}
            narrow
            options={(Object.entries(words.answerKinds) as [AnswerKind, string][]).map(([value, label]) => ({
              value,
              label,
            }))}
          />
          <CategoryChoice form={form} />
          <WordsWithPlaceholders form={form} />
        </>
      )}
    </ChangeDialog>
  );
}

function CategoryChoice({ form }: { form: ChangeForm<TemplateValue> }) {
  const t = useText();
  const [choosing, setChoosing] = useState(false);
  const { categoryId } = form.value;
  return (
    <div className="field" role="group" aria-label={t('report.category')}>
      <span className="legend">{t('report.category')}</span>
      <p className="row row--tight">
        <Tag>{categoryId ? <CategoryName id={categoryId} /> : t('templates.everyCategory')}</Tag>
        {!choosing && (
          <Button variant="quiet" size="small" onClick={() => setChoosing(true)}>
            {t('templates.chooseCategory')}
          </Button>
        )}
        {categoryId !== '' && (
          <Button variant="quiet" size="small" onClick={() => form.change({ categoryId: '' })}>
            {t('templates.everyCategory')}
          </Button>
        )}
      </p>
      {choosing && (
        <CategoryPick
          label={t('report.category')}
          picked={null}
          onPick={({ id }) => {
            form.change({ categoryId: id });
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}

/** The words, and a button for each placeholder, which goes where the caret stands. */
function WordsWithPlaceholders({ form }: { form: ChangeForm<TemplateValue> }) {
  const t = useText();
  const box = useRef<HTMLTextAreaElement>(null);
  const { text } = form.value;
  return (
    <>
      <Field
        label={t('templates.text')}
        hint={t('templates.textHint')}
        error={form.faultAt('text')}
        foot={
          unknownPlaceholders(text).length > 0
            ? unknownPlaceholders(text)
                .map((name) => `{${name}}`)
                .join(', ')
            : undefined
        }
      >
        <TextArea
          ref={box}
          value={text}
          onChange={(event) => form.change({ text: event.currentTarget.value })}
        />
      </Field>
      <div className="row row--tight" role="group" aria-label={t('templates.placeholders')}>
        {PLACEHOLDERS.map((name) => (
          <Button
            key={name}
            size="small"
            onClick={() => {
              const { selectionStart = text.length, selectionEnd = text.length } = box.current ?? {};
              const next = withPlaceholder(text, { from: selectionStart, to: selectionEnd }, name);
              form.change({ text: next.text });
              requestAnimationFrame(() => {
                box.current?.focus();
                box.current?.setSelectionRange(next.caret, next.caret);
              });
            }}
          >
            {t(`templates.placeholder.${name}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
