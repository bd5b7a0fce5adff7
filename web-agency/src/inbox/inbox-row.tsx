import { ClockChip, useDates, useLanguage } from '@lapor/staff';
import {
  Anchor,
  cameraIcon,
  Checkbox,
  hiddenIcon,
  Icon,
  lockIcon,
  ombudsmanIcon,
  returnedIcon,
  StatusPill,
  usersIcon,
} from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { memo, type Ref } from 'react';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../app/use-text.ts';
import type { InboxRowFields } from './inbox.graphql.ts';

export type Row = ResultOf<typeof InboxRowFields>;

interface InboxRowProps {
  row: Row;
  /** Line of the list, from 0. */
  index: number;
  isSelected: boolean;
  isCursor: boolean;
  /** The colleague who works on it: a name, empty where it is not known; null: nobody. */
  heldBy: string | null;
  /** Absent: nothing can be chosen. */
  onSelect: ((row: Row) => void) | undefined;
  onReach: (number: string) => void;
  measure: Ref<HTMLTableRowElement>;
}

/** Id of the link that opens a report from the list. */
export const linkId = (number: string) => `report-${number}`;

/** How many columns a line has. */
export const COLUMNS = 7;

/** One report of the box. */
export const InboxRow = memo(function InboxRow(props: InboxRowProps) {
  const { row, index, isSelected, isCursor, heldBy, onSelect } = props;
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const none = <span className="muted">{t('inbox.none')}</span>;
  return (
    <tr
      ref={props.measure}
      data-index={index}
      // The head of the table is the first.
      aria-rowindex={index + 2}
      className={
        [isSelected && 'is-selected', isCursor && 'is-cursor'].filter(Boolean).join(' ') || undefined
      }
    >
      {onSelect && (
        <td className="check-cell">
          <Checkbox
            aria-label={t('bulk.select', { title: row.title })}
            checked={isSelected}
            onChange={() => onSelect(row)}
          />
        </td>
      )}
      <td className="a-due w-due">
        {row.nextClock ? (
          <>
            <ClockChip clock={row.nextClock} />
            <span className="sub">{words.clocksShort[row.nextClock.kind]}</span>
          </>
        ) : (
          <span className="muted">
            {row.nextDueAt ? dates.dayOf(row.nextDueAt, 'short') : t('inbox.noDue')}
          </span>
        )}
      </td>
      <th scope="row" className="a-title">
        <span className="line">
          <Anchor
            id={linkId(row.number)}
            className="title"
            href={`/laporan/${row.number}`}
            onFocus={() => props.onReach(row.number)}
          >
            {row.title}
          </Anchor>
          <Marks row={row} />
        </span>
        <span className="sub">
          <span className="code">{formatReportNumber(row.number)}</span>
          {row.region && ` · ${row.region.name}`}
        </span>
        {heldBy !== null && (
          <span className="sub">
            <span className="company">
              <Icon of={usersIcon} size="small" />
              {t('live.heldRow', { name: heldBy || t('live.colleague') })}
            </span>
          </span>
        )}
      </th>
      <td className="a-hide w-cat">{row.category?.name ?? none}</td>
      <td className="a-unit w-cat">{row.handler ? (row.handler.acronym ?? row.handler.name) : none}</td>
      <td className="a-state w-state">
        <StatusPill state={row.state}>{words.states[row.state]}</StatusPill>
      </td>
      <td className="a-hide end w-who">
        <span className="num">{dates.dayOf(row.submittedAt, 'short')}</span>
      </td>
    </tr>
  );
});

function Marks({ row }: { row: Row }) {
  const t = useText();
  return (
    <span className="marks">
      {row.oversight && row.oversight.state !== 'CLOSED' && (
        <Icon of={ombudsmanIcon} label={t('inbox.overseen')} />
      )}
      {row.isConfidential && <Icon of={lockIcon} label={t('flag.confidential')} />}
      {row.isAnonymous && <Icon of={hiddenIcon} label={t('flag.anonymous')} />}
      {row.attachments.length > 0 && <Icon of={cameraIcon} label={t('inbox.hasAttachment')} />}
      {row.returnCount > 0 && (
        <Icon of={returnedIcon} label={t('flag.returned', { count: row.returnCount })} />
      )}
    </span>
  );
}
