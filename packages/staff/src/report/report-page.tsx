import { Button, LinkButton, NotFoundState, Skeleton, SkeletonBlock, useToast } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { WaitingAnswers } from '../approval/waiting-answers.tsx';
import type { ResultOf } from '../graphql.ts';
import { RefusalNotice } from '../decisions/refusal-notice.tsx';
import { SeenVersionContext } from '../decisions/seen-version.ts';
import { LeftReportContext, type LeftReport } from '../decisions/left-report.ts';
import { RefusedReportContext } from '../decisions/refused-report.ts';
import type { Refusal } from '../decisions/outcome.ts';
import { useText } from '../language/use-text.ts';
import { CompanyLine } from '../live/company-line.tsx';
import { HeldByAnother } from '../live/held-by-another.tsx';
import { useCompany, type Activity, type Company } from '../live/use-company.ts';
import { useLease } from '../live/use-lease.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { StaleNotice } from '../loading/stale-notice.tsx';
import { useSteadyQuery } from '../loading/use-steady-query.ts';
import { NotesPanel } from '../notes/notes-panel.tsx';
import { OversightPanel } from '../oversight/oversight-panel.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { AnswerPanel } from './answering/answer-panel.tsx';
import { ClocksPanel } from './clocks/clocks-panel.tsx';
import { ReportActions } from './deciding/report-actions.tsx';
import { HandOverNotices } from './handing-over/hand-over-notices.tsx';
import { WorkOrdersPanel } from './handling/work-orders-panel.tsx';
import { HistoryPanel } from './history/history-panel.tsx';
import { ReportSheet } from './printing/report-sheet.tsx';
import { ReportHead } from './reading/report-head.tsx';
import { ReportText } from './reading/report-text.tsx';
import { SimilarReports } from './reading/similar-reports.tsx';
import { ReportPageDocument } from './report-page.graphql.ts';
import { ReportTools } from './tools/report-tools.tsx';
import { LeftState } from './left-state.tsx';
import { placeIn, readTrail } from './trail.ts';
import { TrailBar } from './trail-bar.tsx';
import { PendingNotice } from '../undo/pending-notice.tsx';
import { useReloadOnceMade } from '../undo/use-reload-once-made.ts';
import { useSettling } from './use-settling.ts';
import { useVerification } from './verifying/use-verification.ts';
import { VerificationForm } from './verifying/verification-form.tsx';
import { VerificationNarrative } from './verifying/verification-narrative.tsx';

interface ReportPageProps {
  consoleLabel: string;
  /** Where the way back leads when the report was not opened from a list. */
  home: { href: string; label: string };
  /** Verification passes on only below this organisation. */
  verifiesWithinId?: string;
}

/** One report with everything at hand; what can be done follows from what the server allows. */
export function ReportPage(props: ReportPageProps) {
  const { number = '' } = useParams();
  return <OneReport key={number} number={number} {...props} />;
}

function OneReport({ number, consoleLabel, home, verifiesWithinId }: ReportPageProps & { number: string }) {
  const t = useText();
  const [{ data, error, fetching, stale }, ask] = useSteadyQuery({
    query: ReportPageDocument,
    variables: { number },
    requestPolicy: 'cache-and-network',
  });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [left, setLeft] = useState<LeftReport | null>(null);
  const wasRead = useRef(false);
  const reload = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const report = left ? null : data?.report;
  if (report) wasRead.current = true;
  const isMissing = data !== undefined && !report && !fetching;
  useSettling(report?.updatedAt, reload);
  useReloadOnceMade(report?.id, reload);
  usePageTitle(
    report ? `${report.title} – ${formatReportNumber(report.number)}` : t('report.page'),
    consoleLabel,
  );
  const onRefused = useCallback(
    (found: Refusal) => {
      setRefusal(found);
      reload();
    },
    [reload],
  );

  return (
    <>
      <TrailBar number={number} version={report?.version} home={home} />
      {!report && !left && fetching && <ReportSkeleton label={t('report.loading')} />}
      {!report && !left && !fetching && error && (
        <LoadFailure page error={error} title={t('report.failed')} retrying={stale} onRetry={reload} />
      )}
      {(left || (isMissing && wasRead.current)) && <LeftState left={left} home={home} />}
      {isMissing && !left && !wasRead.current && (
        <NotFoundState page title={t('report.notFound')}>
          {t('report.notFoundHint')}
        </NotFoundState>
      )}
      {report && (
        <Decided onRefused={onRefused} onLeft={setLeft}>
          <SeenVersionContext.Provider value={report.version}>
            <StaleNotice error={error} onRetry={reload} />
            <RefusalNotice refusal={refusal} />
            <InCompany report={report} onNews={reload}>
              {(company, reloadCompany) =>
                report.viewerCanVerify ? (
                  <ReportToVerify
                    report={report}
                    withinId={verifiesWithinId}
                    company={company}
                    reloadCompany={reloadCompany}
                    onNews={reload}
                  />
                ) : (
                  <ReportToHandle report={report} onNews={reload} />
                )
              }
            </InCompany>
            <ReportSheet report={report} />
          </SeenVersionContext.Provider>
        </Decided>
      )}
    </>
  );
}

interface DecidedProps {
  onRefused: (refusal: Refusal) => void;
  onLeft: (left: LeftReport) => void;
  children: ReactNode;
}

/** What decisions on this page come to, beside having been made. */
const Decided = ({ onRefused, onLeft, children }: DecidedProps) => (
  <RefusedReportContext.Provider value={onRefused}>
    <LeftReportContext.Provider value={onLeft}>{children}</LeftReportContext.Provider>
  </RefusedReportContext.Provider>
);

type Report = NonNullable<ResultOf<typeof ReportPageDocument>['report']>;

/**
 * Says who else is there, and follows what others do. While something is being written the page stays as it was read until the officer
 * wants to see what is new: a decision goes by the version that was seen.
 */
function InCompany({
  report,
  onNews,
  children,
}: {
  report: Report;
  onNews: () => void;
  children: (company: Company | null, reload: () => Promise<Company | null>) => ReactNode;
}) {
  const t = useText();
  const [activity, setActivity] = useState<Activity>('READING');
  const [newest, setNewest] = useState(0);
  const written = useRef<number | null>(null);
  const { company, reload } = useCompany(report, activity, (version) => {
    if (report.version === null || version <= report.version) return;
    if (written.current === report.version || isInForm(document.activeElement)) setNewest(version);
    else onNews();
  });
  const isNewer = report.version !== null && newest > report.version;
  return (
    <div
      className="stack stack-3"
      onInput={() => {
        written.current = report.version;
      }}
      onFocus={({ target }) => setActivity(isInForm(target) ? 'ANSWERING' : 'READING')}
    >
      <CompanyLine company={company} />
      <div role="status" className={isNewer ? 'news-bar' : 'news-bar--silent'}>
        {isNewer && (
          <>
            <span>{t('live.changed')}</span>
            <Button size="small" onClick={onNews}>
              {t('live.show')}
            </Button>
          </>
        )}
      </div>
      {children(company, reload)}
    </div>
  );
}

const isInForm = (element: Element | null): boolean => (element?.closest('form, dialog') ?? null) !== null;

const ReportToHandle = ({ report, onNews }: { report: Report; onNews: () => void }) => (
  <>
    <ReportHead report={report} />
    <ReportActions report={report} />
    <ReportTools report={report} />
    <HandOverNotices report={report} />
    <div className="cols cols--report">
      <div className="stack stack-3">
        <ReportText report={report} />
        <WaitingAnswers report={report} />
        <PendingNotice reportId={report.id} />
        <AnswerPanel report={report} />
        <NotesPanel report={report} />
        <HistoryPanel report={report} />
      </div>
      <div className="stack stack-3">
        <ClocksPanel report={report} />
        <WorkOrdersPanel report={report} />
        <OversightPanel report={report} onDone={onNews} />
        <SimilarReports report={report} />
      </div>
    </div>
  </>
);

interface ReportToVerifyProps {
  report: Report;
  withinId?: string;
  company: Company | null;
  reloadCompany: () => Promise<Company | null>;
  onNews: () => void;
}

/** While it is open it is this officer’s to verify; what a colleague works on can be read. */
function ReportToVerify({ report, withinId, company, reloadCompany, onNews }: ReportToVerifyProps) {
  const t = useText();
  const toast = useToast();
  const lease = useLease(report.id, company, reloadCompany);
  const verification = useVerification(report, (isPending) => {
    lease.keep();
    if (!isPending) toast({ text: t('verify.done') });
  });
  return (
    <>
      <ReportHead report={report} />
      <PendingNotice reportId={report.id} />
      <ReportActions report={report} without={lease.heldBy ? AT_THE_DESK : undefined} />
      <ReportTools report={report} without={lease.heldBy ? ['redactText', 'redactPhoto'] : ['redactText']} />
      <div className="cols cols--report cols--verify-one">
        <ReportText
          report={report}
          narrative={lease.heldBy ? undefined : <VerificationNarrative verification={verification} />}
        />
        <div className="stack stack-3">
          {lease.heldBy ? (
            <HeldByAnother lease={lease} next={<NextInTrail number={report.number} />} />
          ) : (
            <VerificationForm
              verification={verification}
              withinId={withinId}
              submitLabel={t('verify.send')}
            />
          )}
          <ClocksPanel report={report} />
          <NotesPanel report={report} />
          <OversightPanel report={report} onDone={onNews} />
          <SimilarReports report={report} />
        </div>
        <HistoryPanel report={report} />
      </div>
    </>
  );
}

/** What a colleague who verifies it does alone. */
const AT_THE_DESK = ['postpone', 'archive'] as const;

/** The way on in the list that the report was opened from. */
function NextInTrail({ number }: { number: string }) {
  const t = useText();
  const next = placeIn(readTrail()?.numbers ?? [], number)?.next;
  return next ? (
    <LinkButton variant="primary" href={`/laporan/${next}`}>
      {t('live.next')}
    </LinkButton>
  ) : null;
}

const ReportSkeleton = ({ label }: { label: string }) => (
  <>
    <Skeleton label={label} lines={2} title />
    <div className="cols cols--report">
      <SkeletonBlock label={label} count={3} />
      <SkeletonBlock label={label} count={2} />
    </div>
  </>
);
