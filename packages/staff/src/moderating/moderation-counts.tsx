import { Panel, Skeleton, StatTile, Table, Tiles } from '@lapor/ui';
import { useQuery } from 'urql';
import { useDates } from '../dates/use-dates.ts';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { countsByRule } from './counts-by-rule.ts';
import { MODERATION_KINDS } from './moderation-kinds.ts';
import { ModerationCountsDocument } from './moderating.graphql.ts';

/** How much is held back now, and what was done between two days, by rule. */
export function ModerationCounts({ from, until }: { from: string; until: string }) {
  const t = useText();
  const dates = useDates();
  const [{ data, error, stale }, ask] = useQuery({
    query: ModerationCountsDocument,
    variables: { from, until },
  });
  if (error && !data)
    return (
      <LoadFailure
        error={error}
        title={t('moderation.countsFailed')}
        retrying={stale}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      />
    );
  if (!data) return <Skeleton label={t('page.loading')} lines={3} />;
  const { heldNow, overdueNow, rows } = data.moderationCounts;
  const title = t('moderation.between', { from: dates.day(from, 'date'), until: dates.day(until, 'date') });
  const byRule = countsByRule(rows);
  return (
    <>
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
    </>
  );
}
