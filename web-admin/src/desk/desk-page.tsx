import {
  LoadFailure,
  NewcomersBar,
  TableButton,
  useFirstSight,
  usePages,
  usePageTitle,
  useSteadyQuery,
  useWaitingReports,
} from '@lapor/staff';
import { doneIcon, EmptyState, Skeleton } from '@lapor/ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useClient } from 'urql';
import { useAdminIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import { DeskFigures } from './desk-figures.tsx';
import { DeskReport } from './desk-report.tsx';
import { DeskPageDocument, QueueDocument } from './desk.graphql.ts';
import { nextInQueue } from './next-in-queue.ts';
import { prefetchReport } from './prefetch-report.ts';
import { Queue } from './queue.tsx';
import { useQueueNews } from './use-queue-news.ts';
import { useStock } from './use-stock.ts';

const PAGE_SIZE = 50;
const CHANGED_BY = ['Report'];

/** Oldest report first: read, decide, next. The chosen report stands in the address; the next few are the verifier’s before they are opened. */
export function DeskPage({ waiting }: { waiting: number | undefined }) {
  const t = useText();
  const console = useAdminIdentity();
  const client = useClient();
  const go = useNavigate();
  const chosen = useParams()['number'];
  const sight = useFirstSight({
    query: DeskPageDocument,
    variables: { first: PAGE_SIZE, number: chosen ?? '', isChosen: chosen !== undefined },
    typenames: CHANGED_BY,
  });
  const [{ data: opening }] = useSteadyQuery({ ...sight, requestPolicy: 'cache-first' });
  const queue = usePages({
    query: QueueDocument,
    variables: useMemo(() => ({ first: PAGE_SIZE }), []),
    page: (data) => data.verificationQueue,
    typenames: CHANGED_BY,
    sight,
  });
  const news = useQueueNews(queue.nodes, sight, opening?.deskDay ?? null);
  // What is decided and can still be taken back waits no more for this officer.
  const sent = useWaitingReports();
  const nodes = useMemo(() => queue.nodes?.filter(({ id }) => !sent.has(id)), [queue.nodes, sent]);
  const left =
    waiting === undefined
      ? undefined
      : Math.max(0, waiting - (queue.nodes?.length ?? 0) + (nodes?.length ?? 0));
  const [open, setOpen] = useState<string | undefined>(chosen);
  const stock = useStock({ waiting, open, sent, own: news.own, askAnew: news.ask, begin: news.begin });
  // What somebody else works on is passed over, unless it is asked for.
  const free = nodes?.filter((row) => news.leaseOf(row)?.isViewers ?? true) ?? [];
  const numbers = free.map(({ number }) => number);
  const oldest = nodes?.[0];
  const own = news.own.filter(({ id }) => !sent.has(id)).map(({ number }) => number);
  const shown = useShown(
    chosen,
    // What was passed over comes last.
    stock.isKnown ? [...stock.ready.map(({ number }) => number), ...own, ...numbers] : [],
    stock.isKnown ? oldest?.number : undefined,
  );
  useEffect(() => setOpen(shown), [shown]);
  const ready = stock.ready.find(({ number }) => number !== shown)?.number;
  const next = shown ? (ready ?? nextInQueue(numbers, shown)) : null;

  // Most often the one that came with the page is the one to begin with.
  const came = opening?.chosen ?? opening?.free?.edges[0]?.node;

  usePageTitle(left === undefined ? t('nav.desk') : `${t('nav.desk')} (${left})`, console.label);
  // The next one is at hand before it is asked for.
  useEffect(() => {
    if (next) void prefetchReport(client, next);
  }, [client, next]);

  // An empty desk fills by itself: nobody reads anything that would move.
  const isIdle = queue.nodes !== undefined && stock.isKnown && shown === undefined;
  const { count: newcomers, forget } = news;
  const { reload } = queue;
  const { refill, takeNext, passOver } = stock;
  useEffect(() => {
    if (!isIdle || newcomers === 0) return;
    forget();
    reload();
    refill();
  }, [isIdle, newcomers, forget, reload, refill]);

  const goOn = (from: string) => {
    void go(ready ? `/verifikasi/${ready}` : '/verifikasi');
    if (ready) return refill();
    // The address may stay as it is, and the form that had the focus goes: reading goes on from the page.
    document.getElementById('main')?.focus({ preventScroll: true });
    takeNext(from);
  };

  return (
    <>
      <div className="row row--between">
        <div>
          <h1>{t('nav.desk')}</h1>
          <DeskFigures waiting={left} oldest={oldest?.submittedAt} day={news.day} />
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
      {!shown && !isIdle && !queue.error && <Skeleton label={t('desk.loading')} lines={8} />}
      {isIdle && (
        <EmptyState icon={doneIcon} title={t('desk.empty')}>
          {t('desk.emptyHint')}
        </EmptyState>
      )}
      {queue.nodes && shown && (
        <div className="cols cols--verify">
          <Queue
            queue={{ ...queue, nodes }}
            current={shown}
            waiting={left}
            leaseOf={news.leaseOf}
            ready={stock.ready}
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
            came={came?.number === shown ? came : undefined}
            onDone={goOn}
            onSkip={
              next
                ? (id) => {
                    passOver(id);
                    goOn(id);
                  }
                : undefined
            }
            onStale={queue.reload}
          />
        </div>
      )}
    </>
  );
}

/** The chosen report, else the first of the own and the free ones; it stays while it is being read, whatever happens to the queue. */
function useShown(
  chosen: string | undefined,
  mine: readonly string[],
  oldest: string | undefined,
): string | undefined {
  const last = useRef<string | undefined>(undefined);
  const kept = last.current !== undefined && mine.includes(last.current) ? last.current : undefined;
  last.current = chosen ?? kept ?? mine[0] ?? oldest;
  return last.current;
}
