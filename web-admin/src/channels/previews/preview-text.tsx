import { useText } from '../words.ts';
import type { Draft } from './preview-client.ts';

interface PreviewTextProps {
  draft: Draft;
  isShort: boolean;
  language: string;
}

/** A wording as it arrives, with made-up facts, and how long it is. */
export function PreviewText({ draft, isShort, language }: PreviewTextProps) {
  const t = useText();
  return draft.previews.map(({ subject, body, measure }, index) => (
    <div key={index} className="stack stack-1">
      {draft.previews.length > 1 && (
        <p className="caption">{t(index === 0 ? 'channels.templates.byDoor' : 'channels.templates.byWeb')}</p>
      )}
      <div className="stack stack-1" lang={language}>
        {subject && (
          <p>
            <strong>{subject}</strong>
          </p>
        )}
        <pre className="preview-text textbox">{body}</pre>
      </div>
      <p className="caption">
        {t('channels.length.characters', { count: measure.characters })}
        {isShort && (
          <>
            {' · '}
            {t('channels.templates.segments', { count: measure.segments })}
            {' · '}
            {t(`channels.length.${measure.alphabet}`)}
          </>
        )}
      </p>
    </div>
  ));
}
