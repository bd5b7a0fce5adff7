import { useDates, useSession } from '@lapor/staff';
import { Anchor, Badge, Button, Icon, usersIcon } from '@lapor/ui';
import { useEffect, useRef } from 'react';
import type { ListedMessage } from '../desk-client.ts';
import { OfficerName } from '../officer-name.tsx';
import { useCodeText, useText } from '../words.ts';

interface MessageListProps {
  rows: readonly ListedMessage[];
  current: string | undefined;
  waiting: number | undefined;
  addressOf: (id: string) => string;
  hasMore: boolean;
  busy: boolean;
  onMore: () => void;
}

/** Who has waited longest stands on top. */
export function MessageList({ rows, current, waiting, addressOf, hasMore, busy, onMore }: MessageListProps) {
  const t = useText();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <section className="panel queue-panel message-list" aria-labelledby="messages-title">
      <div className="panel__head">
        <h2 id="messages-title">{t('channels.messages.list')}</h2>
        {waiting !== undefined && <Badge>{waiting}</Badge>}
      </div>
      <nav className="queue" aria-labelledby="messages-title" ref={list}>
        {rows.map((row) => (
          <Waiting key={row.id} row={row} href={addressOf(row.id)} isCurrent={row.id === current} />
        ))}
      </nav>
      {hasMore && (
        <div className="panel__body">
          <Button block size="small" busy={busy} onClick={onMore}>
            {t('channels.messages.more')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Waiting({ row, href, isCurrent }: { row: ListedMessage; href: string; isCurrent: boolean }) {
  const t = useText();
  const codeText = useCodeText();
  const dates = useDates();
  const { officer } = useSession();
  const isHeld = row.lease !== null && row.lease.accountId !== officer.id;
  return (
    <Anchor href={href} aria-current={isCurrent ? 'true' : undefined}>
      <b className="message-words">{row.text || t('channels.messages.unreadable')}</b>
      {isHeld && (
        <small>
          <span>
            <Icon of={usersIcon} size="small" /> <OfficerName id={row.lease!.accountId} />{' '}
            {t('channels.messages.reads')}
          </span>
        </small>
      )}
      <small>
        <span>
          {codeText('channels.door', row.door)} · {codeText('channels.why', row.reason)}
        </span>
        <span>{dates.moment(row.receivedAt, 'short')}</span>
      </small>
    </Anchor>
  );
}
