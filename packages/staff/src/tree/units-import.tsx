import { Button, Panel } from '@lapor/ui';
import { useEffect, useState } from 'react';
import {
  ChangeFields,
  NO_NOTE,
  noteFaults,
  reasonInput,
  type ChangeNote,
} from '../changing/change-fields.tsx';
import { useChange } from '../changing/use-change.ts';
import { fieldText } from '../decisions/field-faults.ts';
import { RefusalNotice } from '../decisions/refusal-notice.tsx';
import { DraftMark } from '../drafts/draft-mark.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { useText } from '../language/use-text.ts';
import { ImportUnitsDocument, type Preview } from './units-file.graphql.ts';

interface UnitsImportProps {
  organisationId: string;
  csv: string;
  preview: Preview;
  /** Somebody changed units since the preview: it has to be made again. */
  onStateChanged: () => void;
  onDone: (counts: { created: number; changed: number }) => void;
}

/** Does what the preview showed, with a reason for the history. All lines or none. */
export function UnitsImport({ organisationId, csv, preview, onStateChanged, onDone }: UnitsImportProps) {
  const t = useText();
  const draft = useDraft<ChangeNote>(`import-units:${organisationId}`, NO_NOTE);
  const change = useChange(ImportUnitsDocument);
  const [tried, setTried] = useState(false);
  const own: Record<string, string | undefined> = noteFaults(draft.value);
  const { refusal, fields } = change.faults;
  const isOld = refusal?.kind === 'CHANGE_REFUSED' && refusal.code === 'STATE_CHANGED';
  useEffect(() => {
    if (isOld) onStateChanged();
    // Once for each refusal.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOld]);

  async function submit() {
    setTried(true);
    if (Object.values(own).some(Boolean)) return;
    const done = await change.decide({
      organisationId,
      csv,
      contentHash: preview.contentHash,
      ...reasonInput(draft.value),
    });
    if (done?.__typename !== 'UnitsImported') return;
    draft.clear();
    onDone({ created: done.createdCount, changed: done.changedCount });
  }

  return (
    <Panel title={t('tree.csv.import')}>
      <form
        className="stack stack-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <RefusalNotice refusal={refusal} gone="refused.goneHere" />
        <ChangeFields
          atOnce
          form={{
            value: draft.value,
            change: draft.change,
            faultAt: (field) => fieldText(t, (tried ? own[field] : undefined) ?? fields[field]),
          }}
        />
        <p className="row">
          <Button variant="primary" type="submit" busy={change.busy}>
            {t('tree.csv.importButton', { count: preview.changes.length })}
          </Button>
          <DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />
        </p>
      </form>
    </Panel>
  );
}
