import { Button, Checkbox, FieldError, Notice, Panel } from '@lapor/ui';
import type { KeyScope, NewApiKey } from '@lapor/web-client';
import { useEffect, useId, useRef, useState } from 'react';
import { useDates } from '../dates/use-dates.ts';
import { useText } from '../language/use-text.ts';
import { CopyButton } from '../sharing/copy-button.tsx';
import { curlExample } from './curl-example.ts';

interface NewKeyShownProps {
  made: NewApiKey & { label: string; scopes: readonly KeyScope[] };
  onDone: () => void;
}

/** The key itself, this once, with a first question to try it. */
export function NewKeyShown({ made, onDone }: NewKeyShownProps) {
  const t = useText();
  const dates = useDates();
  const [stored, setStored] = useState(false);
  const [missing, setMissing] = useState(false);
  const fault = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const unticked = missing && !stored;
  return (
    <Panel title={t('keys.made', { label: made.label })}>
      <div className="task stack stack-3" ref={box} tabIndex={-1}>
        <Notice tone="warning" role="status" title={t('keys.once')}>
          <p>{t('keys.onceHint')}</p>
        </Notice>
        <div className="stack stack-2">
          <p id="new-key-label">
            <strong>{t('keys.key')}</strong>
          </p>
          <code className="secret code" aria-labelledby="new-key-label">
            {made.key}
          </code>
          <div className="row row--tight">
            <CopyButton size="small" text={made.key} label={t('keys.copy')} />
          </div>
          <p className="caption">{t('keys.validUntil', { day: dates.dayOf(made.expiresAt) })}</p>
        </div>
        <div className="stack stack-2">
          <p id="new-key-try">
            <strong>{t('keys.try')}</strong>
          </p>
          {/* It may be wider than the window of a phone: reachable by keyboard, it can be scrolled. */}
          <pre className="command" aria-labelledby="new-key-try">
            {curlExample(location.origin, made.key, made.scopes)}
          </pre>
          <div className="row row--tight">
            <CopyButton
              size="small"
              text={curlExample(location.origin, made.key, made.scopes)}
              label={t('keys.copyExample')}
            />
          </div>
        </div>
        <div className={unticked ? 'field--error' : undefined}>
          {unticked && <FieldError id={fault}>{t('keys.storedNeeded')}</FieldError>}
          <Checkbox
            label={t('keys.stored')}
            checked={stored}
            aria-describedby={unticked ? fault : undefined}
            aria-invalid={unticked || undefined}
            onChange={(event) => setStored(event.currentTarget.checked)}
          />
        </div>
        <Button
          variant="primary"
          block
          onClick={() => {
            if (stored) return onDone();
            setMissing(true);
            box.current?.querySelector('input')?.focus();
          }}
        >
          {t('account.done')}
        </Button>
      </div>
    </Panel>
  );
}
