import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { useParams } from 'wouter';
import {
  Anchor,
  BackLink,
  Card,
  ErrorState,
  Facts,
  Icon,
  LinkButton,
  Notice,
  NotFoundState,
  Skeleton,
  SkeletonBlock,
  StatusPill,
  Tag,
  ToastProvider,
  hiddenIcon,
  lockIcon,
} from '@lapor/ui';
import { formatDay, formatDayOf, formatMoment, formatReportNumber, parseReportNumber } from '@lapor/wording';
import { useT, useReportWords } from '../app/language-provider.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { readFragment, type ResultOf } from '../graphql.ts';
import { agencyPath } from '../features/agency/agency-path.ts';
import { listOf } from '../features/public-reports/list-place.ts';
import { AppealCard } from '../features/report/appeal-card.tsx';
import { AskCard } from '../features/report/ask-card.tsx';
import { DataCard } from '../features/report/data-card.tsx';
import { Deadlines, NextDue } from '../features/report/deadlines.tsx';
import { ErasureWish } from '../features/report/erasure-wish.tsx';
import { JourneySection } from '../features/report/journey.tsx';
import { JourneyFragment } from '../features/report/journey.graphql.ts';
import { MoreActions } from '../features/report/more-actions.tsx';
import { MovedOn } from '../features/report/moved-on.tsx';
import { OversightCard } from '../features/report/oversight-card.tsx';
import { QuestionCard } from '../features/report/question-card.tsx';
import { RatingCard } from '../features/report/rating-card.tsx';
import { ReportPageProvider, type Refusal } from '../features/report/report-page-context.ts';
import { ReportPageDocument } from '../features/report/report.graphql.ts';
import { signInPath } from '../features/sign-in/return-path.ts';

type Report = NonNullable<ResultOf<typeof ReportPageDocument>['report']>;

export default function ReportRoute() {
  const t = useT();
  const typed = useParams<{ number: string }>().number;
  const number = parseReportNumber(typed) ?? '';
  const [{ data, error, fetching }, read] = useQuery({
    query: ReportPageDocument,
    variables: { number },
    pause: number === '',
    requestPolicy: 'cache-and-network',
  });
  const reload = useCallback(() => read({ requestPolicy: 'network-only' }), [read]);

  if (data?.report) return <ReportView report={data.report} reload={reload} />;
  if (error && !fetching) {
    return (
      <Page title={t('report.failed')} narrow className="top-gap">
        <ErrorState page title={t('report.failed')} retryLabel={t('common.retry')} onRetry={reload}>
          {t('common.checkNetwork')}
        </ErrorState>
      </Page>
    );
  }
  if (number === '' || (data && !fetching)) {
    return (
      <Page title={t('report.notFound')} narrow className="top-gap">
        <NotFoundState page title={t('report.notFound')} action={<WaysIn number={number} />}>
          {t('report.notFoundText')}
        </NotFoundState>
      </Page>
    );
  }
  return (
    <Page title={t('report.loading')} className="top-gap">
      <div className="cols cols--citizen">
        <Skeleton label={t('common.loading')} title lines={8} />
        <SkeletonBlock label="" count={2} />
      </div>
    </Page>
  );
}

/** Closed or unknown look alike; whoever it belongs to has two ways in. */
function WaysIn({ number }: { number: string }) {
  const t = useT();
  const { session } = useSession();
  return (
    <>
      <LinkButton href={number ? `/lacak?nomor=${number}` : '/lacak'}>{t('report.openWithCode')}</LinkButton>
      {session === null && number !== '' && (
        <LinkButton variant="quiet" href={signInPath(`/laporan/${number}`)}>
          {t('shell.signIn')}
        </LinkButton>
      )}
    </>
  );
}

function ReportView({ report, reload }: { report: Report; reload: () => void }) {
  const t = useT();
  const { session } = useSession();
  const timeZone = report.region?.timeZone ?? 'Asia/Jakarta';
  const { id: reportId, number, version, viewerIsReporter, isConfidential } = report;
  const [changes, setChanges] = useState(0);
  const [refused, setRefused] = useState<{ refusal: Refusal; seen: ReadonlySet<string> } | null>(null);
  const seen = useRef<ReadonlySet<string>>(new Set());
  const { history, clocks } = readFragment(JourneyFragment, report);
  useEffect(() => {
    seen.current = new Set(history.map(({ id }) => id));
  }, [history]);
  const page = useMemo(
    () => ({
      reportId,
      number,
      timeZone,
      viewerIsReporter,
      isConfidential,
      version,
      reload,
      movedOn: (refusal: Refusal) => {
        setRefused({ refusal, seen: seen.current });
        reload();
      },
      changed: () => {
        setRefused(null);
        setChanges((count) => count + 1);
        reload();
        // Its clocks follow a moment later.
        setTimeout(reload, clocksFollowMilliseconds);
      },
    }),
    [reportId, number, timeZone, viewerIsReporter, isConfidential, version, reload],
  );
  const mine = session && viewerIsReporter;
  return (
    <ReportPageProvider value={page}>
      <Page
        title={`${report.title} – ${t('report.numbered', { number: formatReportNumber(number) })}`}
        back={
          <BackLink
            href={mine ? '/akun' : viewerIsReporter ? '/' : (listOf(number) ?? '/laporan')}
            label={t('common.back')}
          >
            {t(mine ? 'shell.myReports' : viewerIsReporter ? 'common.home' : 'shell.publicReports')}
          </BackLink>
        }
      >
        <Head report={report} />
        {refused ? (
          <MovedOn report={report} {...refused} onClose={() => setRefused(null)} />
        ) : (
          changes > 0 && <ChangeNotice key={changes} />
        )}
        <div className="cols cols--citizen top-gap">
          <div className="stack stack-6">
            {report.viewerCanCompleteData && (
              <DataCard
                missing={report.missingData}
                until={
                  clocks?.find(({ kind, stoppedAt }) => kind === 'POSTPONEMENT' && stoppedAt === null)
                    ?.dueOn ?? null
                }
              />
            )}
            {report.viewerCanAppeal && <AppealCard code={report.archiveCode} />}
            <QuestionCard report={report} />
            <AskCard report={report} />
            {viewerIsReporter && <OversightCard report={report} />}
            <ErasureWish report={report} />
            <div className="only-stacked">
              <NextDue report={report} />
            </div>
            <JourneySection report={report} />
            {report.viewerCanRate && <RatingCard />}
          </div>
          <aside className="stack" aria-label={t('report.aside')}>
            <Deadlines report={report} />
            <Details report={report} />
            {report.identityReveals && (
              <IdentityReveals reveals={report.identityReveals} timeZone={timeZone} />
            )}
            <ToastProvider>
              <MoreActions report={report} />
            </ToastProvider>
            {!viewerIsReporter && (
              <p className="caption">
                {t('report.yours')}{' '}
                <Anchor href={`/lacak?nomor=${number}`}>{t('report.openWithCode')}</Anchor>
                {session === null && (
                  <>
                    {' · '}
                    <Anchor href={signInPath(`/laporan/${number}`)}>{t('shell.signIn')}</Anchor>
                  </>
                )}
              </p>
            )}
          </aside>
        </div>
      </Page>
    </ReportPageProvider>
  );
}

const clocksFollowMilliseconds = 3000;

/** Says that it went through, and takes the focus that the form lost when it vanished. */
function ChangeNotice() {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="top-gap">
      <Notice tone="success" role="status" title={t('report.changed')}>
        <p>{t('report.changedText')}</p>
      </Notice>
    </div>
  );
}

function Head({ report }: { report: Report }) {
  const t = useT();
  const words = useReportWords();
  const timeZone = report.region?.timeZone ?? 'Asia/Jakarta';
  return (
    <div className="stack stack-3 report-head">
      <div className="row row--tight">
        <StatusPill state={report.state}>{words.states[report.state]}</StatusPill>
        {report.isAnonymous && <Tag icon={hiddenIcon}>{t('report.anonymous')}</Tag>}
        {report.isConfidential && <Tag icon={lockIcon}>{t('report.confidential')}</Tag>}
        {report.viewerIsReporter && !report.isPublished && !report.isConfidential && (
          <Tag icon={hiddenIcon}>{t('report.notPublishedYet')}</Tag>
        )}
      </div>
      <h1 lang="id">{report.title}</h1>
      <p className="muted">
        {t('report.word')} <span className="code">{formatReportNumber(report.number)}</span>
        {' · '}
        {t('report.sentOn', { day: formatDayOf(words, report.submittedAt, timeZone) })}
        {report.region && ` · ${report.region.fullName}`}
      </p>
    </div>
  );
}

function Details({ report }: { report: Report }) {
  const t = useT();
  const words = useReportWords();
  const rows: [string, ReactNode][] = [[t('report.kind'), words.kinds[report.kind]]];
  if (report.class) rows.push([t('report.class'), words.classes[report.class]]);
  if (report.category) rows.push([t('file.category'), report.category.path]);
  if (report.placeText) rows.push([t('file.place'), report.placeText]);
  if (report.occurredOn) rows.push([t('check.time'), formatDay(words, report.occurredOn, 'date')]);
  const handledBy = <HandledBy key="handler" report={report} />;
  rows.push([t('report.handledBy'), handledBy]);
  rows.push([t('report.reporter'), report.viewerIsReporter ? t('report.you') : report.reporterLabel]);
  if (report.filedOnBehalf)
    rows.push([
      t('report.filedBy'),
      t('report.filedAt', { organisation: report.filedOnBehalf.organisation.name }),
    ]);
  if (report.excludedOrganisations && report.excludedOrganisations.length > 0)
    rows.push([t('report.keptOut'), report.excludedOrganisations.map(({ name }) => name).join(', ')]);
  if (report.master) {
    rows.push([
      t('report.follows'),
      <Anchor key="master" href={`/laporan/${report.master.number}`}>
        {formatReportNumber(report.master.number)}
      </Anchor>,
    ]);
  }
  if (report.supportCount > 0)
    rows.push([t('report.supported'), t('report.people', { count: report.supportCount })]);
  if (report.rating !== null) rows.push([t('report.rated'), t('report.ratedOf', { score: report.rating })]);
  return (
    <Card labelledBy="details" className="stack-3">
      <h2 id="details" className="h3">
        {t('report.details')}
      </h2>
      <Facts rows={rows} />
    </Card>
  );
}

/** Who has to answer; while nobody works there yet, also who stands in. */
function HandledBy({ report: { handler, assignments } }: { report: Report }) {
  const t = useT();
  const lead = assignments.find(({ organisation }) => organisation.id === handler?.id);
  return (
    <>
      {handler ? <Anchor href={agencyPath(handler.id)}>{handler.name}</Anchor> : t('report.noHandlerYet')}
      {lead?.isHandedOver && (
        <span className="caption block">
          {t('report.notConnected', { standIn: lead.standIn?.name ?? t('report.theDesk') })}
        </span>
      )}
    </>
  );
}

function IdentityReveals({
  reveals,
  timeZone,
}: {
  reveals: NonNullable<Report['identityReveals']>;
  timeZone: string;
}) {
  const t = useT();
  const words = useReportWords();
  return (
    <Card labelledBy="reveals" className="stack-3">
      <h2 id="reveals" className="h3">
        {t('report.whoRead')}
      </h2>
      {reveals.length === 0 ? (
        <p className="row row--nowrap row--top row--tight">
          <Icon of={lockIcon} size="small" />
          <span>{t('report.nobodyRead')}</span>
        </p>
      ) : (
        <ul className="stack stack-3 list-plain">
          {reveals.map((reveal) => (
            <li key={reveal.at}>
              <strong>{reveal.organisation?.name ?? t('report.nationalDesk')}</strong>
              <p className="caption">{formatMoment(words, reveal.at, timeZone)}</p>
              <p>{t('report.revealReason', { reason: reveal.reason })}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
