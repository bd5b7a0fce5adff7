import { Anchor, Card, ClockList, ClockRow, DayStrip, DueChip, Explain, Facts, StatusPill } from '@lapor/ui';
import {
  dueDistance,
  formatCalendar,
  formatDay,
  formatDayOf,
  formatPolicy,
  localDateOf,
} from '@lapor/wording';
import { useReportPage } from './report-page-context.ts';
import { useReportWords, useT, type MessageId } from '../../app/language-provider.tsx';
import { readFragment, type FragmentOf, type ResultOf } from '../../graphql.ts';
import { inReadingOrder, isOpen } from './clock-order.ts';
import { DeadlinesFragment, type ClockFragment } from './deadlines.graphql.ts';
import { stripDays } from './strip-days.ts';

const hasEnded = (state: string) => state === 'COMPLETED' || state === 'ARCHIVED';

type Clock = ResultOf<typeof ClockFragment>;
type Warning = NonNullable<ResultOf<typeof DeadlinesFragment>['warnings']>[number];

/** All clocks of a report, each with its date, its distance and how it was counted. */
export function Deadlines({ report: masked }: { report: FragmentOf<typeof DeadlinesFragment> }) {
  const t = useT();
  const { clocks, state, warnings } = readFragment(DeadlinesFragment, masked);
  // Clocks follow a moment after the report: an ended one has none that runs.
  const shown = inReadingOrder(clocks ?? []).filter((clock) => !hasEnded(state) || !isOpen(clock));
  return (
    <Card labelledBy="deadlines" className="stack-3">
      <h2 id="deadlines" className="h3">
        {t('report.deadlines')}
      </h2>
      {clocks === null && <p className="caption">{t('report.clocksMissing')}</p>}
      {clocks !== null && shown.length === 0 && <p className="caption">{t('report.noClocks')}</p>}
      <ClockList>
        {shown.map((clock) => (
          <Deadline
            key={clock.id}
            clock={clock}
            warnings={(warnings ?? []).filter(({ clockId }) => clockId === clock.id)}
          />
        ))}
      </ClockList>
    </Card>
  );
}

/** Most clocks bind an agency; these two say what happens when nobody moves. */
const dueMessage = (kind: Clock['kind'], toReporter: boolean): MessageId => {
  if (kind === 'OMBUDSMAN') return 'report.dueOmbudsman';
  if (kind === 'AUTO_CLOSE') return toReporter ? 'report.dueAutoClose' : 'report.dueAutoCloseOther';
  return 'report.dueBy';
};

function Deadline({ clock, warnings }: { clock: Clock; warnings: readonly Warning[] }) {
  const t = useT();
  const words = useReportWords();
  const { viewerIsReporter } = useReportPage();
  return (
    <ClockRow name={words.clocks[clock.kind]} mark={<ClockMark clock={clock} />}>
      {isOpen(clock)
        ? t(dueMessage(clock.kind, viewerIsReporter), { day: formatDay(words, clock.dueOn) })
        : t('report.dueWas', {
            due: formatDay(words, clock.dueOn, 'date'),
            done: formatDayOf(words, clock.stoppedAt ?? clock.dueAt, clock.timeZone, 'date'),
          })}
      {clock.isEstimated && ` · ${t('common.estimated')}`}
      <Explanation clock={clock} warnings={warnings} />
    </ClockRow>
  );
}

function ClockMark({ clock }: { clock: Clock }) {
  const words = useReportWords();
  if (clock.status === 'PAUSED')
    return <StatusPill state="POSTPONED">{words.clockStatuses.PAUSED}</StatusPill>;
  if (isOpen(clock)) return <Distance clock={clock} />;
  return clock.status === 'MISSED' ? (
    <DueChip urgency="OVERDUE">{words.clockStatuses.MISSED}</DueChip>
  ) : (
    <StatusPill state="COMPLETED">{words.clockStatuses.MET}</StatusPill>
  );
}

/** How far the date is: in the days the clock counts. */
function Distance({ clock }: { clock: Clock }) {
  const words = useReportWords();
  return (
    <DueChip urgency={clock.urgency}>
      {dueDistance(words, clock, localDateOf(new Date(), clock.timeZone))}
    </DueChip>
  );
}

/** How the date came about: start, length, days left out and why, pauses, rule. */
function Explanation({ clock, warnings }: { clock: Clock; warnings: readonly Warning[] }) {
  const t = useT();
  const words = useReportWords();
  const { explanation } = clock;
  const day = formatDay(words, clock.dueOn, 'day');
  const today = localDateOf(new Date(), clock.timeZone);
  const skipped = summariseSkipped(explanation.skippedDays, {
    WEEKEND: words.weekend,
    PAUSED: words.clockStatuses.PAUSED.toLowerCase(),
  });
  const warnedOn = warnings.map(({ at }) => formatDayOf(words, at, clock.timeZone, 'day'));
  const pauses = explanation.pauses.map(
    (pause) =>
      `${formatDayOf(words, pause.from, clock.timeZone, 'day')}–${
        pause.until ? formatDayOf(words, pause.until, clock.timeZone, 'day') : t('report.now')
      } (${words.pauses[pause.reason] ?? pause.reason})`,
  );
  return (
    <Explain kind="flat" summary={t('report.howCounted', { day })}>
      <p>{words.locale === 'en-GB' ? explanation.inEnglish : explanation.sentence}</p>
      <Facts
        rows={[
          [
            t('report.explain.start'),
            t(`report.start.${explanation.startEvent}`, {
              day: formatDay(words, explanation.startedOn, 'weekday'),
            }),
          ],
          [
            t('report.explain.length'),
            explanation.unit === 'WORKING'
              ? words.workingDays(explanation.length)
              : words.calendarDays(explanation.length),
          ],
          [t('report.explain.skipped'), skipped ?? t('common.none')],
          [t('report.explain.pauses'), pauses.length > 0 ? pauses.join('; ') : t('common.none')],
          [
            t('report.explain.rule'),
            t('report.explain.ruleOf', {
              policy: formatPolicy(explanation.policyVersion),
              calendar: formatCalendar(explanation.calendarVersion),
            }),
          ],
        ]}
      />
      {explanation.cappedByOuterLimit && <p>{t('report.explain.capped')}</p>}
      <DayStrip weekdays={words.weekdays} days={stripDays(explanation, clock.dueOn, today)} />
      <p className="caption">{t('report.stripLegend')}</p>
      {warnedOn.length > 0 && <p className="caption">{t('report.warned', { days: warnedOn.join(', ') })}</p>}
    </Explain>
  );
}

/** "6 hari: akhir pekan, Maulid Nabi", or null. */
function summariseSkipped(days: readonly { reason: string }[], names: Record<string, string>): string | null {
  if (days.length === 0) return null;
  const reasons = [...new Set(days.map(({ reason }) => names[reason] ?? reason))];
  return `${days.length}: ${reasons.join(', ')}`;
}

/** For phones: what is due next, before the timeline. */
export function NextDue({ report: masked }: { report: FragmentOf<typeof DeadlinesFragment> }) {
  const t = useT();
  const words = useReportWords();
  const { viewerIsReporter } = useReportPage();
  const { clocks, nextClock, state } = readFragment(DeadlinesFragment, masked);
  const clock = clocks?.find(({ id }) => id === nextClock?.id);
  if (!clock || hasEnded(state)) return null;
  return (
    <p className="next-due">
      <ClockMark clock={clock} />
      <span>
        {words.clocks[clock.kind]}:{' '}
        {t(dueMessage(clock.kind, viewerIsReporter), { day: formatDay(words, clock.dueOn) })}.{' '}
        <Anchor href="#deadlines">{t('report.allDeadlines')}</Anchor>
      </span>
    </p>
  );
}
