import { DraftMark, fieldText, RefusalNotice, useChange, useDraft } from '@lapor/staff/changing';
import { Button, Field, Notice, TextInput } from '@lapor/ui';
import { useState } from 'react';
import { useText } from '../app/use-text.ts';
import { ImportHolidaysDocument } from './calendar.graphql.ts';

interface ImportFormProps {
  year: number;
  csv: string;
  /** The calendar that the file was compared with. */
  basedOn: string;
  /** Somebody changed the calendar since: the file has to be compared again. */
  onStale: () => void;
  onDone: () => void;
}

/** By which decree the file is imported, and the button that does it. */
export function ImportForm({ year, csv, basedOn, onStale, onDone }: ImportFormProps) {
  const t = useText();
  const change = useChange(ImportHolidaysDocument);
  const draft = useDraft(`import-holidays:${year}`, { decree: '' });
  const [tried, setTried] = useState(false);
  const decree = draft.value.decree.trim();
  const isShort = decree.length < 3;
  const { refusal, fields } = change.faults;
  const isOld = refusal?.kind === 'CHANGE_REFUSED' && refusal.code === 'STATE_CHANGED';

  async function submit() {
    setTried(true);
    if (isShort) return;
    const done = await change.decide({ year, csv, decree, basedOn, dryRun: false });
    if (done?.__typename !== 'HolidaysImported') return;
    draft.clear();
    onDone();
  }

  return (
    <form
      className="stack stack-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {isOld ? (
        <Notice tone="warning" role="alert">
          <p>{t('calendar.importStale')}</p>
          <p className="top-gap-2">
            <Button size="small" onClick={onStale}>
              {t('retry')}
            </Button>
          </p>
        </Notice>
      ) : (
        <RefusalNotice refusal={refusal} gone="refused.goneHere" />
      )}
      <Field
        label={t('calendar.decree')}
        hint={t('calendar.decreeHint')}
        error={fieldText(t, tried && isShort ? 'REQUIRED' : fields['decree'])}
      >
        <TextInput
          value={draft.value.decree}
          onChange={(event) => draft.change({ decree: event.currentTarget.value })}
        />
      </Field>
      <p className="row">
        <Button variant="primary" type="submit" busy={change.busy}>
          {t('calendar.importSubmit')}
        </Button>
        <DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />
      </p>
    </form>
  );
}
