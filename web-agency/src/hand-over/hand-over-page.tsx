import { GateFrame, RefusalNotice } from '@lapor/staff/outside';
import { EmptyState, ErrorState, mailIcon, Notice, Skeleton } from '@lapor/ui';
import { useEffect } from 'react';
import { useAgencyIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import { AnswerForm } from './answer-form.tsx';
import { HandedOverReport } from './handed-over-report.tsx';
import { useAnswer } from './use-answer.ts';
import { useLink } from './use-link.ts';
import { useHandOver, type Opened } from './use-hand-over.ts';

/**
 * For the head of an organisation that nobody staffs yet, who came by a secret link: what was reported, until when,
 * and how to answer. No account, and nothing else of the console.
 */
export function HandOverPage() {
  const t = useText();
  const console = useAgencyIdentity();
  const token = useLink();
  useEffect(() => {
    document.title = `${t('handOver.page')} – LAPOR!`;
  }, [t]);
  return (
    <GateFrame console={console} wide>
      <ByLink key={token} token={token} />
    </GateFrame>
  );
}

function ByLink({ token }: { token: string }) {
  const t = useText();
  const handOver = useHandOver(token);
  const { view, retry } = handOver;
  switch (view.is) {
    case 'OPENING':
      return <Skeleton label={t('handOver.opening')} title lines={8} />;
    case 'NO_LINK':
      return (
        <EmptyState page icon={mailIcon} title={t('handOver.noLink')}>
          {t('handOver.noLinkHint')}
        </EmptyState>
      );
    case 'GONE':
      return (
        <EmptyState page icon={mailIcon} title={t('handOver.gone')}>
          {t('handOver.goneHint')}
        </EmptyState>
      );
    case 'TOO_MANY':
    case 'FAILED':
      return (
        <ErrorState page title={t('handOver.failed')} retryLabel={t('retry')} onRetry={retry}>
          {view.is === 'TOO_MANY'
            ? t('handOver.wait', { minutes: view.minutes })
            : t(view.offline ? 'fault.offline' : 'fault.unavailable')}
        </ErrorState>
      );
    case 'OPEN':
      return <OpenReport opened={view.opened} handOver={handOver} />;
  }
}

function OpenReport({ opened, handOver }: { opened: Opened; handOver: ReturnType<typeof useHandOver> }) {
  const t = useText();
  const answer = useAnswer(opened, handOver);
  const { report, sent } = answer;
  return (
    <>
      {sent && (
        <Notice tone="success" role="status" title={t('handOver.sent')}>
          <p>{t('handOver.sentHint')}</p>
        </Notice>
      )}
      <HandedOverReport report={report} handOver={opened.handOver} />
      {report.viewerCanAnswer ? (
        <AnswerForm answer={answer} />
      ) : (
        <>
          <RefusalNotice refusal={answer.faults.refusal} />
          <Notice tone="info" title={t('handOver.noAnswer')}>
            <p>{t('handOver.noAnswerHint')}</p>
          </Notice>
        </>
      )}
    </>
  );
}
