import type { AnswerKind } from '@lapor/wording';
import { useState } from 'react';
import { AnswerPreview } from '../../approval/answer-preview.tsx';
import type { UploadedFile } from '../../evidence/upload.ts';
import { useText } from '../../language/use-text.ts';
import type { detailsToSend } from './answer-details.ts';

interface CitizenPreviewProps {
  kind: AnswerKind;
  text: string;
  promisedOn: string | null;
  details: ReturnType<typeof detailsToSend>;
  files: readonly UploadedFile[];
  organisation: { id: string; name: string } | null;
  isPublished: boolean;
}

/** How the citizen will read the answer, and who else will; drawn only while it is looked at. */
export function CitizenPreview(props: CitizenPreviewProps) {
  const { kind, text, promisedOn, details, files, organisation, isPublished } = props;
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <details className="more-about" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('writing.preview')}</summary>
      {open && (
        <div className="stack stack-2">
          {text === '' ? (
            <p className="muted">{t('writing.previewEmpty')}</p>
          ) : (
            <AnswerPreview proposal={{ kind, text, promisedOn, organisation, ...details, attachments: [] }} />
          )}
          {files.length > 0 && (
            <p className="caption">
              {t('writing.previewFiles', { names: files.map(({ fileName }) => fileName).join(', ') })}
            </p>
          )}
          <p className="caption">{t(isPublished ? 'approval.forEverybody' : 'approval.forReporter')}</p>
        </div>
      )}
    </details>
  );
}
