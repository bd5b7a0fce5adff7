import { useState } from 'react';
import { Button, RadioCards, messageIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { ReplyPrivatelyDocument, ReplyToReportDocument } from './changes.graphql.ts';
import { EvidencePicker } from './evidence-picker.tsx';
import { useReportPage } from './report-page-context.ts';
import { TextForm } from './text-form.tsx';
import { useChange } from './use-change.ts';
import { useEvidence } from './use-evidence.ts';
import { useKeptText } from './use-kept-text.ts';

interface ReplyFormProps {
  /** It may be said in the report itself, which the agency has to answer. */
  openly: boolean;
  /** It may be said to those who handle the report alone. */
  privately: boolean;
}

/** A message to the agency, open or private; open at once when one was begun. */
export function ReplyForm({ openly, privately }: ReplyFormProps) {
  const t = useT();
  const { reportId, number } = useReportPage();
  const keep = `reply-${number}`;
  const [begun] = useKeptText(keep);
  const [open, setOpen] = useState(begun !== '');
  // Kept with the words: what was begun in private must not come back as an open message.
  const [kept, keepAudience, forgetAudience] = useKeptText(`${keep}-audience`);
  const isPrivate = privately && (!openly || kept === 'private');
  const reply = useChange(ReplyToReportDocument);
  const message = useChange(ReplyPrivatelyDocument);
  const { busy, fault } = isPrivate ? message : reply;
  const evidence = useEvidence();
  if (!open) {
    return (
      <p>
        <Button icon={messageIcon} onClick={() => setOpen(true)}>
          {t(openly ? 'report.writeMessage' : 'report.writePrivately')}
        </Button>
      </p>
    );
  }

  async function send(text: string): Promise<boolean> {
    if (isPrivate) return message.change({ reportId, text });
    const attachmentIds = await evidence.settled();
    return attachmentIds !== null && reply.change({ reportId, text, attachmentIds });
  }

  return (
    <TextForm
      keep={keep}
      label={t('report.yourMessage')}
      hint={t(isPrivate ? 'report.privateHint' : 'report.messageHint')}
      send={t(isPrivate ? 'report.sendPrivately' : 'report.sendMessage')}
      busy={busy}
      fault={fault}
      onCancel={() => setOpen(false)}
      onSend={async (text) => {
        const done = await send(text);
        if (done) {
          forgetAudience();
          setOpen(false);
        }
        return done;
      }}
      before={
        openly &&
        privately && (
          <RadioCards
            legend={t('report.whoReads')}
            name="audience"
            columns={2}
            value={isPrivate ? 'private' : 'open'}
            options={[
              { value: 'open', title: t('report.openly'), text: t('report.openlyText') },
              { value: 'private', title: t('report.privately'), text: t('report.privatelyText') },
            ]}
            onChange={keepAudience}
          />
        )
      }
    >
      {!isPrivate && <EvidencePicker evidence={evidence} />}
    </TextForm>
  );
}
