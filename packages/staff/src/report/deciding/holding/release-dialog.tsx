import '../../../language/administration-words.ts';
import { Checkbox, FieldError, useToast } from '@lapor/ui';
import { useState } from 'react';
import { DecisionDialog } from '../../../decisions/decision-dialog.tsx';
import { useReportDecision } from '../../../decisions/use-report-decision.ts';
import { useText } from '../../../language/use-text.ts';
import { ReleaseReportDocument } from '../deciding.graphql.ts';

interface ReleaseDialogProps {
  report: { id: string; title: string };
  onClose: () => void;
  onDone?: () => void;
}

/** Shows a report that was held back to everybody, once somebody has said that it was read through. */
export function ReleaseDialog({ report, onClose, onDone }: ReleaseDialogProps) {
  const t = useText();
  const toast = useToast();
  const decision = useReportDecision(ReleaseReportDocument);
  const [isRead, setRead] = useState(false);
  const [tried, setTried] = useState(false);

  async function submit() {
    setTried(true);
    if (!isRead) return;
    const done = await decision.decide({ reportId: report.id });
    if (!done) return;
    toast({ text: t('holding.released') });
    onClose();
    onDone?.();
  }

  return (
    <DecisionDialog
      open
      title={t('holding.releaseTitle')}
      lead={<p>{t('holding.releaseLead', { title: report.title })}</p>}
      submitLabel={t('holding.release')}
      busy={decision.busy}
      faults={decision.faults}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className={tried && !isRead ? 'field field--error' : 'field'}>
        {tried && !isRead && <FieldError>{t('holding.readFirst')}</FieldError>}
        <Checkbox
          label={t('holding.isRead')}
          checked={isRead}
          onChange={(event) => setRead(event.currentTarget.checked)}
        />
      </div>
    </DecisionDialog>
  );
}
