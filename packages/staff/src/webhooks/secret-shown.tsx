import { Button, Notice, Panel } from '@lapor/ui';
import { useEffect, useRef } from 'react';
import { CopyButton } from '../sharing/copy-button.tsx';
import { useText } from './words.ts';

interface SecretShownProps {
  title: string;
  secret: string;
  /** Until when the one before is good, too. */
  more?: string;
  onDone: () => void;
}

/** The secret that messages are signed with, this once. */
export function SecretShown({ title, secret, more, onDone }: SecretShownProps) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Panel title={title}>
      <div className="task stack stack-3" ref={box} tabIndex={-1}>
        <Notice tone="warning" role="status" title={t('webhooks.once')}>
          <p>{t('webhooks.onceHint')}</p>
        </Notice>
        <p id="webhook-secret-label">
          <strong>{t('webhooks.secret')}</strong>
        </p>
        <code className="secret code" aria-labelledby="webhook-secret-label">
          {secret}
        </code>
        <div className="row row--tight">
          <CopyButton size="small" text={secret} label={t('webhooks.copySecret')} />
        </div>
        {more && <p>{more}</p>}
        <Button variant="primary" onClick={onDone}>
          {t('webhooks.stored')}
        </Button>
      </div>
    </Panel>
  );
}
