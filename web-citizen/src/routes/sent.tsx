import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { useLocation } from 'wouter';
import {
  Anchor,
  Button,
  Card,
  Icon,
  LinkButton,
  Notice,
  NotFoundState,
  Timeline,
  TimelineEntry,
  checkIcon,
  completedIcon,
  copyIcon,
  downloadIcon,
  keyIcon,
  searchIcon,
  sendIcon,
  starIcon,
  toolIcon,
} from '@lapor/ui';
import { formatAccessCode, formatDay, formatMoment, formatReportNumber, formatTime } from '@lapor/wording';
import { useT, useWords } from '../app/language-provider.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { RichText } from '../components/rich-text.tsx';
import { openReport } from '../features/follow/open-report.ts';
import { recallSent, watchSent, type SentReport } from '../features/file-report/sent-report.ts';
import { useVerificationDeadline } from '../features/sent/use-verification-deadline.ts';

const loadPicture = () => import('../features/sent/save-as-picture.ts');

/** Number and code first; what happens next below; an account last, and optional. */
export default function Sent() {
  const t = useT();
  const [sent, setSent] = useState(recallSent);
  useEffect(() => watchSent(() => setSent(recallSent())), []);
  if (!sent) {
    return (
      <Page title={t('sent.nothing')} narrow className="top-gap">
        <NotFoundState
          page
          title={t('sent.nothing')}
          action={<LinkButton href="/lacak">{t('shell.follow')}</LinkButton>}
        >
          {t('sent.nothingText')}
        </NotFoundState>
      </Page>
    );
  }
  return <SentPage key={sent.number} sent={sent} />;
}

function SentPage({ sent }: { sent: SentReport }) {
  const t = useT();
  const words = useWords();
  const deadline = useVerificationDeadline(sent);
  return (
    <Page title={t('sent.heading')} narrow className="stack stack-6 top-gap">
      <div className="row row--nowrap row--top">
        <Icon of={completedIcon} size="hero" className="good" />
        <div>
          <h1>{t('sent.heading')}</h1>
          <p className="muted">{formatMoment(words, sent.submittedAt, sent.timeZone)}</p>
        </div>
      </div>
      {sent.earlierVersion && (
        <Notice tone="warning" title={t('sent.earlierVersion')}>
          <p>{t('sent.earlierVersionText')}</p>
        </Notice>
      )}
      <NumberAndCode sent={sent} />
      <section className="stack" aria-labelledby="next">
        <h2 id="next">{t('sent.next')}</h2>
        <Timeline>
          <TimelineEntry
            icon={checkIcon}
            tone="you"
            what={t('sent.received')}
            when={t('sent.today', { time: formatTime(words, sent.submittedAt, sent.timeZone) })}
          />
          <TimelineEntry icon={searchIcon} tone="next" what={t('sent.weCheck')}>
            <p>
              {deadline ? (
                <RichText
                  text={t(sent.willBeTold ? 'sent.checkedByTold' : 'sent.checkedBy', {
                    day: formatDay(words, deadline.dueOn),
                  })}
                  tags={{ b: (inner) => <strong>{inner}</strong> }}
                />
              ) : (
                t('sent.checkedInDays')
              )}
              {deadline?.isEstimated && <span className="caption block">{t('common.estimated')}</span>}
            </p>
          </TimelineEntry>
          <TimelineEntry icon={toolIcon} tone="next" what={t('sent.agencyActs')}>
            <p>{t('sent.agencyActsText')}</p>
          </TimelineEntry>
          <TimelineEntry icon={starIcon} tone="next" what={t('sent.youJudge')}>
            <p>{t('sent.youJudgeText')}</p>
          </TimelineEntry>
        </Timeline>
      </section>
      <WaysOn sent={sent} />
    </Page>
  );
}

function NumberAndCode({ sent }: { sent: SentReport }) {
  const t = useT();
  const { session } = useSession();
  const [said, setSaid] = useState<'copied' | 'saved' | 'shared' | 'failed' | null>(null);
  const number = formatReportNumber(sent.number);
  const code = formatAccessCode(sent.accessCode);

  async function copy() {
    const done = await navigator.clipboard?.writeText(t('sent.copyText', { number, code })).then(
      () => true,
      () => false,
    );
    setSaid(done ? 'copied' : 'failed');
  }
  // To the reporter's own notes or messages; whoever gets it can open the report, as the notice below says.
  async function share() {
    const shared = await navigator
      .share({ title: t('sent.pictureTitle'), text: t('sent.copyText', { number, code }) })
      .then(
        () => 'shared' as const,
        // Closed without choosing is not a fault.
        (fault: DOMException) => (fault.name === 'AbortError' ? null : ('failed' as const)),
      );
    setSaid(shared);
  }
  // At hand before it is asked for, as long as there is a network.
  useEffect(() => void loadPicture().catch(() => undefined), []);
  async function save() {
    const picture = await loadPicture().catch(() => null);
    const done = await picture?.saveAsPicture({
      title: t('sent.pictureTitle'),
      lines: [
        [t('common.reportNumber'), number],
        [t('common.accessCode'), code],
      ],
      note: t('sent.pictureNote', { address: `${location.origin}/lacak` }),
      fileName: `laporan-${sent.number}.png`,
    });
    setSaid(done ? 'saved' : 'failed');
  }

  return (
    <Card labelledBy="keep">
      <h2 id="keep" className="h3">
        {t('sent.keep')}
      </h2>
      <div>
        <p className="caption">{t('common.reportNumber')}</p>
        <p className="bignum">{number}</p>
      </div>
      <div>
        <p className="caption">{t('common.accessCode')}</p>
        <p className="bignum">{code}</p>
      </div>
      <div className="grid-2">
        <Button variant="primary" icon={copyIcon} onClick={() => void copy()}>
          {t('sent.copyBoth')}
        </Button>
        <Button icon={downloadIcon} onClick={() => void save()}>
          {t('sent.savePicture')}
        </Button>
      </div>
      {'share' in navigator && (
        <Button variant="quiet" icon={sendIcon} onClick={() => void share()}>
          {t('sent.share')}
        </Button>
      )}
      <p className={said ? 'saved' : 'sr'} role="status">
        {said && said !== 'failed' && <Icon of={checkIcon} size="small" />}
        {said && t(`sent.${said}`)}
      </p>
      <Notice tone="warning" icon={keyIcon} title={t('sent.once')}>
        <p>{t('sent.onceText')}</p>
      </Notice>
      {session?.kind === 'citizen' && <p className="caption">{t('sent.inAccount')}</p>}
    </Card>
  );
}

function WaysOn({ sent }: { sent: SentReport }) {
  const t = useT();
  const client = useClient();
  const { session } = useSession();
  const [, navigate] = useLocation();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');

  async function open() {
    // Officers file as anybody does; only a citizen's account holds its reports.
    if (session?.kind !== 'citizen') {
      setState('busy');
      const result = await openReport(client, { number: sent.number, accessCode: sent.accessCode });
      if (!result.ok) return setState('failed');
    }
    navigate(`/laporan/${sent.number}`);
  }

  return (
    <>
      <div className="grid-2">
        <Button busy={state === 'busy'} onClick={() => void open()}>
          {t('sent.open')}
        </Button>
        <LinkButton variant="quiet" href="/">
          {t('sent.home')}
        </LinkButton>
      </div>
      {state === 'failed' && (
        <p role="alert" className="caption">
          {t('sent.notOpened')}
        </p>
      )}
      {session === null && (
        <p className="caption">
          {t('sent.account')} <Anchor href="/masuk?daftar">{t('sent.makeAccount')}</Anchor>
        </p>
      )}
    </>
  );
}
