import { GateFrame, RefusalNotice } from '@lapor/staff/outside';
import { Notice } from '@lapor/ui';
import { useEffect } from 'react';
import { useAgencyIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import { LinkStatus } from '../secret-link/link-status.tsx';
import { useLink } from '../secret-link/use-link.ts';
import { AnswerForm } from './answer-form.tsx';
import { HandedOverReport } from './handed-over-report.tsx';
import { useAnswer } from './use-answer.ts';
import { useHandOver, type Opened } from './use-hand-over.ts';

const WORDS = {
  opening: 'handOver.opening',
  noLinkHint: 'handOver.noLinkHint',
  goneHint: 'handOver.goneHint',
  failed: 'handOver.failed',
} as const;

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
  const handOver = useHandOver(token);
  const { view, retry } = handOver;
  return view.is === 'OPEN' ? (
    <OpenReport opened={view.opened} handOver={handOver} />
  ) : (
    <LinkStatus view={view} words={WORDS} onRetry={retry} />
  );
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
