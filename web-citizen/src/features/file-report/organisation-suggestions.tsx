import { useQuery } from 'urql';
import { Button, Card } from '@lapor/ui';
import { useDebounced } from '../../components/use-debounced.ts';
import { useT } from '../../app/language-provider.tsx';
import { tellingLength } from './category-choice.tsx';
import { SuggestOrganisationsDocument } from './hints.graphql.ts';
import type { DraftHandle } from './use-draft.ts';

/** Who may be competent, each with its reasons; nothing is chosen for the reporter. */
export function OrganisationSuggestions({
  handle: { draft, change },
}: {
  handle: Pick<DraftHandle, 'draft' | 'change'>;
}) {
  const t = useT();
  const text = useDebounced(draft.text.trim(), 700);
  const placeText = useDebounced(draft.placeText.trim(), 700);
  const isTelling = text.length >= tellingLength && draft.region !== null;
  const [{ data }] = useQuery({
    query: SuggestOrganisationsDocument,
    variables: {
      text,
      regionCode: draft.region?.code ?? null,
      point: draft.point,
      placeText: placeText || null,
    },
    pause: !isTelling,
  });
  const { organisations = [], isConfident = false } = (isTelling && data?.suggestRouting) || {};
  // A guess for another category than the chosen one would only confuse; without one, only what is nearly certain is said.
  const found = draft.category
    ? organisations.filter(
        ({ rule, similarReportCount }) => rule?.category?.id === draft.category?.id || similarReportCount > 0,
      )
    : organisations.slice(0, isConfident ? 1 : 0);
  // Not knowing is said, so that nobody thinks that the report would go nowhere.
  if (found.length === 0) return isTelling && data ? <p className="caption">{t('hint.notKnown')}</p> : null;
  return (
    <Card labelledBy="competent" className="stack-3">
      <div>
        <h2 id="competent" className="h3">
          {t('hint.competent')}
        </h2>
        <p className="caption">{t('hint.competentText')}</p>
      </div>
      <ul className="stack stack-3 list-plain">
        {found.map(({ organisation, matchedWords, similarReportCount, rule }) => (
          <li key={organisation.id}>
            <Button size="small" onClick={() => change({ organisation })}>
              {organisation.name}
            </Button>
            <p className="caption">
              {[
                rule && t('hint.becauseRule'),
                similarReportCount > 0 && t('hint.becauseSimilar', { count: similarReportCount }),
                matchedWords.length > 0 && t('hint.because', { words: matchedWords.join(', ') }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
