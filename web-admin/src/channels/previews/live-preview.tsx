import { useSettled } from '@lapor/staff';
import { Notice } from '@lapor/ui';
import { useCallback, useEffect, useState } from 'react';
import { useFailureText } from '../failure-words.ts';
import { useAsked } from '../use-asked.ts';
import { useText } from '../words.ts';
import {
  previewDraft,
  type Draft,
  type TemplateMedium,
  type Wording,
  type WordingFault,
  type WordingKey,
} from './preview-client.ts';
import { PreviewText } from './preview-text.tsx';

interface LivePreviewProps {
  wordingKey: WordingKey;
  wording: Wording;
  medium: TemplateMedium;
  onFaults: (faults: readonly WordingFault[]) => void;
}

/** How words look and what they cost while they are written; the last good look stays until there is another. */
export function LivePreview({ wordingKey, wording, medium, onFaults }: LivePreviewProps) {
  const t = useText();
  const failureText = useFailureText();
  const { name, medium: kind, language } = wordingKey;
  const subject = useSettled(wording.subject ?? '', 300);
  const body = useSettled(wording.body, 300);
  const { value, failure } = useAsked(
    useCallback(
      () =>
        previewDraft({ name, medium: kind, language }, { subject: kind === 'MAIL' ? subject : null, body }),
      [name, kind, language, subject, body],
    ),
  );
  const [shown, setShown] = useState<Draft>(medium);
  if (value && value !== shown && value.previews.length > 0) setShown(value);
  useEffect(() => {
    if (value) onFaults(value.faults);
  }, [value, onFaults]);
  const isWrong = value !== undefined && value.faults.length > 0;
  const segments = Math.max(0, ...shown.previews.map(({ measure }) => measure.segments));
  return (
    <section className="stack stack-2" aria-label={t('channels.templates.preview')}>
      <h3 className="h4">{t('channels.templates.preview')}</h3>
      {failure && (
        <Notice tone="warning" role="status">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      <PreviewText draft={shown} isShort={kind === 'PHONE'} language={language} />
      <p role="status" className={isWrong ? 'error-text' : 'caption'}>
        {isWrong && t('channels.templates.previewOld')}
        {!isWrong &&
          kind === 'PHONE' &&
          (segments > shown.builtInSegments
            ? t('channels.templates.longer', { segments, builtIn: shown.builtInSegments })
            : t('channels.templates.most', { most: medium.mostSegments ?? segments }))}
      </p>
    </section>
  );
}
