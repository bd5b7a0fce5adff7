import { Field, FieldError, Notice, OptionRow, TextArea, useToast } from '@lapor/ui';
import { useId, useState } from 'react';
import { DecisionDialog } from '../decisions/decision-dialog.tsx';
import { fieldText } from '../decisions/field-faults.ts';
import { useDecision } from '../decisions/use-decision.ts';
import { DraftMark } from '../drafts/draft-mark.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { capital } from '../report/deciding/decisions.tsx';
import { ReporterPreview } from '../report/deciding/reporter-preview.tsx';
import { JUNK_CODES, likelyCode, type JunkCode } from './junk-codes.ts';
import type { Group } from './moderating.graphql.ts';
import { ArchiveJunkGroupDocument } from './moderating.graphql.ts';

/** So many are archived by one press. */
const AT_ONCE = 100;

interface ArchiveGroupDialogProps {
  group: Group;
  onClose: () => void;
  /** Some were archived: the list is not as it was shown. */
  onDone: () => void;
}

/** Archives what is left of a group: by a code and words, with what each reporter will read and how many there are. */
export function ArchiveGroupDialog({ group, onClose, onDone }: ArchiveGroupDialogProps) {
  const t = useText();
  const { words } = useLanguage();
  const toast = useToast();
  const name = useId();
  const draft = useDraft<{ code: JunkCode; text: string | null }>(`junk:${group.id}`, {
    code: likelyCode[group.reason],
    text: null,
  });
  const decision = useDecision(ArchiveJunkGroupDocument);
  const [tried, setTried] = useState(false);
  // After a round of a large group: what is left of it.
  const [left, setLeft] = useState<number | null>(null);
  const { code } = draft.value;
  // Words to begin with follow the code until somebody writes other ones.
  const text = draft.value.text ?? t(`archiving.begin.${code}`);
  const count = left ?? group.count;
  const error = fieldText(t, tried && text.trim() === '' ? 'REQUIRED' : decision.faults.fields['text']);

  async function submit() {
    setTried(true);
    if (text.trim() === '') return;
    const done = await decision.decide({ groupId: group.id, code, text: text.trim() });
    if (done?.__typename !== 'JunkGroupArchived') return;
    onDone();
    toast({
      text: [
        t('junk.archived', { count: done.archivedCount }),
        done.passedOverCount > 0 ? t('junk.passedOver', { count: done.passedOverCount }) : null,
      ]
        .filter(Boolean)
        .join(' '),
      seconds: 10,
    });
    // What is passed over stays: without anything archived another round would do nothing.
    if (done.leftCount > 0 && done.archivedCount > 0) return setLeft(done.leftCount);
    draft.clear();
    onClose();
  }

  return (
    <DecisionDialog
      open
      title={t('junk.archiveTitle')}
      lead={
        <Notice tone="warning">
          <p>{t(left === null ? 'junk.archiveLead' : 'junk.archiveRest', { count })}</p>
          {count > AT_ONCE && <p>{t('junk.atOnce', { most: AT_ONCE })}</p>}
        </Notice>
      }
      submitLabel={t('junk.archiveSubmit', { count: Math.min(count, AT_ONCE) })}
      tone="danger"
      busy={decision.busy}
      faults={decision.faults}
      gone="junk.gone"
      mark={<DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <fieldset>
        <legend className="legend">{t('archiving.code')}</legend>
        {decision.faults.fields['code'] && <FieldError>{t('field.choose')}</FieldError>}
        {JUNK_CODES.map((value) => (
          <OptionRow
            key={value}
            name={name}
            title={capital(words.archiveCodes[value])}
            checked={code === value}
            onChange={() => draft.change({ code: value })}
          />
        ))}
      </fieldset>
      <Field label={t('archiving.text')} hint={t('junk.textHint')} error={error}>
        <TextArea
          short
          value={text}
          onChange={(event) => draft.change({ text: event.currentTarget.value })}
        />
      </Field>
      <ReporterPreview
        title={words.history({ kind: 'ARCHIVED', actorKind: 'OFFICER', toReporter: true, reasonCode: code })}
        text={text}
      >
        <p className="caption">{t('archiving.previewEnd')}</p>
      </ReporterPreview>
    </DecisionDialog>
  );
}
