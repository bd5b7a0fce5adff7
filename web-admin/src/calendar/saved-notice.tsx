import { Notice } from '@lapor/ui';
import { useEffect, useRef } from 'react';
import { useText } from '../app/use-text.ts';
import { PROGRESS } from './recalculation-progress.tsx';

interface SavedNoticeProps {
  title: string;
  /** What happens next. */
  next: string;
  /** Running deadlines are counted anew: with the way to their progress. */
  recounts?: boolean;
}

/** After a change: that it stands, and what comes of it. It takes the focus, for the form it followed may have been far below. */
export function SavedNotice({ title, next, recounts }: SavedNoticeProps) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="success" role="status" title={title}>
        <p>
          {next} {recounts && <a href={`#${PROGRESS}`}>{t('recalculation.link')}</a>}
        </p>
      </Notice>
    </div>
  );
}
