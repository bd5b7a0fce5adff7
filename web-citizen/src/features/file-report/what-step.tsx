import { Field, Notice, RadioCards, SavedMark, TextArea, TextInput, phoneIcon } from '@lapor/ui';
import { formatHour, formatNumber } from '@lapor/wording';
import { RichText } from '../../components/rich-text.tsx';
import { useT, useWords } from '../../app/language-provider.tsx';
import { fieldId, longest, titleOf } from './check-draft.ts';
import { findPersonalNumbers } from './personal-numbers.ts';
import { CategoryChoice, tellingLength } from './category-choice.tsx';
import type { StepProps } from './step-props.ts';

const deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Step 1: what happened, in the reporter's own words; everything else is proposed from them. */
export function WhatStep({ handle, errorOf }: StepProps) {
  const t = useT();
  const words = useWords();
  const { draft, change, savedAt } = handle;
  const personal = findPersonalNumbers(draft.text);
  return (
    <>
      <Notice tone="warning" icon={phoneIcon}>
        <p>
          <RichText
            text={t('file.danger')}
            tags={{ b: (inner) => <strong>{inner}</strong>, a: (inner) => <a href="tel:112">{inner}</a> }}
          />
        </p>
      </Notice>
      <Field
        id={fieldId('text')}
        heading
        label={t('file.what')}
        hint={t('file.whatHint')}
        error={errorOf('text')}
        foot={
          <>
            {savedAt && (
              <SavedMark>{t('file.savedAt', { time: formatHour(words, savedAt, deviceZone) })}</SavedMark>
            )}
            <span className="num">
              {t('file.letters', {
                count: formatNumber(words, draft.text.length),
                most: formatNumber(words, longest.text),
              })}
            </span>
          </>
        }
      >
        <TextArea
          rows={6}
          value={draft.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      </Field>
      {(personal.nik || personal.phone) && (
        <Notice tone="warning" role="status" title={t(personal.nik ? 'file.nikInText' : 'file.phoneInText')}>
          <p>{t('file.personalInText')}</p>
        </Notice>
      )}
      {personal.name && (
        <Notice tone="info" role="status" title={t('file.nameInText')}>
          <p>{t('file.nameInTextHint')}</p>
        </Notice>
      )}
      {draft.text.trim().length >= tellingLength && (
        <>
          <CategoryChoice handle={handle} />
          <Field
            id={fieldId('title')}
            label={t('file.title')}
            hint={t('file.titleHint')}
            error={errorOf('title')}
          >
            <TextInput
              value={draft.title ?? titleOf(draft)}
              maxLength={longest.title}
              onChange={(event) => change({ title: event.currentTarget.value })}
              // Left empty, it is proposed again.
              onBlur={() => draft.title?.trim() === '' && change({ title: null })}
            />
          </Field>
          <RadioCards
            id={fieldId('kind')}
            legend={t('file.kind')}
            name="kind"
            columns={3}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            options={(['COMPLAINT', 'ASPIRATION', 'INFORMATION_REQUEST'] as const).map((value) => ({
              value,
              title: words.kinds[value],
              text: t(`file.kind.${value}`),
            }))}
          />
        </>
      )}
    </>
  );
}
