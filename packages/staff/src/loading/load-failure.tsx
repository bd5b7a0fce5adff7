import { ErrorState } from '@lapor/ui';
import type { CombinedError } from 'urql';
import { useText } from '../language/use-text.ts';
import { faultText } from './fault-text.ts';

/** Something could not be loaded: why, as far as it is known, and once more. */
export function LoadFailure({
  error,
  title,
  page,
  retrying,
  onRetry,
}: {
  error: CombinedError;
  title: string;
  page?: boolean;
  retrying?: boolean;
  onRetry: () => void;
}) {
  const t = useText();
  return (
    <ErrorState page={page} title={title} retryLabel={t('retry')} retrying={retrying} onRetry={onRetry}>
      {t(faultText(error))}
    </ErrorState>
  );
}
