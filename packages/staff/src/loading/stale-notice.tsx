import { Button, Notice } from '@lapor/ui';
import type { CombinedError } from 'urql';
import { useText } from '../language/use-text.ts';
import { faultText } from './fault-text.ts';

/** What is on the screen could not be brought up to date. */
export function StaleNotice({ error, onRetry }: { error: CombinedError | undefined; onRetry: () => void }) {
  const t = useText();
  if (!error) return null;
  return (
    <Notice tone="warning" role="status" title={t('stale.title')}>
      <p>{t(faultText(error))}</p>
      <p className="top-gap-2">
        <Button size="small" onClick={onRetry}>
          {t('retry')}
        </Button>
      </p>
    </Notice>
  );
}
