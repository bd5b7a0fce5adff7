import { useT } from '../../app/language-provider.tsx';

const terms = [
  'received',
  'followedUp',
  'completed',
  'archived',
  'median',
  'withOpen',
  'satisfaction',
  'keptBack',
] as const;

/** What each figure means, as it is counted. */
export function Definitions() {
  const t = useT();
  return (
    <section id="definisi" tabIndex={-1} className="card stack" aria-labelledby="definitions">
      <h2 id="definitions" className="h3">
        {t('stats.definitions')}
      </h2>
      <dl className="stack stack-3">
        {terms.map((term) => (
          <div key={term}>
            <dt>
              <strong>{t(`stats.term.${term}`)}</strong>
            </dt>
            <dd>{t(`stats.term.${term}.text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
