import { useDates, usePageTitle } from '@lapor/staff';
import { Button, ErrorState, NotFoundState, Notice, SkeletonBlock } from '@lapor/ui';
import { useAdminIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import { findingOf } from './findings.ts';
import type { SystemState } from './read-health.ts';
import { ServicePanel } from './service-panel.tsx';
import { useHealth } from './use-health.ts';

/** How the services do behind their answers: jobs, events that wait, mails, files to scan. */
export function HealthPage() {
  const t = useText();
  const dates = useDates();
  const console = useAdminIdentity();
  usePageTitle(t('health.title'), console.label);
  const { state, fault, asking, askAgain } = useHealth();
  if (fault === 'NOT_FOUND')
    return (
      <NotFoundState page title={t('page.notFound')}>
        {t('health.notFound')}
      </NotFoundState>
    );
  if (!state && fault)
    return (
      <ErrorState
        page
        title={t('health.failed')}
        retryLabel={t('retry')}
        retrying={asking}
        onRetry={askAgain}
      >
        {t(`health.fault.${fault}`)}
      </ErrorState>
    );
  return (
    <>
      <div className="row row--between">
        <div>
          <h1>{t('health.title')}</h1>
          <p className="caption">
            {state ? t('health.asOf', { moment: dates.moment(state.checkedAt) }) : t('health.about')}
          </p>
        </div>
        <Button size="small" busy={asking && state !== null} onClick={askAgain}>
          {t('health.refresh')}
        </Button>
      </div>
      {state && fault && (
        <Notice tone="warning" role="status" title={t('health.stale')}>
          <p>{t(`health.fault.${fault}`)}</p>
        </Notice>
      )}
      {state ? <Services state={state} /> : <SkeletonBlock label={t('page.loading')} count={4} />}
    </>
  );
}

function Services({ state }: { state: SystemState }) {
  const t = useText();
  const troubled = state.services.filter((service) => findingOf(service, state.checkedAt) !== 'WELL');
  return (
    <>
      <Notice
        tone={troubled.length > 0 ? 'warning' : 'success'}
        role="status"
        title={
          troubled.length > 0 ? t('health.someTroubled', { count: troubled.length }) : t('health.allWell')
        }
      >
        <p>{t(troubled.length > 0 ? 'health.someTroubledHint' : 'health.allWellHint')}</p>
      </Notice>
      {state.services.map((service) => (
        <ServicePanel key={service.name} service={service} now={state.checkedAt} />
      ))}
    </>
  );
}
