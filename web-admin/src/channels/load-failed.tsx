import { ErrorState, NotFoundState } from '@lapor/ui';
import type { ChannelsFailure } from '@lapor/web-client';
import { useFailureText } from './failure-words.ts';
import { useText } from './words.ts';

interface LoadFailedProps {
  failure: ChannelsFailure;
  title: string;
  busy: boolean;
  onRetry: () => void;
  page?: boolean;
}

/** Not allowed and not there are one; everything else can be tried again. */
export function LoadFailed({ failure, title, busy, onRetry, page }: LoadFailedProps) {
  const t = useText();
  const textOf = useFailureText();
  if (failure.code === 'NOT_FOUND')
    return (
      <NotFoundState page={page} title={t('page.notFound')}>
        {t('channels.notFound')}
      </NotFoundState>
    );
  return (
    <ErrorState page={page} title={title} retryLabel={t('retry')} retrying={busy} onRetry={onRetry}>
      {textOf(failure)}
    </ErrorState>
  );
}
