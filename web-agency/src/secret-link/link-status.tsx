import { EmptyState, ErrorState, mailIcon, Skeleton } from '@lapor/ui';
import { useText, type AgencyMessageId } from '../app/use-text.ts';

/** How it stands with a secret link that is not open. */
export type NotOpen =
  | { is: 'OPENING' }
  /** Nothing stands behind the `#`. */
  | { is: 'NO_LINK' }
  /** Wrong, ended or past its day: the server does not tell which. */
  | { is: 'GONE' }
  | { is: 'TOO_MANY'; minutes: number }
  | { is: 'FAILED'; offline: boolean };

interface LinkStatusProps {
  view: NotOpen;
  /** What is said of this kind of link. */
  words: Record<'opening' | 'noLinkHint' | 'goneHint' | 'failed', AgencyMessageId>;
  onRetry: () => void;
}

/** The page of a link until it is open: that it is being opened, or why it does not open. */
export function LinkStatus({ view, words, onRetry }: LinkStatusProps) {
  const t = useText();
  switch (view.is) {
    case 'OPENING':
      return <Skeleton label={t(words.opening)} title lines={8} />;
    case 'NO_LINK':
      return (
        <EmptyState page icon={mailIcon} title={t('handOver.noLink')}>
          {t(words.noLinkHint)}
        </EmptyState>
      );
    case 'GONE':
      return (
        <EmptyState page icon={mailIcon} title={t('handOver.gone')}>
          {t(words.goneHint)}
        </EmptyState>
      );
    case 'TOO_MANY':
    case 'FAILED':
      return (
        <ErrorState page title={t(words.failed)} retryLabel={t('retry')} onRetry={onRetry}>
          {view.is === 'TOO_MANY'
            ? t('handOver.wait', { minutes: view.minutes })
            : t(view.offline ? 'fault.offline' : 'fault.unavailable')}
        </ErrorState>
      );
  }
}
