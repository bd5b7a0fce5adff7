import {
  LoadFailure,
  NewcomersBar,
  useDates,
  TableButton,
  usePages,
  usePageTitle,
  useWaitingReports,
} from '@lapor/staff';
import { doneIcon, EmptyState, Skeleton } from '@lapor/ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useClient } from 'urql';
import { useAdminIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import { DeskReport } from './desk-report.tsx';
import { DeskReportDocument, QueueDocument } from './desk.graphql.ts';
import { nextInQueue } from './next-in-queue.ts';
import { Queue } from './queue.tsx';
import { useQueueNews } from './use-queue-news.ts';

const PAGE_SIZE = 50;
const CHANGED_BY = ['Report'];

/** Oldest report first: read, decide, next. The chosen report stands in the address. */
export function DeskPage({ waiting }: { waiting: number | undefined }) {
  const t = useText();
  const dates = useDates();
  const go = useNavigate();
  const client = useClient();
  const console = useAdminIdentity();
  const chosen = useParams()['number'];
  const [decided, setDecided] = useState(0);
  const queue = usePages({
    query: QueueDocument,
    variables: useMemo(() => ({ first: PAGE_SIZE }), []),
    page: (data) => data.verificationQueue,
    typenames: CHANGED_BY,
  });
  const news = useQueueNews(queue.nodes);
  // What is decided and can still be taken back waits no more for this officer.
  const sent = useWaitingReports();
  const nodes = useMemo(() => queue.nodes?.filter(({ id }) => !sent.has(id)), [queue.nodes, sent]);
  // What somebody else works on is passed over, unless it is asked for.
  const free = nodes?.filter((row) => news.leaseOf(row)?.isViewers ?? true) ?? [];
  const numbers = free.map(({ number }) => number);
  const shown = useShown(chosen, numbers, nodes?.[0]?.number);
  const next = shown ? nextInQueue(numbers, shown) : null;
  const oldest = nodes?.[0];

  usePageTitle(waiting === undefined ? t('nav.desk') : `${t('nav.desk')} (${waiting})`, console.label);
  // The next one is at hand before it is asked for.
  useEffect(() => {
    if (next) void client.query(DeskReportDocument, { number: next }).toPromise();
  }, [client, next]);

  // An empty desk fills by itself: nobody reads anything that would move.
  const isIdle = queue.nodes !== undefined && shown === undefined;
  const { count: newcomers, forget } = news;
  const { reload } = queue;
  useEffect(() => {
    if (!isIdle || newcomers === 0) return;
    forget();
    reload();
  }, [isIdle, newcomers, forget, reload]);

  const goOn = () => void go(next ? `/verifikasi/${next}` : '/verifikasi');

  return (
    <>
      <div className="row row--between">
        <div>
          <h1>{t('nav.desk')}</h1>
          <p className="caption">
            {[
              waiting === undefined ? null : t('desk.waiting', { count: waiting }),
              oldest ? t('desk.oldest', { moment: dates.moment(oldest.submittedAt, 'weekday') }) : null,
              decided > 0 ? t('desk.decided', { count: decided }) : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        {oldest && <TableButton name={t('desk.tableName')} list={{ list: 'DESK' }} />}
      </div>
      {!queue.nodes && queue.error && (
        <LoadFailure
          error={queue.error}
          title={t('desk.failed')}
          retrying={queue.refreshing}
          onRetry={queue.reload}
        />
      )}
      {!queue.nodes && !queue.error && <Skeleton label={t('desk.loading')} lines={8} />}
      {queue.nodes && !shown && (
        <EmptyState icon={doneIcon} title={t('desk.empty')}>
          {t('desk.emptyHint')}
        </EmptyState>
      )}
      {queue.nodes && shown && (
        <div className="cols cols--verify">
          <Queue
            queue={{ ...queue, nodes }}
            current={shown}
            waiting={waiting}
            leaseOf={news.leaseOf}
            news={
              <NewcomersBar
                count={news.count}
                onShow={() => {
                  news.forget();
                  queue.reload();
                }}
              />
            }
          />
          <DeskReport
            key={shown}
            number={shown}
            onDone={() => {
              setDecided((count) => count + 1);
              goOn();
            }}
            onSkip={next ? goOn : undefined}
            onStale={queue.reload}
          />
        </div>
      )}
    </>
  );
}

/** The chosen report, else the oldest that is free; it stays while it is being read, whatever happens to the queue. */
function useShown(
  chosen: string | undefined,
  free: readonly string[],
  oldest: string | undefined,
): string | undefined {
  const last = useRef<string | undefined>(undefined);
  const kept = last.current !== undefined && free.includes(last.current) ? last.current : undefined;
  last.current = chosen ?? kept ?? free[0] ?? oldest;
  return last.current;
}
