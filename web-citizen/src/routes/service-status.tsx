import { useEffect, useState } from 'react';
import { Button, Card, Notice, Skeleton, StatusPill } from '@lapor/ui';
import { formatMoment } from '@lapor/wording';
import { Page } from '../app/page.tsx';
import { useReportWords, useT } from '../app/language-provider.tsx';
import { fetchStatus, type ServiceStatus } from '../features/service-status/read-status.ts';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What of the service works now. It is measured when it is asked for; nothing is kept, so nothing is said of the past. */
export default function ServiceStatusPage() {
  const t = useT();
  const [status, setStatus] = useState<ServiceStatus | null | 'asking'>('asking');
  const ask = () => {
    setStatus('asking');
    void fetchStatus().then(setStatus);
  };
  useEffect(ask, []);
  return (
    <Page title={t('status.title')} narrow className="stack stack-6 top-gap">
      <div>
        <h1>{t('status.title')}</h1>
        <p className="lead top-gap-2">{t('status.lead')}</p>
      </div>
      <div role="status" className="stack stack-3">
        {status === 'asking' && <Skeleton label={t('common.loading')} lines={5} />}
        {status === null && (
          <Notice tone="danger" title={t('status.unreachable')}>
            <p>{t('status.unreachable.text')}</p>
          </Notice>
        )}
        {status !== null && status !== 'asking' && <Parts status={status} />}
      </div>
      <p>
        <Button busy={status === 'asking'} onClick={ask}>
          {t('status.again')}
        </Button>
      </p>
      <p className="caption">{t('status.note')}</p>
    </Page>
  );
}

function Parts({ status }: { status: ServiceStatus }) {
  const t = useT();
  const words = useReportWords();
  const allWork = status.parts.every(({ works }) => works);
  return (
    <>
      <p>
        <strong>{t(allWork ? 'status.all' : 'status.some')}</strong>
      </p>
      <Card className="stack-3">
        <dl className="summary">
          {status.parts.map(({ part, works }) => (
            <div className="summary__row" key={part}>
              <dt>{t(`status.part.${part}`)}</dt>
              <dd>
                <StatusPill state={works ? 'COMPLETED' : 'POSTPONED'}>
                  {t(works ? 'status.works' : 'status.broken')}
                </StatusPill>
                {!works && <p>{t(`status.without.${part}`)}</p>}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      <p>{t('status.checkedAt', { moment: formatMoment(words, status.checkedAt, zone) })}</p>
      <p>{t('status.runningSince', { moment: formatMoment(words, status.runningSince, zone) })}</p>
    </>
  );
}
