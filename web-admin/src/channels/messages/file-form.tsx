import { DraftMark, submitOnCtrlEnter, useDraft } from '@lapor/staff/changing';
import {
  CategoryPick,
  PickedField,
  RegionPick,
  type PickedCategory,
  type PickedRegion,
} from '@lapor/staff/picking';
import {
  Button,
  Checkbox,
  ErrorSummary,
  Field,
  pinIcon,
  TextArea,
  TextInput,
  useToast,
  type FaultLink,
} from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useMemo, useState } from 'react';
import { desk } from '../desk-client.ts';
import { useText } from '../words.ts';
import type { DeedForm } from './answer-form.tsx';
import { DeedFailure } from './deed-failure.tsx';
import { firstTitle } from './first-title.ts';
import { useDeed } from './use-deed.ts';

interface FileDraft {
  title: string;
  text: string;
  region: PickedRegion | null;
  category: PickedCategory | null;
  isConfidential: boolean;
}

const TITLE_LENGTH = { least: 5, most: 150 };
const TEXT_LENGTH = { least: 20, most: 4_000 };

/** A report of what was written, filed as the sender’s by the door that it came by. */
export function FileForm({ message, onRefused, onDone }: DeedForm) {
  const t = useText();
  const toast = useToast();
  const deed = useDeed(onRefused);
  const words = message.text ?? '';
  const draft = useDraft<FileDraft>(`door-file:${message.id}`, {
    title: firstTitle(words).slice(0, TITLE_LENGTH.most),
    text: words.slice(0, TEXT_LENGTH.most),
    region: null,
    category: null,
    isConfidential: message.confidence !== null,
  });
  const { title, text, region, category } = draft.value;
  const isKept = message.confidence === 'KEPT';
  // Of a draft that was kept before it could be said.
  const isConfidential = isKept || (draft.value.isConfidential ?? message.confidence !== null);
  const [missing, setMissing] = useState({ title: false, text: false });
  const refused = (path: string) =>
    deed.failure?.fields.some((field) => field.path === path) ? t('channels.file.notTaken') : undefined;
  const faults = {
    title: missing.title ? t('channels.file.titleNeeded') : refused('title'),
    text: missing.text ? t('channels.file.textNeeded') : refused('text'),
    region: refused('regionCode'),
    category: refused('categoryId'),
  };
  // The same list until it is sent again: the summary takes the focus with each new one.
  const links: FaultLink[] = useMemo(
    () => [
      ...(faults.title ? [{ fieldId: 'file-title', message: faults.title }] : []),
      ...(faults.text ? [{ fieldId: 'file-text', message: faults.text }] : []),
    ],
    [faults.title, faults.text],
  );

  async function file() {
    const found = {
      title: title.trim().length < TITLE_LENGTH.least,
      text: text.trim().length < TEXT_LENGTH.least,
    };
    setMissing(found);
    if (found.title || found.text) return;
    const filed = await deed.send((requestKey) =>
      desk.file(message.id, {
        requestKey,
        title,
        text,
        regionCode: region?.code ?? null,
        categoryId: category?.id ?? null,
        isConfidential,
      }),
    );
    if (!filed) return;
    draft.clear();
    const number = filed.number ? formatReportNumber(filed.number) : '–';
    toast({ text: t(filed.isEarlier ? 'channels.done.filedEarlier' : 'channels.done.filed', { number }) });
    onDone();
  }

  return (
    <form
      className="stack stack-3"
      noValidate
      ref={submitOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        void file();
      }}
    >
      <ErrorSummary title={t('channels.file.faults')} faults={links} />
      {links.length === 0 && <DeedFailure failure={deed.failure} />}
      <p className="hint">{t('channels.file.hint')}</p>
      <Field id="file-title" label={t('channels.file.title')} error={faults.title}>
        <TextInput
          name="title"
          maxLength={TITLE_LENGTH.most}
          autoComplete="off"
          value={title}
          onChange={(event) => draft.change({ title: event.currentTarget.value })}
        />
      </Field>
      <Field
        id="file-text"
        label={t('channels.file.text')}
        hint={t('channels.file.textHint')}
        error={faults.text}
        foot={t('channels.length.characters', { count: [...text].length })}
      >
        <TextArea
          name="text"
          rows={6}
          maxLength={TEXT_LENGTH.most}
          value={text}
          onChange={(event) => draft.change({ text: event.currentTarget.value })}
        />
      </Field>
      <PickedField
        label={t('channels.file.region')}
        hint={t('channels.file.regionHint')}
        error={faults.region}
        picked={region?.name ?? null}
        icon={pinIcon}
        clear={{ label: t('channels.file.noRegion'), onClear: () => draft.change({ region: null }) }}
      >
        <RegionPick
          label={t('channels.file.region')}
          picked={region}
          onPick={(picked) => draft.change({ region: picked })}
        />
      </PickedField>
      <PickedField
        label={t('channels.file.category')}
        hint={t('channels.file.categoryHint')}
        error={faults.category}
        picked={category?.path ?? null}
        clear={{ label: t('channels.file.noCategory'), onClear: () => draft.change({ category: null }) }}
      >
        <CategoryPick
          label={t('channels.file.category')}
          picked={category}
          onPick={(picked) => draft.change({ category: picked })}
        />
      </PickedField>
      <div>
        <Checkbox
          name="isConfidential"
          label={t('channels.file.confidential')}
          aria-describedby="file-confidential-why"
          checked={isConfidential}
          disabled={isKept}
          onChange={(event) => draft.change({ isConfidential: event.currentTarget.checked })}
        />
        <p className="hint" id="file-confidential-why">
          {t(
            message.confidence === null
              ? 'channels.file.confidentialHint'
              : `channels.file.confidential${message.confidence === 'KEPT' ? 'Kept' : 'Asked'}`,
          )}
        </p>
      </div>
      <div className="row">
        <Button variant="primary" type="submit" busy={deed.busy}>
          {t('channels.file.send')}
        </Button>
        <DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />
      </div>
    </form>
  );
}
