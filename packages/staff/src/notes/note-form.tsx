import { Button, Field, noteIcon, TextArea, useToast } from '@lapor/ui';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useChange } from '../changing/use-change.ts';
import { fieldText } from '../decisions/field-faults.ts';
import { RefusalNotice } from '../decisions/refusal-notice.tsx';
import { DraftMark } from '../drafts/draft-mark.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { submitOnCtrlEnter } from '../keyboard/submit-on-ctrl-enter.ts';
import { useText } from '../language/use-text.ts';
import type { PickedOfficer } from '../picking/officer-pick.tsx';
import { PickedMany } from '../picking/picked-many.tsx';
import type { PickOption } from '../picking/search-pick.tsx';
import { useFoundOfficers } from '../picking/use-found-officers.ts';
import { useSession } from '../session/session-context.ts';
import { mentionAt, searchAt, withName } from './mention-at.ts';
import { MentionList, optionId } from './mention-list.tsx';
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
  /** Where the "@" stands and what is written behind it, while somebody is looked for. */
  const [picking, setPicking] = useState<{ at: number; search: string } | null>(null);
  const [active, setActive] = useState(0);
  const box = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const { text, mentioned } = draft.value;
  const missing = text.trim() === '';
  const found = useFoundOfficers(picking?.search ?? '', {
    exceptIds: [officer.id, ...mentioned.map(({ id }) => id)],
    pause: picking === null,
  });
  const options = found.options ?? [];
  const current = Math.min(active, options.length - 1);

  /** Where writing goes on once the text stands in the box. */
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    box.current?.focus();
    box.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [text]);

  function lookFor(next: { at: number; search: string } | null) {
    setPicking(next);
    setActive(0);
  }

  function write(value: string, at: number) {
    draft.change({ text: value });
    const begun = mentioned.length < MOST_MENTIONS ? mentionAt(text, value, at) : null;
    const from = begun ?? picking?.at ?? null;
    const search = from === null ? null : searchAt(value, from, at);
    lookFor(from === null || search === null ? null : { at: from, search });
  }

  /** Begins a mention where the caret stands. */
  function begin() {
    const at = box.current?.selectionStart ?? text.length;
    const before = text.slice(0, at);
    const start = before === '' || /\s$/.test(before) ? before : `${before} `;
    draft.change({ text: `${start}@${text.slice(at)}` });
    caret.current = start.length + 1;
    lookFor({ at: start.length, search: '' });
  }

  function pick({ id, title }: PickOption) {
    if (!picking) return;
    const next = withName(text, picking, title);
    caret.current = next.caret;
    draft.change({ text: next.text, mentioned: [...mentioned, { id, name: title }] });
    lookFor(null);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!picking || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = options[current];
    if (event.key === 'Escape') {
      event.stopPropagation();
      lookFor(null);
    } else if (step && option) {
      event.preventDefault();
      setActive((current + step + options.length) % options.length);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && option && !found.busy) {
      event.preventDefault();
      pick(option);
    }
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
    lookFor(null);
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
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={picking ? listId : undefined}
          aria-activedescendant={picking && current >= 0 ? optionId(listId, current) : undefined}
          onKeyDown={onKeyDown}
          onChange={({ currentTarget: { value, selectionStart } }) => write(value, selectionStart)}
        />
      </Field>
      {picking && (
        <MentionList
          id={listId}
          options={found.options}
          busy={found.busy}
          failed={found.failed}
          active={current}
          onPick={pick}
        />
      )}
      {mentioned.length > 0 && (
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
          {null}
        </PickedMany>
      )}
      <div className="row row--tight">
        <Button type="submit" size="small" icon={noteIcon} busy={change.busy}>
          {t('notes.write')}
        </Button>
        {picking === null && mentioned.length < MOST_MENTIONS && (
          <Button variant="quiet" size="small" onClick={begin}>
            {t('notes.mention')}
          </Button>
        )}
        {picking !== null && (
          <Button
            variant="quiet"
            size="small"
            onClick={() => {
              lookFor(null);
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
