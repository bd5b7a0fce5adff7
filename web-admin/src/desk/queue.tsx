import { ClockChip, useDates, useLanguage, type Pages } from '@lapor/staff';
import { Anchor, Badge, Button, Icon, lockIcon, returnedIcon, usersIcon } from '@lapor/ui';
import { useEffect, useRef, type ReactNode } from 'react';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../app/use-text.ts';
import type { QueueDocument } from './desk.graphql.ts';
import type { RowLease } from './use-queue-news.ts';

type Row = ResultOf<typeof QueueDocument>['verificationQueue']['edges'][number]['node'];

interface QueueProps {
  queue: Pages<Row>;
  current: string;
  waiting: number | undefined;
  /** Who works on a report by now. */
  leaseOf: (row: Row) => RowLease;
  /** Held ready for this verifier. */
  ready: readonly { id: string }[];
  /** Says that others have come. */
  news: ReactNode;
}

/** Who has waited longest stands on top. */
export function Queue({ queue, current, waiting, leaseOf, ready, news }: QueueProps) {
  const t = useText();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <section className="panel queue-panel" aria-labelledby="queue-title">
      <div className="panel__head">
        <h2 id="queue-title">{t('desk.queue')}</h2>
        {waiting !== undefined && <Badge>{waiting}</Badge>}
      </div>
      {news}
      <nav className="queue" aria-labelledby="queue-title" ref={list}>
        {queue.nodes?.map((row) => (
          <Waiting
            key={row.id}
            row={row}
            lease={leaseOf(row)}
            isReady={ready.some(({ id }) => id === row.id)}
            current={row.number === current}
          />
        ))}
      </nav>
      {queue.hasMore && (
        <div className="panel__body">
          <Button block size="small" busy={queue.loadingMore} onClick={queue.loadMore}>
            {t('desk.more')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface WaitingProps {
  row: Row;
  lease: RowLease;
  isReady: boolean;
  current: boolean;
}

function Waiting({ row, lease, isReady, current }: WaitingProps) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const pressing = row.nextClock && row.nextClock.urgency !== 'ON_TIME';
  return (
    <Anchor href={`/verifikasi/${row.number}`} aria-current={current ? 'true' : undefined}>
      <b>{row.title}</b>
      {lease && !lease.isViewers && (
        <small>
          <span>
            <Icon of={usersIcon} size="small" />{' '}
            {t('live.heldRow', { name: lease.officer.name ?? t('live.colleague') })}
          </span>
        </small>
      )}
      {isReady && (
        <small>
          <span>{t('desk.ready')}</span>
        </small>
      )}
      <small>
        <span>
          {words.channels[row.channel]}
          {row.isConfidential && <Icon of={lockIcon} size="small" label={t('flag.confidential')} />}
          {row.returnCount > 0 && (
            <Icon of={returnedIcon} size="small" label={t('flag.returned', { count: row.returnCount })} />
          )}
        </span>
        <span>
          {pressing && row.nextClock ? (
            <ClockChip clock={row.nextClock} />
          ) : (
            dates.dayOf(row.submittedAt, 'short')
          )}
        </span>
      </small>
    </Anchor>
  );
}
