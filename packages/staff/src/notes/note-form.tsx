import { Button, Field, noteIcon, TextArea, useToast } from '@lapor/ui';
import { useEffect, useRef, useState } from 'react';
import { useChange } from '../changing/use-change.ts';
import { fieldText } from '../decisions/field-faults.ts';
import { RefusalNotice } from '../decisions/refusal-notice.tsx';
import { DraftMark } from '../drafts/draft-mark.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { submitOnCtrlEnter } from '../keyboard/submit-on-ctrl-enter.ts';
import { useText } from '../language/use-text.ts';
import { OfficerPick, type PickedOfficer } from '../picking/officer-pick.tsx';
import { PickedMany } from '../picking/picked-many.tsx';
import { useSession } from '../session/session-context.ts';
import { mentionAt, withName } from './mention-at.ts';
import { AddNoteDocument } from './notes.graphql.ts';

interface NoteDraft {
  text: string;
  mentioned: readonly PickedOfficer[];
}

const EMPTY: NoteDraft = { text: '', mentioned: [] };
const MOST_MENTIONS = 10;

/** A word to colleagues; "@" or the button names somebody who is told of it. */
export function NoteForm({ reportId }: { reportId: string }) {
  const t = useText();
  const toast = useToast();
  const { officer } = useSession();
  const draft = useDraft<NoteDraft>(`note:${reportId}`, EMPTY);
  const change = useChange(AddNoteDocument);
  const [tried, setTried] = useState(false);
  /** Where the name goes, while somebody is looked for. */
  const [picking, setPicking] = useState<{ at: number | null } | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (picking) search.current?.focus();
  }, [picking]);
  const { text, mentioned } = draft.value;
  const missing = text.trim() === '';

  function pick(one: PickedOfficer) {
    draft.change({
      text: withName(text, picking?.at ?? null, one.name),
      mentioned: mentioned.some(({ id }) => id === one.id) ? mentioned : [...mentioned, one],
    });
    setPicking(null);
    box.current?.focus();
  }

  async function submit() {
    setTried(true);
    if (missing) return;
    const done = await change.decide({
      reportId,
      text: text.trim(),
      mentionedOfficerIds: mentioned.map(({ id }) => id),
    });
    if (!done) return;
    draft.clear();
    setTried(false);
    setPicking(null);
    toast({ text: t('notes.written') });
  }

  return (
    <form
      ref={submitOnCtrlEnter}
      className="stack stack-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <RefusalNotice refusal={change.faults.refusal} />
      <Field
        label={t('notes.text')}
        hint={t('notes.textHint')}
        error={fieldText(t, tried && missing ? 'REQUIRED' : change.faults.fields['text'])}
      >
        <TextArea
          short
          rows={2}
          ref={box}
          maxLength={2_000}
          value={text}
          onChange={({ currentTarget: { value, selectionStart } }) => {
            const at = mentionAt(text, value, selectionStart);
            if (at !== null && mentioned.length < MOST_MENTIONS) setPicking({ at });
            draft.change({ text: value });
          }}
        />
      </Field>
      {(picking !== null || mentioned.length > 0) && (
        <PickedMany
          label={t('notes.mentioned')}
          hint={t('notes.mentionedHint')}
          error={fieldText(t, change.faults.fields['mentionedOfficerIds'], {
            NOT_A_READER: 'notes.notAReader',
          })}
          picked={mentioned}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
          removeLabel={t('notes.unmention')}
          onRemove={({ id }) => draft.change({ mentioned: mentioned.filter((one) => one.id !== id) })}
        >
          {picking !== null && (
            <OfficerPick
              label={t('notes.find')}
              exceptIds={[officer.id, ...mentioned.map(({ id }) => id)]}
              picked={null}
              onPick={pick}
              inputRef={search}
            />
          )}
        </PickedMany>
      )}
      <div className="row row--tight">
        <Button type="submit" size="small" icon={noteIcon} busy={change.busy}>
          {t('notes.write')}
        </Button>
        {picking === null && mentioned.length < MOST_MENTIONS && (
          <Button variant="quiet" size="small" onClick={() => setPicking({ at: null })}>
            {t('notes.mention')}
          </Button>
        )}
        {picking !== null && (
          <Button
            variant="quiet"
            size="small"
            onClick={() => {
              setPicking(null);
              box.current?.focus();
            }}
          >
            {t('notes.mentionNobody')}
          </Button>
        )}
        <DraftMark savedAt={text ? draft.savedAt : null} unsaved={draft.unsaved} />
      </div>
    </form>
  );
}
