import { Notice, Skeleton } from '@lapor/ui';
import { useQuery } from 'urql';
import { useText } from '../app/use-text.ts';
import { PreviewCalendarDocument } from './calendar.graphql.ts';
import { EffectSummary } from './effect-summary.tsx';

interface CalendarEffectProps {
  daysOff: string[];
  workingDays: string[];
}

/** What running deadlines would do under another calendar, before anything is written. */
export function CalendarEffect({ daysOff, workingDays }: CalendarEffectProps) {
  const t = useText();
  const pause = daysOff.length + workingDays.length === 0;
  const [{ data, error, fetching }] = useQuery({
    query: PreviewCalendarDocument,
    variables: { daysOff, workingDays },
    requestPolicy: 'network-only',
    pause,
  });
  if (pause) return null;
  return (
    <section className="stack stack-2" aria-label={t('effect.title')} aria-busy={fetching}>
      <div role="status">
        {fetching && <Skeleton label={t('effect.computing')} lines={2} />}
        {!fetching && data?.previewCalendarChange && <EffectSummary effect={data.previewCalendarChange} />}
      </div>
      {!fetching && !data?.previewCalendarChange && (
        <Notice tone="warning" role="alert">
          <p>{t(error ? 'effect.failed' : 'calendar.notYours')}</p>
        </Notice>
      )}
    </section>
  );
}
