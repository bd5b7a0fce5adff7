import { useDates, useLanguage } from '@lapor/staff';
import { Table } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import { useCodeText, useText } from '../words.ts';
import { useRupiah } from './rupiah.ts';
import type { DayState } from './state-client.ts';

interface DayTableProps {
  caption: string;
  rows: readonly DayState[];
  /** Of these depends which columns there are. */
  all: readonly DayState[];
}

const FIGURES = ['messages', 'segments', 'rupiah', 'arrived', 'notArrived', 'uncertain'] as const;
type Figure = (typeof FIGURES)[number];

const HEADERS = {
  messages: 'channels.state.messages',
  segments: 'channels.state.segments',
  rupiah: 'channels.costs.cost',
  arrived: 'channels.state.arrived',
  notArrived: 'channels.state.notArrived',
  uncertain: 'channels.state.uncertain',
} as const satisfies Record<Figure, string>;

/** Days with what was sent by each way; a figure that is nothing on every day has no column. */
export function DayTable({ caption, rows, all }: DayTableProps) {
  const t = useText();
  const codeText = useCodeText();
  const dates = useDates();
  const { words } = useLanguage();
  const rupiah = useRupiah();
  const figureOf = (row: DayState, figure: Figure): string => {
    if (figure === 'segments' && row.way !== 'PHONE') return '–';
    const value = row[figure];
    if (value === null) return '–';
    return figure === 'rupiah' ? rupiah(value) : formatNumber(words, value);
  };
  const shown = FIGURES.filter((figure) => figure === 'messages' || all.some((row) => row[figure]));
  return (
    <Table
      caption={caption}
      captionHidden
      stacked
      rows={rows}
      rowKey={({ day, way, provider }) => `${day} ${way} ${provider}`}
      columns={[
        {
          id: 'day',
          header: t('channels.state.day'),
          rowHeader: true,
          cell: ({ day }) => dates.dayOf(`${day}T12:00:00+07:00`, 'short'),
        },
        {
          id: 'way',
          header: t('channels.way'),
          cell: ({ way, provider }) => (
            <>
              {codeText('channels.way', way)}
              <span className="caption block break-anywhere">{codeText('channels.carrier', provider)}</span>
            </>
          ),
        },
        ...shown.map((figure) => ({
          id: figure,
          header: t(HEADERS[figure]),
          end: true,
          cell: (row: DayState) => figureOf(row, figure),
        })),
      ]}
    />
  );
}
