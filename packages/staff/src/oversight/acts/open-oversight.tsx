import { Button } from '@lapor/ui';
import { useState } from 'react';
import { ChangeDialog } from '../../changing/change-dialog.tsx';
import { WordsField } from '../../changing/form-fields.tsx';
import { useText } from '../../language/use-text.ts';
import { OpenOversightDocument } from '../oversight.graphql.ts';
import { tooShort } from './act-props.ts';

interface OpenOversightProps {
  reportId: string;
  onDone: () => void;
}

/** The Ombudsman begins to look at a report of its own accord: what that means, why, and only then the button. */
export function OpenOversight({ reportId, onDone }: OpenOversightProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p className="caption">{t('oversight.openHint')}</p>
      <div className="row">
        <Button onClick={() => setOpen(true)}>{t('oversight.open')}</Button>
      </div>
      {isOpen && (
        <ChangeDialog
          document={OpenOversightDocument}
          draft={`oversight-open:${reportId}`}
          empty={{ reason: '' }}
          title={t('oversight.open')}
          lead={<p>{t('oversight.openLead')}</p>}
          submitLabel={t('oversight.open')}
          doneText={t('oversight.opened')}
          check={({ reason }) => ({ reason: tooShort(reason, 10) })}
          inputOf={({ reason }) => ({ reportId, reason })}
          onClose={() => setOpen(false)}
          onDone={onDone}
        >
          {(form) => <WordsField form={form} name="reason" label={t('oversight.openReason')} rows={4} />}
        </ChangeDialog>
      )}
    </>
  );
}
