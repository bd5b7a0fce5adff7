import { LoadFailure, StaleNotice, useLanguage, useShortcuts, useSteadyQuery } from '@lapor/staff';
import {
  ArchiveDialog,
  Candidates,
  CompanyLine,
  HeldByAnother,
  PostponeDialog,
  RefusalNotice,
  RefusedReportContext,
  ReportText,
  SeenVersionContext,
  useCompany,
  useLease,
  useVerification,
  VerificationForm,
  VerificationNarrative,
  type Refusal,
} from '@lapor/staff/verifying';
import {
  Anchor,
  Button,
  Kbd,
  LinkButton,
  NotFoundState,
  Notice,
  Panel,
  returnedIcon,
  SkeletonBlock,
  useToast,
} from '@lapor/ui';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../app/use-text.ts';
import { DeskReportDocument, type DeskReportData } from './desk.graphql.ts';
import { RedactPhotos } from './redact-photos.tsx';
import { ReportTags } from './report-tags.tsx';

const MoreAbout = lazy(async () => ({ default: (await import('./more-about.tsx')).MoreAbout }));

interface DeskReportProps {
  number: string;
  /** As it came with the page, when it did. */
  came: DeskReportData | undefined;
  onDone: (id: string) => void;
  /** Undefined: nothing else waits. */
  onSkip: ((id: string) => void) | undefined;
  /** The queue is not as it was shown. */
  onStale: () => void;
}

/** The reading pane and the decision beside it. */
export function DeskReport({ number, came, onDone, onSkip, onStale }: DeskReportProps) {
  const t = useText();
  const { words } = useLanguage();
  // What came with the page is kept up to date with it; what has asked for itself once goes on so, whatever the page begins with by then.
  const [asksItself, setAsksItself] = useState(came === undefined);
  if (came === undefined && !asksItself) setAsksItself(true);
  const [{ data, error, fetching, stale: refreshing }, ask] = useSteadyQuery({
    query: DeskReportDocument,
    variables: { number },
    pause: !asksItself,
  });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const reload = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const onRefused = useCallback(
    (found: Refusal) => {
      setRefusal(found);
      reload();
      onStale();
    },
    [reload, onStale],
  );
  // Decided, it is no longer what the page begins with; what is read stays.
  const kept = useRef(came);
  if (came) kept.current = came;
  const report = data?.report ?? kept.current;

  if (!report) {
    if (error && !fetching)
      return <LoadFailure error={error} title={t('report.failed')} retrying={refreshing} onRetry={reload} />;
    if (fetching || !data)
      return (
        <>
          <SkeletonBlock label={t('report.loading')} count={3} />
          <SkeletonBlock label={t('report.loading')} count={3} />
        </>
      );
    return <NotFoundState title={t('report.notFound')}>{t('report.notFoundHint')}</NotFoundState>;
  }
  if (!report.viewerCanVerify) {
    // Somebody else was faster, or an address was kept: nothing to decide here any more.
    return (
      <div className="stack stack-3">
        <RefusalNotice refusal={refusal} />
        <Panel title={report.title}>
          <div className="stack stack-3">
            <p>{t('desk.alreadyDecided', { state: words.states[report.state] })}</p>
            <div className="row row--tight">
              {onSkip && (
                <Button variant="primary" onClick={() => onSkip(report.id)}>
                  {t('desk.next')}
                </Button>
              )}
              <LinkButton href={`/laporan/${report.number}`}>{t('desk.open')}</LinkButton>
            </div>
          </div>
        </Panel>
      </div>
    );
  }
  return (
    <RefusedReportContext.Provider value={onRefused}>
      <SeenVersionContext.Provider value={report.version}>
        <ToDecide
          report={report}
          stale={<StaleNotice error={error} onRetry={reload} />}
          onDone={onDone}
          onSkip={onSkip}
          onNews={reload}
        />
      </SeenVersionContext.Provider>
    </RefusedReportContext.Provider>
  );
}

function ToDecide({
  report,
  stale,
  onDone,
  onSkip,
  onNews,
}: { report: DeskReportData; stale: ReactNode; onNews: () => void } & Pick<
  DeskReportProps,
  'onDone' | 'onSkip'
>) {
  const t = useText();
  const toast = useToast();
  const [open, setOpen] = useState<'postpone' | 'archive' | null>(null);
  const [isMore, setMore] = useState(false);
  const { company, reload } = useCompany(report, 'READING', (version) => {
    if (report.version !== null && version > report.version && !lease.isDecided()) onNews();
  });
  const lease = useLease(report.id, company, reload);
  const done = () => {
    lease.keep();
    onDone(report.id);
  };
  const verification = useVerification(report, (isPending) => {
    if (!isPending) toast({ text: t('desk.passedOn', { title: report.title }) });
    done();
  });
  const mayDecide = lease.heldBy === null;
  const postpone = mayDecide && report.viewerCanPostpone ? () => setOpen('postpone') : undefined;
  const archive = mayDecide && report.viewerCanArchive ? () => setOpen('archive') : undefined;
  const skip = onSkip && (() => onSkip(report.id));
  useShortcuts({ t: postpone, a: archive, l: skip });
  useHeadingFocus(report.number);
  const cameBack = verification.report.history.find(({ kind }) => kind === 'RETURNED' || kind === 'APPEALED');

  return (
    <>
      <article className="stack stack-3" aria-labelledby="desk-report">
        {stale}
        <CompanyLine company={company} />
        <ReportTags report={report} />
        {mayDecide && (
          <p className="only-below-desk">
            <Anchor href="#keputusan">{t('desk.toDecision')}</Anchor>
          </p>
        )}
        {cameBack && (
          <Notice
            tone="warning"
            icon={returnedIcon}
            title={
              cameBack.kind === 'RETURNED'
                ? t('desk.returnedBy', { name: cameBack.organisation?.name ?? t('history.agency') })
                : t('desk.appealed')
            }
          >
            {cameBack.text && <p className="narrative">{cameBack.text}</p>}
          </Notice>
        )}
        <ReportText
          report={report}
          narrative={mayDecide ? <VerificationNarrative verification={verification} /> : undefined}
        />
        <RedactPhotos report={report} mayRedact={mayDecide && report.viewerCanRedact} />
        <Candidates
          report={report}
          categoryId={verification.value.category?.id ?? null}
          mayMerge={mayDecide}
          onMerged={done}
        />
        <details className="more-about" onToggle={({ currentTarget }) => setMore(currentTarget.open)}>
          <summary>{t('desk.moreAbout')}</summary>
          {isMore && (
            <Suspense fallback={<SkeletonBlock label={t('report.loading')} count={2} />}>
              <MoreAbout report={report} />
            </Suspense>
          )}
        </details>
      </article>
      {lease.heldBy ? (
        <HeldByAnother
          lease={lease}
          next={
            skip && (
              <Button variant="primary" onClick={skip}>
                {t('desk.next')}
              </Button>
            )
          }
        />
      ) : (
        <VerificationForm
          verification={verification}
          submitLabel={onSkip ? t('desk.sendAndNext') : t('verify.send')}
          others={
            <>
              {postpone && (
                <Button size="small" onClick={postpone}>
                  {t('action.postpone')} <Kbd>T</Kbd>
                </Button>
              )}
              {archive && (
                <Button size="small" onClick={archive}>
                  {t('action.archive')} <Kbd>A</Kbd>
                </Button>
              )}
              {skip && (
                <Button variant="quiet" size="small" onClick={skip}>
                  {t('desk.skip')} <Kbd>L</Kbd>
                </Button>
              )}
            </>
          }
        />
      )}
      <Suspense fallback={null}>
        {open === 'postpone' && (
          <PostponeDialog reportId={report.id} onClose={() => setOpen(null)} onDone={done} />
        )}
        {open === 'archive' && (
          <ArchiveDialog
            reportId={report.id}
            state={report.state}
            onClose={() => setOpen(null)}
            onDone={done}
          />
        )}
      </Suspense>
    </>
  );
}

/** Where the report stands below the queue, not beside it. */
const isNarrow = () => window.matchMedia('(max-width: 63.99rem)').matches;

/**
 * The next report begins at its title: reading goes on there, and single keys work. The shell brings the focus to the page, with each new
 * address, and the page to its top: on a phone the report that was chosen would stay below the fold.
 */
function useHeadingFocus(number: string) {
  const { pathname } = useLocation();
  useEffect(() => {
    queueMicrotask(() => {
      const heading = document.getElementById('desk-report');
      if (document.activeElement?.id === 'main') heading?.focus({ preventScroll: true });
      if (pathname.endsWith(`/${number}`) && isNarrow()) heading?.scrollIntoView({ block: 'start' });
    });
  }, [pathname, number]);
}
