import { useLanguage } from '@lapor/staff';
import { Anchor, Bar, Table } from '@lapor/ui';
import { reportAddress } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { useTold } from '../showing/told.tsx';
import { useText } from '../words.ts';

const STATES = [
  ['SUBMITTED', 'submitted'],
  ['POSTPONED', 'postponed'],
  ['DISPOSED', 'disposed'],
  ['IN_PROGRESS', 'inProgress'],
  ['COMPLETED', 'completed'],
  ['ARCHIVED', 'archived'],
] as const;

type Figures = { received: number | null } & Record<(typeof STATES)[number][1], number | null>;

/** Where the reports of the period stand now. */
export function StatesPanel({ figures, room }: { figures: Figures; room: Room }) {
  const t = useText();
  const told = useTold();
  const { words } = useLanguage();
  const rows = STATES.map(([state, name]) => ({ state, count: figures[name] }));
  const most = rows.reduce((top, row) => ((row.count ?? 0) > (top.count ?? 0) ? row : top));
  const finding =
    !figures.received || !most.count
      ? t('room.states')
      : t('room.states.most', {
          state: words.states[most.state],
          share: Math.round((most.count / figures.received) * 100),
        });
  return (
    <FindingPanel
      finding={finding}
      about={t('room.states.about')}
      file={{
        name: `status-${room.period.from}-${room.period.to}`,
        header: [t('room.state'), t('room.reports')],
        rows: rows.map(({ state, count }) => [words.states[state], count]),
      }}
    >
      <Table
        caption={t('room.states.about')}
        captionHidden
        tight
        rows={rows}
        rowKey={({ state }) => state}
        columns={[
          {
            id: 'state',
            header: t('room.state'),
            rowHeader: true,
            cell: ({ state }) => (
              <Anchor href={reportAddress({ ...room.behind, states: [state] })}>{words.states[state]}</Anchor>
            ),
          },
          {
            id: 'bar',
            header: <span className="sr">{t('room.bar')}</span>,
            className: 'wbar',
            cell: ({ count }) => <Bar parts={[{ value: count ?? 0 }]} max={figures.received ?? 0} />,
          },
          { id: 'count', header: t('room.reports'), end: true, cell: ({ count }) => told.number(count) },
        ]}
      />
    </FindingPanel>
  );
}
