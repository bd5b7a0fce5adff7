import { Anchor, Badge, Panel } from '@lapor/ui';
import { useDates } from '../../dates/use-dates.ts';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText } from '../../language/use-text.ts';
import { SimilarReportsFields } from './report-reading.graphql.ts';

/** Reports of the same category near by, as far as the officer may read them. Nothing when there are none. */
export function SimilarReports({ report: masked }: { report: FragmentOf<typeof SimilarReportsFields> }) {
  const { similarReports } = readFragment(SimilarReportsFields, masked);
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  if (similarReports.length === 0) return null;
  return (
    <Panel title={t('similar.title')} tools={<Badge>{similarReports.length}</Badge>} flush>
      <div className="queue">
        {similarReports.map(({ id, number, title, state, submittedAt, handler }) => (
          <Anchor key={id} href={`/laporan/${number}`}>
            <b>{title}</b>
            <small>
              <span>
                {dates.dayOf(submittedAt, 'short')}
                {handler && ` · ${handler.name}`}
              </span>
              <span>{words.states[state]}</span>
            </small>
          </Anchor>
        ))}
      </div>
    </Panel>
  );
}
