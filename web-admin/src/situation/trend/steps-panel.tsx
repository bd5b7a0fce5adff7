import { Anchor, Table } from '@lapor/ui';
import { stepOf, untilToday } from '../address/periods.ts';
import { completedAddress, reportAddress } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import { stepPeriod, useStepName } from '../overview/flow-panel.tsx';
import { changeOfCount } from '../showing/change.ts';
import { FigureLink } from '../showing/figure-link.tsx';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { LinesChart } from '../showing/lines-chart.tsx';
import { ChangeMark, useTold } from '../showing/told.tsx';
import { useText } from '../words.ts';
import { alignedTo, sumOf } from './aligned.ts';

export interface TrendStep {
  from: string;
  received: number | null;
  followedUp: number | null;
  completed: number | null;
}

interface StepsPanelProps {
  steps: readonly TrendStep[];
  /** All steps of the earlier period: it may have more of them. */
  earlier: readonly { from: string; received: number | null }[] | null;
  /** What became of the reports of a step, not what happened in it. */
  isCohort: boolean;
  room: Room;
}

/** Received now and before as lines; everything in the table. */
export function StepsPanel({ steps, earlier, isCohort, room }: StepsPanelProps) {
  const t = useText();
  const told = useTold();
  const shown = untilToday(room.period, room.today);
  const step = stepOf(shown, !room.isOutsider || room.filter === null);
  const nameOf = useStepName(step);
  const now = sumOf(steps);
  const change = earlier && changeOfCount(now, sumOf(earlier));
  const beside = alignedTo(steps.length, earlier ?? []);
  const rows = steps.map((one, index) => ({ ...one, before: beside[index] ?? null }));
  const last = rows.at(-1);
  const finding =
    now === null
      ? t('room.trend')
      : change?.kind === 'UP' || change?.kind === 'DOWN'
        ? t(change.kind === 'UP' ? 'room.trend.more' : 'room.trend.fewer', {
            count: told.number(now),
            by: told.number(change.by),
          })
        : t('room.trend.received', { count: told.number(now) });
  const about = t(isCohort ? 'room.trend.aboutCohort' : 'room.trend.about');
  return (
    <FindingPanel
      finding={finding}
      about={about}
      file={{
        name: `tren-${room.period.from}-${room.period.to}`,
        header: [
          t(`room.step.${step}`),
          t('room.received'),
          t('room.followedUp'),
          t('room.completed'),
          t('room.before'),
        ],
        rows: rows.map(({ from, received, followedUp, completed, before }) => [
          from,
          received,
          followedUp,
          completed,
          before?.received,
        ]),
      }}
    >
      <div className="panel__body">
        {rows.length > 1 && last && (
          <LinesChart
            name={t(earlier ? 'room.trend.chartBefore' : 'room.flow.chart')}
            points={rows.map(({ from, received, completed, before }) => ({
              label: nameOf(from, true),
              a: received,
              b: earlier ? (before?.received ?? null) : completed,
            }))}
            aLabel={t('room.line.received', { count: told.number(last.received) })}
            bLabel={
              earlier
                ? t('room.line.before', { count: told.number(last.before?.received) })
                : t('room.line.completed', { count: told.number(last.completed) })
            }
          />
        )}
        <details open={rows.length < 15 ? true : undefined}>
          <summary>{t('room.asTable')}</summary>
          <Table
            caption={about}
            captionHidden
            stacked
            tight
            rows={rows.toReversed()}
            rowKey={({ from }) => from}
            columns={[
              {
                id: 'from',
                header: t(`room.step.${step}`),
                rowHeader: true,
                cell: ({ from }) => (
                  <Anchor href={reportAddress({ ...room.behind, period: stepPeriod(from, step, shown) })}>
                    {nameOf(from)}
                  </Anchor>
                ),
              },
              {
                id: 'received',
                header: t('room.received'),
                end: true,
                cell: ({ received }) => told.number(received),
              },
              {
                id: 'followedUp',
                header: t('room.followedUp'),
                end: true,
                cell: ({ from, followedUp }) =>
                  isCohort ? (
                    <FigureLink
                      count={followedUp}
                      href={reportAddress({
                        ...room.behind,
                        period: stepPeriod(from, step, shown),
                        states: ['IN_PROGRESS', 'COMPLETED'],
                      })}
                    >
                      {told.number(followedUp)}
                    </FigureLink>
                  ) : (
                    told.number(followedUp)
                  ),
              },
              {
                id: 'completed',
                header: t('room.completed'),
                end: true,
                cell: ({ from, completed }) => {
                  const period = stepPeriod(from, step, shown);
                  const href = isCohort
                    ? reportAddress({ ...room.behind, period, states: ['COMPLETED'] })
                    : completedAddress(room.behind, period);
                  return (
                    <FigureLink count={completed} href={href}>
                      {told.number(completed)}
                    </FigureLink>
                  );
                },
              },
              ...(earlier
                ? [
                    {
                      id: 'before',
                      header: t('room.before'),
                      end: true,
                      cell: ({ before }: (typeof rows)[number]) =>
                        before && (
                          <FigureLink
                            count={before.received}
                            href={reportAddress({
                              ...room.behind,
                              period: stepPeriod(before.from, step, room.before ?? shown),
                            })}
                          >
                            {told.number(before.received)} ({nameOf(before.from, true)})
                          </FigureLink>
                        ),
                    },
                    {
                      id: 'change',
                      header: t('room.change'),
                      end: true,
                      cell: ({ received, before }: (typeof rows)[number]) =>
                        before && (
                          <ChangeMark change={changeOfCount(received, before.received)} unit="PERCENT" />
                        ),
                    },
                  ]
                : []),
            ]}
          />
        </details>
      </div>
    </FindingPanel>
  );
}
