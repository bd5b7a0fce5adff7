import { useDates } from '@lapor/staff';
import { DraftMark, submitOnCtrlEnter, useDraft } from '@lapor/staff/changing';
import { Button, Field, Notice, TextArea, TextInput, useToast } from '@lapor/ui';
import { useId, useRef, useState } from 'react';
import { DeedFailure } from '../messages/deed-failure.tsx';
import { useDeed } from '../messages/use-deed.ts';
import { OfficerName } from '../officer-name.tsx';
import { useText } from '../words.ts';
import { Changes } from './changes.tsx';
import { useWordingFault } from './fault-words.ts';
import { LivePreview } from './live-preview.tsx';
import { Placeholders } from './placeholders.tsx';
import { changeWording, type TemplateMedium, type WordingFault, type WordingKey } from './preview-client.ts';
import { isReason, LONGEST_REASON } from './reason.ts';

interface WordingEditorProps {
  wordingKey: WordingKey;
  medium: TemplateMedium;
  /** Somebody else was first. */
  onStale: () => void;
  onDone: () => void;
  onClose: () => void;
}

interface WordingDraft {
  subject: string;
  body: string;
  reason: string;
  /** The version that it began from. */
  from: number;
}

/** Other words for a template, with placeholders and a live look at them. What is typed outlives the page. */
export function WordingEditor({ wordingKey, medium, onStale, onDone, onClose }: WordingEditorProps) {
  const t = useText();
  const toast = useToast();
  const dates = useDates();
  const faultText = useWordingFault();
  const deed = useDeed(onStale);
  const ids = { subject: useId(), body: useId(), reason: useId() };
  const { name, medium: kind, language } = wordingKey;
  const { wording, version, changed } = medium;
  const draft = useDraft<WordingDraft>(`wording:${name}:${kind}:${language}`, {
    subject: wording.subject ?? '',
    body: wording.body,
    reason: '',
    from: version,
  });
  const { subject, body, reason, from } = draft.value;
  const written = { subject: kind === 'MAIL' ? subject : null, body };
  const [faults, setFaults] = useState<readonly WordingFault[]>([]);
  const [isMissing, setMissing] = useState(false);
  const lastField = useRef<'subject' | 'body'>('body');
  const errorOf = (path: string) => {
    const found = faults.filter((fault) => fault.path === path);
    return found.length > 0
      ? found.map((fault) => (
          <span key={`${fault.code} ${fault.detail}`} className="block">
            {faultText(fault)}
          </span>
        ))
      : undefined;
  };

  /** Puts a placeholder where the cursor was. */
  function insert(placeholder: string, mayBeSubject: boolean) {
    const field = mayBeSubject ? lastField.current : 'body';
    const box = document.getElementById(ids[field]) as HTMLInputElement | HTMLTextAreaElement | null;
    const text = field === 'subject' ? subject : body;
    const [start, end] = [box?.selectionStart ?? text.length, box?.selectionEnd ?? text.length];
    const put = `{${placeholder}}`;
    draft.change({ [field]: text.slice(0, start) + put + text.slice(end) });
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(start + put.length, start + put.length);
    });
  }

  /** The built-in words instead of what was typed, which can be had back. */
  function startAnew() {
    const typed = { subject, body, from };
    const { builtIn } = medium;
    draft.change({ subject: builtIn.subject ?? '', body: builtIn.body, from: version });
    toast({
      text: t('channels.templates.startedAnew'),
      action: { label: t('channels.templates.putBack'), onAct: () => draft.change(typed) },
    });
  }

  async function save() {
    setMissing(!isReason(reason));
    if (!isReason(reason) || faults.length > 0) {
      const field = faults.some(({ path }) => path === 'subject') ? 'subject' : 'body';
      document.getElementById(faults.length > 0 ? ids[field] : ids.reason)?.focus();
      return;
    }
    const content = { version, reason, ...written };
    const sent = await deed.send(
      (requestKey) => changeWording(wordingKey, { requestKey, ...content }),
      content,
    );
    if (!sent) return;
    draft.clear();
    toast({ text: t('channels.templates.saved', { version: sent.version }) });
    onDone();
  }

  return (
    <form
      className="stack stack-3"
      noValidate
      ref={submitOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <DeedFailure failure={deed.failure} />
      {from !== version && changed && (
        <Notice tone="warning" title={t('channels.templates.overtaken', { version })}>
          <div className="stack stack-2">
            <p>
              <OfficerName id={changed.accountId} /> · {dates.moment(changed.at, 'short')} · {changed.reason}
            </p>
            <p>{t('channels.templates.overtakenHint')}</p>
            <Changes before={wording} after={written} />
          </div>
        </Notice>
      )}
      {kind === 'MAIL' && (
        <Field id={ids.subject} label={t('channels.templates.subject')} error={errorOf('subject')}>
          <TextInput
            name="subject"
            lang={language}
            autoComplete="off"
            maxLength={300}
            value={subject}
            onFocus={() => (lastField.current = 'subject')}
            onChange={(event) => draft.change({ subject: event.currentTarget.value })}
          />
        </Field>
      )}
      <Field
        id={ids.body}
        label={t('channels.templates.body')}
        hint={t(kind === 'MAIL' ? 'channels.templates.bodyHint' : 'channels.templates.shortHint')}
        error={errorOf('body')}
      >
        <TextArea
          name="body"
          lang={language}
          rows={kind === 'MAIL' ? 12 : 4}
          maxLength={10_000}
          value={body}
          onFocus={() => (lastField.current = 'body')}
          onChange={(event) => draft.change({ body: event.currentTarget.value })}
        />
      </Field>
      <Placeholders placeholders={medium.placeholders} required={medium.required} onInsert={insert} />
      <LivePreview wordingKey={wordingKey} wording={written} medium={medium} onFaults={setFaults} />
      <Field
        id={ids.reason}
        label={t('channels.templates.reason')}
        hint={t('channels.templates.reasonHint')}
        error={isMissing && !isReason(reason) ? t('channels.templates.reasonNeeded') : undefined}
      >
        <TextArea
          short
          name="reason"
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(event) => draft.change({ reason: event.currentTarget.value })}
        />
      </Field>
      <div className="row">
        <Button variant="primary" type="submit" busy={deed.busy}>
          {t(from === version ? 'channels.templates.save' : 'channels.templates.saveOver')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button variant="quiet" onClick={startAnew}>
          {t('channels.templates.startAnew')}
        </Button>
        <DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />
      </div>
    </form>
  );
}
