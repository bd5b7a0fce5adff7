import { Button, copyIcon, Panel } from '@lapor/ui';
import { useState } from 'react';
import { useText } from '../../language/use-text.ts';

/** An answer that can no longer be sent, because the report has moved on: kept until the officer throws it away. */
export function UnsentDraft({ text, onDiscard }: { text: string; onDiscard: () => void }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  return (
    <Panel title={t('unsent.title')}>
      <div className="stack stack-3">
        <p>{t('unsent.text')}</p>
        <p className="textbox narrative">{text}</p>
        <div className="row row--tight">
          <Button
            icon={copyIcon}
            onClick={() => {
              void navigator.clipboard.writeText(text).then(() => setCopied(true));
            }}
          >
            {t(copied ? 'unsent.copied' : 'unsent.copy')}
          </Button>
          <Button variant="quiet" onClick={onDiscard}>
            {t('unsent.discard')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
