import { ClockChip, useDates, useLanguage, type Pages } from '@lapor/staff';
import { Anchor, Badge, Button, Icon, lockIcon, returnedIcon } from '@lapor/ui';
import { useEffect, useRef } from 'react';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../app/use-text.ts';
import type { QueueDocument } from './desk.graphql.ts';

type Row = ResultOf<typeof QueueDocument>['verificationQueue']['edges'][number]['node'];

interface QueueProps {
  queue: Pages<Row>;
  current: string;
  waiting: number | undefined;
}

/** Who has waited longest stands on top. */
export function Queue({ queue, current, waiting }: QueueProps) {
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
      <nav className="queue" aria-labelledby="queue-title" ref={list}>
        {queue.nodes?.map((row) => (
          <Waiting key={row.id} row={row} current={row.number === current} />
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

function Waiting({ row, current }: { row: Row; current: boolean }) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const pressing = row.nextClock && row.nextClock.urgency !== 'ON_TIME';
  return (
    <Anchor href={`/verifikasi/${row.number}`} aria-current={current ? 'true' : undefined}>
      <b>{row.title}</b>
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
