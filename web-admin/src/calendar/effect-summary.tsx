import { useDates, useLanguage } from '@lapor/staff';
import { Anchor, Notice, Table } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import { useText } from '../app/use-text.ts';
import type { ResultOf } from '../graphql.ts';
import type { PreviewCalendarDocument } from './calendar.graphql.ts';

export type DeadlineEffect = NonNullable<ResultOf<typeof PreviewCalendarDocument>['previewCalendarChange']>;

/** "Moves 1,204 deadlines": how many, which, until when, with examples; honest when not all could be counted. */
export function EffectSummary({ effect }: { effect: DeadlineEffect }) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const number = (value: number) => formatNumber(words, value);
  const { movedCount, laterCount, earlierCount, lateCount, earliestDueOn, latestDueOn } = effect;
  const partial = !effect.isComplete && (
    <p>
      {t('effect.partial', {
        examined: number(effect.examinedCount),
        candidates: number(effect.candidateCount),
      })}
    </p>
  );
  if (movedCount === 0)
    return (
      <Notice tone={partial ? 'warning' : 'success'} title={t('effect.none')}>
        {partial}
      </Notice>
    );
  return (
    <div className="stack stack-2">
      <Notice
        tone={lateCount > 0 || partial ? 'warning' : 'info'}
        title={t('effect.moves', { count: movedCount })}
      >
        <p>
          {[
            laterCount > 0 && t('effect.later', { count: laterCount }),
            earlierCount > 0 && t('effect.earlier', { count: earlierCount }),
            lateCount > 0 && t('effect.late', { count: lateCount }),
          ]
            .filter(Boolean)
            .join(', ')}
          .
        </p>
        {earliestDueOn && latestDueOn && (
          <p>{t('effect.range', { from: dates.day(earliestDueOn), to: dates.day(latestDueOn) })}</p>
        )}
        {partial}
      </Notice>
      <Table
        caption={t('effect.byKind')}
        tight
        rows={effect.byKind}
        rowKey={({ kind }) => kind}
        columns={[
          {
            id: 'kind',
            header: t('effect.clock'),
            rowHeader: true,
            cell: ({ kind }) => words.clocks[kind],
          },
          { id: 'count', header: t('effect.count'), end: true, cell: (row) => number(row.movedCount) },
        ]}
      />
      <details>
        <summary>{t('effect.examples')}</summary>
        <Table
          caption={t('effect.examples')}
          captionHidden
          stacked
          tight
          rows={effect.examples}
          rowKey={({ report, kind }) => `${report.id} ${kind}`}
          columns={[
            {
              id: 'report',
              header: t('effect.report'),
              rowHeader: true,
              cell: ({ report }) => <Anchor href={`/laporan/${report.number}`}>{report.number}</Anchor>,
            },
            { id: 'clock', header: t('effect.clock'), cell: ({ kind }) => words.clocks[kind] },
            {
              id: 'before',
              header: t('effect.before'),
              cell: ({ dueOnBefore }) => dates.day(dueOnBefore, 'short'),
            },
            {
              id: 'after',
              header: t('effect.after'),
              cell: ({ dueOnAfter }) => dates.day(dueOnAfter, 'short'),
            },
          ]}
        />
      </details>
    </div>
  );
}
