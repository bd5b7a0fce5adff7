import { ClockList, ClockRow, clockIcon, Explain, Icon, Panel, Tag } from '@lapor/ui';
import { useDates } from '../../dates/use-dates.ts';
import { readFragment, type FragmentOf, type ResultOf } from '../../graphql.ts';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText } from '../../language/use-text.ts';
import { ClockChip } from './clock-chip.tsx';
import { ClockExplanation } from './clock-explanation.tsx';
import { ReportClocksFields, type Clock } from './clocks.graphql.ts';
import { isGoing, sortClocks } from './sort-clocks.ts';

type Warning = NonNullable<ResultOf<typeof ReportClocksFields>['warnings']>[number];

/** Every deadline of a report, and how each was counted. */
export function ClocksPanel({ report: masked }: { report: FragmentOf<typeof ReportClocksFields> }) {
  const { clocks, warnings } = readFragment(ReportClocksFields, masked);
  const t = useText();
  const { going, over } = sortClocks(clocks ?? []);
  return (
    <Panel title={t('clocks.title')} tools={<Icon of={clockIcon} />}>
      {clocks === null && <p className="muted">{t('clocks.unavailable')}</p>}
      {clocks !== null && going.length === 0 && <p className="muted">{t('clocks.none')}</p>}
      {going.length > 0 && <Clocks clocks={going} warnings={warnings ?? []} />}
      {over.length > 0 && (
        <details className="clocks-over">
          <summary>{t('clocks.over', { count: over.length })}</summary>
          <Clocks clocks={over} warnings={warnings ?? []} />
        </details>
      )}
    </Panel>
  );
}

const WARNED = {
  HALF: 'clocks.warned.half',
  LAST_DAY: 'clocks.warned.lastDay',
  BREACH: 'clocks.warned.breach',
} as const;

const Clocks = ({ clocks, warnings }: { clocks: readonly Clock[]; warnings: readonly Warning[] }) => (
  <ClockList>
    {clocks.map((clock) => (
      <OneClock
        key={clock.id}
        clock={clock}
        warnings={warnings.filter(({ clockId }) => clockId === clock.id)}
      />
    ))}
  </ClockList>
);

function OneClock({ clock, warnings }: { clock: Clock; warnings: readonly Warning[] }) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const { length, unit } = clock.explanation;
  const day = dates.day(clock.dueOn);
  return (
    <ClockRow
      name={words.clocks[clock.kind]}
      mark={isGoing(clock) ? <ClockChip clock={clock} /> : <Tag>{words.clockStatuses[clock.status]}</Tag>}
    >
      {t(clock.isEstimated ? 'clocks.dueEstimated' : 'clocks.due', {
        day,
        length: unit === 'WORKING' ? words.workingDays(length) : words.calendarDays(length),
      })}
      {clock.organisation && ` · ${clock.organisation.name}`}
      {warnings.length > 0 && (
        <span className="clock__warnings">
          {t('clocks.warned', {
            warnings: warnings
              .map(({ kind, at }) => `${t(WARNED[kind])} ${dates.dayOf(at, 'day')}`)
              .join(', '),
          })}
        </span>
      )}
      <Explain kind="flat" summary={t('clocks.explain')}>
        <ClockExplanation clock={clock} />
      </Explain>
    </ClockRow>
  );
}
