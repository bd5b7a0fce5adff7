import { Table } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import type { ResultOf } from '../../graphql.ts';
import type { ModerationDocument } from './moderation.graphql.ts';

type Counts = ResultOf<typeof ModerationDocument>['moderationCounts'];
type Rule = NonNullable<Counts['rows'][number]['rule']>;

const RULES = [
  'PERSONAL_DATA',
  'SLANDER',
  'HATE',
  'CHILD',
  'SECRET_BY_LAW',
  'OTHER',
] as const satisfies Rule[];
const KINDS = ['WITHHELD', 'TEXT_REDACTED', 'PHOTO_REDACTED'] as const;

/** What is held back now, and how often each rule was used in a period, with what the rule means. */
export function ModerationCounts({ counts }: { counts: Counts }) {
  const t = useT();
  const of = (rule: Rule, kind: (typeof KINDS)[number]) =>
    counts.rows.find((row) => row.rule === rule && row.kind === kind)?.count ?? 0;
  const total = counts.rows.reduce((sum, { rule, count }) => sum + (rule ? count : 0), 0);
  return (
    <section className="stack stack-3" aria-labelledby="moderation-rules">
      <h2 id="moderation-rules" className="h3">
        {t('moderation.finding', { count: total })}
      </h2>
      <p>{t('moderation.heldNow', { held: counts.heldNow, overdue: counts.overdueNow })}</p>
      <Table
        caption={t('moderation.byRule')}
        captionHidden
        stacked
        rows={RULES}
        rowKey={(rule) => rule}
        columns={[
          {
            id: 'rule',
            header: t('moderation.rule'),
            rowHeader: true,
            cell: (rule) => (
              <>
                {t(`moderation.rule.${rule}`)}
                <span className="caption block">{t(`moderation.means.${rule}`)}</span>
              </>
            ),
          },
          ...KINDS.map((kind) => ({
            id: kind,
            header: t(`moderation.kind.${kind}`),
            end: true,
            cell: (rule: Rule) => of(rule, kind),
          })),
        ]}
      />
    </section>
  );
}
