import { Anchor, Bar, Table } from '@lapor/ui';
import { reportAddress, type BehindFigure } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { useTold } from '../showing/told.tsx';
import { LEAST_FOR_SHARE } from '../showing/wilson.ts';
import { useText } from '../words.ts';

interface Row {
  key: string;
  figures: { received: number | null; followUpRate: number | null };
}

interface PartsPanelProps {
  title: string;
  rows: readonly Row[];
  nameOf: (key: string) => string;
  /** How the list behind a row is narrowed; null: there is none. */
  behindOf: (key: string) => BehindFigure | null;
  room: Room;
}

/** Reports parted by one thing. */
export function PartsPanel({ title, rows, nameOf, behindOf, room }: PartsPanelProps) {
  const t = useText();
  const told = useTold();
  const max = Math.max(0, ...rows.map(({ figures }) => figures.received ?? 0));
  const sum = rows.reduce((all, { figures }) => all + (figures.received ?? 0), 0);
  const top = rows.find(({ figures }) => figures.received);
  const isWhole = rows.every(({ figures }) => figures.received !== null);
  return (
    <FindingPanel
      finding={
        top && isWhole
          ? t('room.parts.top', {
              name: nameOf(top.key),
              share: Math.round(((top.figures.received ?? 0) / sum) * 100),
            })
          : title
      }
      about={t('room.parts.about', { what: title.toLowerCase() })}
      file={{
        name: `${title.toLowerCase()}-${room.period.from}-${room.period.to}`,
        header: [title, t('room.received'), t('room.followedUp')],
        rows: rows.map(({ key, figures }) => [nameOf(key), figures.received, figures.followUpRate]),
      }}
    >
      {rows.length === 0 ? (
        <p className="panel__body muted">{t('room.nothingHint')}</p>
      ) : (
        <Table
          caption={title}
          captionHidden
          tight
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            {
              id: 'name',
              header: title,
              rowHeader: true,
              cell: ({ key }) => {
                const behind = behindOf(key);
                return behind ? (
                  <Anchor href={reportAddress({ ...room.behind, ...behind })}>{nameOf(key)}</Anchor>
                ) : (
                  nameOf(key)
                );
              },
            },
            {
              id: 'bar',
              header: <span className="sr">{t('room.bar')}</span>,
              className: 'wbar',
              cell: ({ figures }) => <Bar parts={[{ value: figures.received ?? 0 }]} max={max} />,
            },
            {
              id: 'received',
              header: t('room.received'),
              end: true,
              cell: ({ figures }) => told.number(figures.received),
            },
            {
              id: 'followUp',
              header: t('room.followedUp'),
              end: true,
              cell: ({ figures }) =>
                (figures.received ?? 0) < LEAST_FOR_SHARE
                  ? t('room.few')
                  : told.percent(figures.followUpRate),
            },
          ]}
        />
      )}
    </FindingPanel>
  );
}
