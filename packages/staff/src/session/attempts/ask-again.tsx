import { ErrorState } from '@lapor/ui';
import { useText } from '../../language/use-text.ts';
import { failureText } from './failure-text.ts';
import type { Failure } from './use-attempt.ts';

/** Something could not be loaded: why, and once more. */
export function AskAgain({
  failure,
  title,
  page,
  busy,
  onRetry,
}: {
  failure: Failure;
  title: string;
  page?: boolean;
  busy?: boolean;
  onRetry: () => void;
}) {
  const t = useText();
  const { message, values } = failureText(failure);
  return (
    <ErrorState page={page} title={title} retryLabel={t('retry')} retrying={busy} onRetry={onRetry}>
      {t(message, values)}
    </ErrorState>
  );
}
