import { useLanguage } from '@lapor/staff';
import { Anchor, Bar, Table } from '@lapor/ui';
import { stepAddress } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { useTold } from '../showing/told.tsx';
import { LEAST_FOR_SHARE } from '../showing/wilson.ts';
import { useText } from '../words.ts';
import type { Overview } from './overview.graphql.ts';

type Steps = NonNullable<NonNullable<Overview['total']['edges'][number]>['node']['figures']['steps']>;
type Row = Steps['byStep'][number];

/** The kind of step that is kept in time least, among those of which enough ended; null where none can be compared. */
export function weakestOf(rows: readonly Row[]): Row | null {
  const known = rows.filter(
    ({ onTime, late, onTimeRate }) => onTimeRate !== null && (onTime ?? 0) + (late ?? 0) >= LEAST_FOR_SHARE,
  );
  const [weakest] = known.toSorted((a, b) => a.onTimeRate! - b.onTimeRate!);
  return weakest && weakest.onTimeRate! < 100 ? weakest : null;
}

/** Which deadlines were kept, step by step; each leads to the reports of which one ended late. */
export function StepsPanel({ steps, room }: { steps: Steps; room: Room }) {
  const t = useText();
  const told = useTold();
  const { words } = useLanguage();
  const rows = steps.byStep;
  if (rows.length === 0) return null;
  const weakest = weakestOf(rows);
  return (
    <FindingPanel
      finding={
        weakest
          ? t('room.steps.weakest', {
              step: words.clocks[weakest.step],
              share: told.percent(weakest.onTimeRate),
            })
          : t('room.steps')
      }
      about={t('room.steps.about')}
      file={{
        name: `tepat-waktu-${room.period.from}-${room.period.to}`,
        header: [t('room.step'), t('room.steps.inTime'), t('room.steps.late'), t('room.onTime')],
        rows: rows.map(({ step, onTime, late, onTimeRate }) => [
          words.clocks[step],
          onTime,
          late,
          onTimeRate,
        ]),
      }}
    >
      <Table
        caption={t('room.steps.about')}
        captionHidden
        tight
        rows={rows}
        rowKey={({ step }) => step}
        columns={[
          { id: 'step', header: t('room.step'), rowHeader: true, cell: ({ step }) => words.clocks[step] },
          {
            id: 'bar',
            header: <span className="sr">{t('room.bar')}</span>,
            className: 'wbar',
            cell: ({ onTimeRate }) => (
              <Bar
                parts={[{ value: onTimeRate ?? 0, tone: (onTimeRate ?? 100) < 50 ? 'warning' : undefined }]}
                max={100}
              />
            ),
          },
          {
            id: 'rate',
            header: t('room.onTime'),
            end: true,
            cell: ({ step, onTime, onTimeRate }) =>
              onTime ? (
                <Anchor href={stepAddress(room.behind, true, step)}>{told.percent(onTimeRate)}</Anchor>
              ) : (
                told.percent(onTimeRate)
              ),
          },
          {
            id: 'late',
            header: t('room.steps.late'),
            end: true,
            cell: ({ step, late }) =>
              late ? (
                <Anchor href={stepAddress(room.behind, false, step)}>{told.number(late)}</Anchor>
              ) : (
                told.number(late)
              ),
          },
        ]}
      />
    </FindingPanel>
  );
}
