import { useDates } from '@lapor/staff';
import { Anchor, Table } from '@lapor/ui';
import { lastOfMonth, stepOf, untilToday, type Period, type Step } from '../address/periods.ts';
import { completedAddress, reportAddress } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import { FigureLink } from '../showing/figure-link.tsx';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { LinesChart } from '../showing/lines-chart.tsx';
import { useTold } from '../showing/told.tsx';
import { useText } from '../words.ts';
import { findingOfFlow, peakOf, type Flow } from './day-finding.ts';

/** The days of a step that are counted. @param counted the period of the series, until today: its ends may lie within a step. */
export function stepPeriod(from: string, step: Step, counted: Period): Period {
  const to = step === 'DAY' ? from : step === 'MONTH' ? lastOfMonth(from) : `${from.slice(0, 4)}-12-31`;
  return { from: from < counted.from ? counted.from : from, to: to > counted.to ? counted.to : to };
}

/** Names of steps: a day, a month, a year. */
export function useStepName(step: Step): (from: string, short?: boolean) => string {
  const dates = useDates();
  const told = useTold();
  return (from, short) =>
    step === 'DAY'
      ? dates.day(from, short ? 'short' : 'weekday')
      : step === 'MONTH'
        ? told.month(from, short)
        : from.slice(0, 4);
}

/** Received and completed, step by step; the title says whether work keeps up. */
export function FlowPanel({ steps, room }: { steps: readonly Flow[]; room: Room }) {
  const t = useText();
  const told = useTold();
  const counted = untilToday(room.period, room.today);
  const step = stepOf(counted, !room.isOutsider || room.filter === null);
  const nameOf = useStepName(step);
  const finding = findingOfFlow(steps);
  const title =
    finding.kind === 'NOTHING'
      ? t('room.flow.nothing')
      : finding.kind === 'KEPT_BACK'
        ? t('room.flow')
        : finding.kind === 'KEEPS_UP'
          ? t('room.flow.keepsUp', {
              completed: told.number(finding.completed),
              received: told.number(finding.received),
            })
          : t('room.flow.behind', { behind: told.number(finding.behind) });
  const peak = peakOf(steps);
  const last = steps.at(-1);
  return (
    <FindingPanel
      finding={title}
      about={t('room.flow.about')}
      file={{
        name: `alur-${room.period.from}-${room.period.to}`,
        header: [t(`room.step.${step}`), t('room.received'), t('room.completed')],
        rows: steps.map(({ from, received, completed }) => [from, received, completed]),
      }}
    >
      {finding.kind !== 'NOTHING' && last && (
        <div className="panel__body">
          {steps.length > 1 && (
            <LinesChart
              name={t('room.flow.chart')}
              points={steps.map(({ from, received, completed }) => ({
                label: nameOf(from, true),
                a: received,
                b: completed,
              }))}
              aLabel={t('room.line.received', { count: told.number(last.received) })}
              bLabel={t('room.line.completed', { count: told.number(last.completed) })}
              marked={
                peak === null
                  ? null
                  : {
                      index: peak,
                      text: `${nameOf(steps[peak]!.from, true)}: ${told.number(steps[peak]!.received)}`,
                    }
              }
            />
          )}
          <details open={steps.length === 1 ? true : undefined}>
            <summary>{t('room.asTable')}</summary>
            <Table
              caption={t('room.flow.about')}
              captionHidden
              tight
              rows={steps.toReversed()}
              rowKey={({ from }) => from}
              columns={[
                {
                  id: 'from',
                  header: t(`room.step.${step}`),
                  rowHeader: true,
                  cell: ({ from }) => (
                    <Anchor href={reportAddress({ ...room.behind, period: stepPeriod(from, step, counted) })}>
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
                  id: 'completed',
                  header: t('room.completed'),
                  end: true,
                  cell: ({ from, completed }) => (
                    <FigureLink
                      count={completed}
                      href={completedAddress(room.behind, stepPeriod(from, step, counted))}
                    >
                      {told.number(completed)}
                    </FigureLink>
                  ),
                },
              ]}
            />
          </details>
        </div>
      )}
      {finding.kind === 'NOTHING' && <p className="panel__body muted">{t('room.nothingHint')}</p>}
    </FindingPanel>
  );
}
