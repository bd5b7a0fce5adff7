import { useAskWhile, useDates, useLanguage } from '@lapor/staff';
import { Notice } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import { useId } from 'react';
import { useQuery } from 'urql';
import { useText } from '../app/use-text.ts';
import type { ResultOf } from '../graphql.ts';
import { RecalculationDocument } from './calendar.graphql.ts';

/** Where the progress stands on its page. */
export const PROGRESS = 'hitung-ulang';

interface RecalculationProgressProps {
  /** As the page read it; undefined until it has. */
  begun: ResultOf<typeof RecalculationDocument>['recalculation'] | undefined;
}

/** How far running deadlines have been counted anew after the last change; asks again while some are left. */
export function RecalculationProgress({ begun }: RecalculationProgressProps) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const label = useId();
  const [{ data, fetching }, ask] = useQuery({
    query: RecalculationDocument,
    requestPolicy: 'cache-and-network',
    pause: begun?.state !== 'RUNNING',
  });
  const last = data?.recalculation ?? begun;
  const isRunning = last?.state === 'RUNNING';
  useAskWhile(isRunning, fetching, ask);
  if (!last) return null;
  if (!isRunning)
    return last.finishedAt ? (
      <p className="caption" role="status" id={PROGRESS} tabIndex={-1}>
        {t('recalculation.finished', { moment: dates.moment(last.finishedAt) })}
      </p>
    ) : null;
  const done = formatNumber(words, last.done);
  return (
    <div id={PROGRESS} tabIndex={-1}>
      <Notice tone="info" role="status" title={t('recalculation.runningTitle')}>
        <p id={label}>{t('recalculation.running', { done, total: formatNumber(words, last.total) })}</p>
        <progress className="progress" max={last.total} value={last.done} aria-labelledby={label} />
      </Notice>
    </div>
  );
}
