import type { ReactNode } from 'react';
import type { AuthCode } from '@lapor/web-client';
import { Button, Notice, Skeleton } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { authMessage } from '../sign-in/auth-message.ts';
import type { Loaded } from './use-answer.ts';

interface AnswerPartProps<Value> {
  loaded: Loaded<Value>;
  onRetry: () => void;
  lines?: number;
  children: (value: Value) => ReactNode;
}

/** A part of a page that is on its way, could not be had, or is there. */
export function AnswerPart<Value>({ loaded, onRetry, lines = 2, children }: AnswerPartProps<Value>) {
  const t = useT();
  switch (loaded.state) {
    case 'loading':
      return <Skeleton label={t('common.loading')} lines={lines} />;
    case 'failed':
      return <NotLoaded code={loaded.code} onRetry={onRetry} />;
    case 'ready':
      return children(loaded.value);
  }
}

export function NotLoaded({ code, onRetry }: { code: AuthCode; onRetry: () => void }) {
  const t = useT();
  return (
    <Notice tone="danger" role="alert" title={t('account.notLoaded')}>
      <p>{t(authMessage(code))}</p>
      <p>
        <Button variant="quiet" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      </p>
    </Notice>
  );
}
