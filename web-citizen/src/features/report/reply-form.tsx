import { useState } from 'react';
import { Button, messageIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { ReplyToReportDocument } from './changes.graphql.ts';
import { EvidencePicker } from './evidence-picker.tsx';
import { useReportPage } from './report-page-context.ts';
import { TextForm } from './text-form.tsx';
import { useChange } from './use-change.ts';
import { useEvidence } from './use-evidence.ts';
import { useKeptText } from './use-kept-text.ts';

/** A message to the agency; open at once when one was begun. */
export function ReplyForm() {
  const t = useT();
  const { reportId, number } = useReportPage();
  const keep = `reply-${number}`;
  const [begun] = useKeptText(keep);
  const [open, setOpen] = useState(begun !== '');
  const { change, busy, fault } = useChange(ReplyToReportDocument);
  const evidence = useEvidence();
  if (!open) {
    return (
      <Button icon={messageIcon} onClick={() => setOpen(true)}>
        {t('report.writeMessage')}
      </Button>
    );
  }
  return (
    <TextForm
      keep={keep}
      label={t('report.yourMessage')}
      hint={t('report.messageHint')}
      send={t('report.sendMessage')}
      busy={busy}
      fault={fault}
      onCancel={() => setOpen(false)}
      onSend={async (text) => {
        const done = await change({ reportId, text, attachmentIds: evidence.ids });
        if (done) setOpen(false);
        return done;
      }}
    >
      <EvidencePicker evidence={evidence} />
    </TextForm>
  );
}
