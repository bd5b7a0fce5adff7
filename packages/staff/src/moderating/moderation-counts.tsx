import { Panel, Skeleton, StatTile, Table, Tiles } from '@lapor/ui';
import { DayFilters } from '../audit/log-filters.tsx';
import { useDates } from '../dates/use-dates.ts';
import { useToday } from '../dates/use-today.ts';
import { FilterRow } from '../filters/filter-row.tsx';
import { useFilters } from '../filters/use-filters.ts';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../language/use-text.ts';
import type { FirstSight } from '../loading/first-sight.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { usePart } from '../loading/use-part.ts';
import { countsByRule } from './counts-by-rule.ts';
import { MODERATION_KINDS } from './moderation-kinds.ts';
import { ModerationCountsDocument } from './moderating.graphql.ts';

const DAYS = ['dari', 'sampai'] as const;

/** Between which days is counted: this month until others are chosen. */
export function useCountedDays() {
  const today = useToday();
  const filters = useFilters(DAYS);
  const { dari, sampai } = filters.values;
  return { ...filters, from: dari || `${today.slice(0, 7)}-01`, until: sampai || today };
}

/** How much is held back now, and what was done between two days, by rule. */
export function ModerationCounts({
  sight,
}: {
  sight: FirstSight<ResultOf<typeof ModerationCountsDocument>>;
}) {
  const t = useText();
  const { values, count, set, clear, from, until } = useCountedDays();
  const [{ data, error, stale }, ask] = usePart({
    query: ModerationCountsDocument,
    variables: { from, until },
    sight,
  });
  return (
    <>
      {data && <NowTiles {...data.moderationCounts} />}
      {/* There whatever comes of the question: somebody is typing a day. */}
      <FilterRow label={t('moderation.days')} count={count} onClear={clear}>
        <DayFilters from={values.dari} until={values.sampai} onChange={set} />
      </FilterRow>
      {data ? (
        <ByRule from={from} until={until} rows={data.moderationCounts.rows} />
      ) : error ? (
        <LoadFailure
          error={error}
          title={t('moderation.countsFailed')}
          retrying={stale}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        />
      ) : (
        <Skeleton label={t('page.loading')} lines={3} />
      )}
    </>
  );
}

type Counts = ResultOf<typeof ModerationCountsDocument>['moderationCounts'];

function NowTiles({ heldNow, overdueNow }: Pick<Counts, 'heldNow' | 'overdueNow'>) {
  const t = useText();
  return (
    <Tiles>
      <StatTile
        label={t('moderation.heldNow')}
        value={heldNow}
        note={t('moderation.heldNote')}
        href="/ditahan"
      />
      <StatTile
        label={t('moderation.overdueNow')}
        value={overdueNow}
        note={t('moderation.overdueNote')}
        href="/ditahan"
      />
    </Tiles>
  );
}

function ByRule({ from, until, rows }: { from: string; until: string; rows: Counts['rows'] }) {
  const t = useText();
  const dates = useDates();
  const title = t('moderation.between', { from: dates.day(from, 'date'), until: dates.day(until, 'date') });
  const byRule = countsByRule(rows);
  return (
    <Panel title={title} flush={byRule.length > 0}>
      {byRule.length === 0 ? (
        <p className="caption">{t('moderation.nothing')}</p>
      ) : (
        <Table
          caption={title}
          captionHidden
          stacked
          tight
          rows={byRule}
          rowKey={({ rule }) => rule ?? ''}
          columns={[
            {
              id: 'rule',
              header: t('moderation.rule'),
              rowHeader: true,
              cell: ({ rule }) => (rule ? t(`moderation.rule.${rule}`) : t('moderation.noRule')),
            },
            ...MODERATION_KINDS.map((kind) => ({
              id: kind,
              header: t(`moderation.kind.${kind}`),
              end: true,
              cell: ({ counts }: (typeof byRule)[number]) => counts[kind] || '–',
            })),
          ]}
        />
      )}
    </Panel>
  );
}
