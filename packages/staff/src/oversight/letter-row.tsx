import { Button, mailIcon, Notice, Tag } from '@lapor/ui';
import { useState } from 'react';
import { useDates } from '../dates/use-dates.ts';
import { useText } from '../language/use-text.ts';
import type { Letter } from './acts/act-props.ts';
import { ApproveDialog } from './acts/approve-dialog.tsx';
import { EditDialog } from './acts/edit-dialog.tsx';
import { ReplyDialog } from './acts/reply-dialog.tsx';

interface LetterRowProps {
  letter: Letter;
  caseId: string;
  onDone: () => void;
}

/** A letter with its PDF and what can be done with it. */
export function LetterRow({ letter, caseId, onDone }: LetterRowProps) {
  const t = useText();
  const dates = useDates();
  const [open, setOpen] = useState<'edit' | 'approve' | 'reply' | null>(null);
  const [isSaved, setSaved] = useState(false);
  const dialog = { letter, onDone, onClose: () => setOpen(null) };
  return (
    <div className="stack stack-2">
      <p>
        <strong>
          {letter.number ?? t('oversight.draft')} · {letter.addressee.head.title}, {letter.addressee.name}
        </strong>{' '}
        <Tag icon={mailIcon}>{t(`oversight.letter.${letter.state}`)}</Tag>
      </p>
      <p className="caption">
        {letter.sentAt
          ? t('oversight.sentAt', { moment: dates.moment(letter.sentAt) })
          : t('oversight.draftedAt', { moment: dates.moment(letter.draftedAt) })}
        {letter.isEdited && ` · ${t('oversight.isEdited')}`}
        {letter.replyBy && ` · ${t('oversight.replyBy', { day: dates.day(letter.replyBy) })}`}
        {letter.failure && ` · ${t('oversight.letterFailed')}`}
      </p>
      {letter.reply && <p className="narrative">{letter.reply}</p>}
      {isSaved && letter.state === 'DRAFT' && (
        <Notice tone="success" role="status" title={t('oversight.edited')}>
          <p>
            <a href={letter.pdfPath} download>
              {t('oversight.editPreview')}
            </a>
          </p>
        </Notice>
      )}
      <div className="row">
        <a className="btn btn--secondary btn--small" href={letter.pdfPath} download>
          {t('oversight.download')}
        </a>
        {letter.viewerCanEdit && (
          <Button size="small" onClick={() => setOpen('edit')}>
            {t('oversight.edit')}
          </Button>
        )}
        {letter.viewerCanApprove && (
          <Button size="small" onClick={() => setOpen('approve')}>
            {t(letter.state === 'FAILED' ? 'oversight.sendAgain' : 'oversight.approve')}
          </Button>
        )}
        {letter.viewerCanRecordReply && (
          <Button size="small" onClick={() => setOpen('reply')}>
            {t('oversight.reply')}
          </Button>
        )}
      </div>
      {open === 'edit' && (
        <EditDialog
          {...dialog}
          caseId={caseId}
          onDone={() => {
            setSaved(true);
            onDone();
          }}
        />
      )}
      {open === 'approve' && <ApproveDialog {...dialog} />}
      {open === 'reply' && <ReplyDialog {...dialog} />}
    </div>
  );
}
