import { Anchor, Bar, Table } from '@lapor/ui';
import { useSearchParams } from 'react-router';
import { inCategory, reportAddress } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { useTold } from '../showing/told.tsx';
import { tabAddress } from '../tabs.ts';
import { useText } from '../words.ts';

interface Row {
  key: string;
  category: { id: string; name: string } | null;
  figures: { received: number | null; followUpRate: number | null };
}

/** What people report most: a load. Null: not counted for this place and these days. */
export function TopCategories({ rows, room }: { rows: readonly Row[] | null; room: Room }) {
  const t = useText();
  const told = useTold();
  const [query] = useSearchParams();
  const top = rows?.find(({ figures }) => figures.received !== null);
  const nameOf = ({ category, key }: Row) => category?.name ?? (key || t('room.noCategory'));
  return (
    <FindingPanel
      finding={top ? t('room.categories.top', { name: nameOf(top) }) : t('room.tab.kategori')}
      about={t('room.categories.about')}
    >
      {rows === null ? (
        <p className="panel__body muted">{t('room.wholeMonthsOnly')}</p>
      ) : rows.length === 0 ? (
        <p className="panel__body muted">{t('room.nothingHint')}</p>
      ) : (
        <Table
          caption={t('room.categories.about')}
          captionHidden
          tight
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            {
              id: 'name',
              header: t('room.category'),
              rowHeader: true,
              cell: (row) => (
                <Anchor href={reportAddress({ ...room.behind, ...inCategory(row.key) })}>
                  {nameOf(row)}
                </Anchor>
              ),
            },
            {
              id: 'bar',
              header: <span className="sr">{t('room.bar')}</span>,
              className: 'wbar',
              cell: ({ figures }) => (
                <Bar parts={[{ value: figures.received ?? 0 }]} max={top?.figures.received ?? 0} />
              ),
            },
            {
              id: 'received',
              header: t('room.received'),
              end: true,
              cell: ({ figures }) => told.number(figures.received),
            },
          ]}
        />
      )}
      <p className="finding-more">
        <Anchor href={tabAddress('kategori', query)}>{t('room.categories.all')}</Anchor>
      </p>
    </FindingPanel>
  );
}
