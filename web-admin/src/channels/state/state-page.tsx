import { useDates } from '@lapor/staff';
import { Button, Notice, SkeletonBlock } from '@lapor/ui';
import { ChannelsHead } from '../channels-head.tsx';
import { useFailureText } from '../failure-words.ts';
import { LoadFailed } from '../load-failed.tsx';
import { useAsked } from '../use-asked.ts';
import { useText } from '../words.ts';
import { Costs } from './costs.tsx';
import { Days } from './days.tsx';
import { Doors } from './doors.tsx';
import { Providers } from './providers.tsx';
import { Queues } from './queues.tsx';
import { channelsState } from './state-client.ts';
import { UndeliveredList } from './undelivered-list.tsx';
import { UNDELIVERED_ID, Verdict } from './verdict.tsx';

const EVERY_SECONDS = 30;

/** Whether all is well, then doors, providers, queues, what the last days brought and cost, and what did not arrive. */
export function StatePage() {
  const t = useText();
  const dates = useDates();
  const failureText = useFailureText();
  const { value: state, failure, busy, reload } = useAsked(channelsState, EVERY_SECONDS);
  return (
    <div className="stack stack-3 channels">
      <ChannelsHead
        part="keadaan"
        about={
          state ? t('channels.state.asOf', { moment: dates.moment(state.asOf) }) : t('channels.state.about')
        }
        tools={
          <Button size="small" busy={busy && state !== undefined} onClick={reload}>
            {t('channels.refresh')}
          </Button>
        }
      />
      {state && failure && (
        <Notice tone="warning" role="status" title={t('channels.stale')}>
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      {!state && failure && (
        <LoadFailed failure={failure} title={t('channels.state.failed')} busy={busy} onRetry={reload} />
      )}
      {!state && !failure && <SkeletonBlock label={t('page.loading')} count={4} />}
      {state && (
        <>
          <Verdict state={state} />
          <Doors doors={state.doors} />
          <Providers providers={state.providers} ways={state.ways} onChanged={reload} />
          <Queues queues={state.queues} />
          <Days days={state.days} />
          <Costs months={state.months} prices={state.prices} providers={state.providers} onChanged={reload} />
          <div id={UNDELIVERED_ID}>
            <UndeliveredList />
          </div>
        </>
      )}
    </div>
  );
}
