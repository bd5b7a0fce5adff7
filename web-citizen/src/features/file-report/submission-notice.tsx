import { useEffect, useState } from 'react';
import { Button, Notice, offlineIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import type { Submission } from './use-submission.ts';

/** Says aloud what became of an attempt to send that has not arrived. */
export function SubmissionNotice({ submission, onRetry }: { submission: Submission; onRetry: () => void }) {
  const t = useT();
  if (submission.status === 'conflict') {
    return (
      <Notice tone="danger" role="alert" title={t('check.conflict')}>
        <p>{t('check.conflictText')}</p>
      </Notice>
    );
  }
  if (submission.status !== 'waiting') return null;
  const offline = submission.reason === 'OFFLINE';
  return (
    <Notice
      tone="warning"
      icon={offline ? offlineIcon : undefined}
      role="alert"
      title={t(offline ? 'check.offline' : 'check.busy')}
    >
      <p>
        {t('check.nothingLost')} <Countdown until={submission.retryAt} />
      </p>
      <p>{t(submission.inBackground ? 'check.mayClose' : 'check.openAgain')}</p>
      <p>
        <Button variant="quiet" size="small" onClick={onRetry}>
          {t('check.retryNow')}
        </Button>
      </p>
    </Notice>
  );
}

/** Seconds to the next attempt; not announced, or it would be read every second. */
function Countdown({ until }: { until: number }) {
  const t = useT();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span aria-hidden="true">
      {t('check.retryIn', { seconds: Math.max(0, Math.ceil((until - now) / 1000)) })}
    </span>
  );
}
