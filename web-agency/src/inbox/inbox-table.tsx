import { ClockChip, useDates, useLanguage, useShortcuts } from '@lapor/staff';
import {
  Anchor,
  cameraIcon,
  hiddenIcon,
  Icon,
  lockIcon,
  returnedIcon,
  StatusPill,
  Table,
  usersIcon,
  type Column,
} from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useState } from 'react';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../app/use-text.ts';
import type { Group } from './group-by-urgency.ts';
import type { InboxRowFields } from './inbox.graphql.ts';

type Row = ResultOf<typeof InboxRowFields>;

interface InboxTableProps {
  caption: string;
  groups: readonly Group<Row>[];
  /** Nothing more to load: the groups can be counted. */
  complete: boolean;
  /** Colleagues who work on a report, by its id; `null` without a name. */
  heldBy: ReadonlyMap<string, string | null>;
}

const linkId = (number: string) => `report-${number}`;

/** Reports under their urgency; J and K move from title to title, Enter opens. Rows are cards on a phone. */
export function InboxTable({ caption, groups, complete, heldBy }: InboxTableProps) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const [cursor, setCursor] = useState<string | null>(null);
  const numbers = groups.flatMap(({ rows }) => rows.map(({ number }) => number));

  function move(step: 1 | -1) {
    const at = cursor === null ? -1 : numbers.indexOf(cursor);
    const to = at < 0 ? (step > 0 ? 0 : numbers.length - 1) : at + step;
    const number = numbers[to];
    if (number) document.getElementById(linkId(number))?.focus();
  }
  useShortcuts({ j: () => move(1), k: () => move(-1) });

  const columns: Column<Row>[] = [
    {
      id: 'due',
      header: t('inbox.due'),
      className: 'w-due',
      onPhone: 'due',
      cell: ({ nextClock, nextDueAt }) =>
        nextClock ? (
          <>
            <ClockChip clock={nextClock} />
            <span className="sub">{words.clocksShort[nextClock.kind]}</span>
          </>
        ) : (
          <span className="muted">{nextDueAt ? dates.dayOf(nextDueAt, 'short') : t('inbox.noDue')}</span>
        ),
    },
    {
      id: 'title',
      header: t('inbox.report'),
      onPhone: 'title',
      rowHeader: true,
      cell: (row) => (
        <>
          <span className="line">
            <Anchor
              id={linkId(row.number)}
              className="title"
              href={`/laporan/${row.number}`}
              onFocus={() => setCursor(row.number)}
            >
              {row.title}
            </Anchor>
            <Marks row={row} />
          </span>
          <span className="sub">
            <span className="code">{formatReportNumber(row.number)}</span>
            {row.region && ` · ${row.region.name}`}
          </span>
          {heldBy.has(row.id) && (
            <span className="sub">
              <span className="company">
                <Icon of={usersIcon} size="small" />
                {t('live.heldRow', { name: heldBy.get(row.id) ?? t('live.colleague') })}
              </span>
            </span>
          )}
        </>
      ),
    },
    {
      id: 'category',
      header: t('inbox.category'),
      className: 'w-cat',
      onPhone: 'hide',
      cell: ({ category }) => category?.name ?? <span className="muted">{t('inbox.none')}</span>,
    },
    {
      id: 'unit',
      header: t('inbox.unit'),
      className: 'w-cat',
      onPhone: 'unit',
      cell: ({ handler }) =>
        handler ? (handler.acronym ?? handler.name) : <span className="muted">{t('inbox.none')}</span>,
    },
    {
      id: 'state',
      header: t('inbox.state'),
      className: 'w-state',
      onPhone: 'state',
      cell: ({ state }) => <StatusPill state={state}>{words.states[state]}</StatusPill>,
    },
    {
      id: 'received',
      header: t('inbox.received'),
      className: 'w-who',
      onPhone: 'hide',
      end: true,
      cell: ({ submittedAt }) => <span className="num">{dates.dayOf(submittedAt, 'short')}</span>,
    },
  ];

  const titled = groups.some(({ id }) => id !== 'NONE');
  return (
    <div className="panel">
      <Table
        caption={caption}
        captionHidden
        inbox
        cards
        columns={columns}
        groups={groups.map(({ id, rows }) => ({
          id,
          title: titled ? t(complete ? `group.${id}.count` : `group.${id}`, { count: rows.length }) : null,
          rows,
        }))}
        rowKey={({ id }) => id}
        rowState={({ number }) => ({ cursor: number === cursor })}
      />
    </div>
  );
}

function Marks({ row }: { row: Row }) {
  const t = useText();
  return (
    <span className="marks">
      {row.isConfidential && <Icon of={lockIcon} label={t('flag.confidential')} />}
      {row.isAnonymous && <Icon of={hiddenIcon} label={t('flag.anonymous')} />}
      {row.attachments.length > 0 && <Icon of={cameraIcon} label={t('inbox.hasAttachment')} />}
      {row.returnCount > 0 && (
        <Icon of={returnedIcon} label={t('flag.returned', { count: row.returnCount })} />
      )}
    </span>
  );
}
