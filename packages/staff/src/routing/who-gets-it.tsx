import { Notice, Panel, pinIcon, Skeleton, Tag } from '@lapor/ui';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { CategoryPick, type PickedCategory } from '../picking/category-pick.tsx';
import { PickedField } from '../picking/picked-field.tsx';
import { RegionPick, type PickedRegion } from '../picking/region-pick.tsx';
import { ruleWords } from './route-words.ts';
import { RouteRulesDocument } from './routing.graphql.ts';

/** Try it: a category and a place, and who would be suggested, with the rule behind each. */
export function WhoGetsIt() {
  const t = useText();
  const [category, setCategory] = useState<PickedCategory | null>(null);
  const [region, setRegion] = useState<PickedRegion | null>(null);
  const [{ data, error, fetching }, ask] = useQuery({
    query: RouteRulesDocument,
    variables: { categoryId: category?.id ?? '', regionCode: region?.code },
    pause: category === null,
    requestPolicy: 'cache-and-network',
  });
  const rules = category === null ? undefined : data?.routeRules;
  return (
    <Panel title={t('routes.who')}>
      <div className="stack stack-3">
        <p className="caption">{t('routes.whoHint')}</p>
        <PickedField label={t('routes.category')} picked={category?.path ?? null}>
          <CategoryPick beginsEmpty label={t('routes.category')} picked={category} onPick={setCategory} />
        </PickedField>
        <PickedField
          label={t('routes.place')}
          picked={region?.name ?? null}
          icon={pinIcon}
          clear={{ label: t('routes.noPlace'), onClear: () => setRegion(null) }}
        >
          <RegionPick label={t('routes.place')} picked={region} onPick={setRegion} />
        </PickedField>
        <div aria-live="polite">
          {category !== null && fetching && !rules && <Skeleton label={t('page.loading')} lines={2} />}
          {category !== null && error && !rules && (
            <LoadFailure
              error={error}
              title={t('routes.whoFailed')}
              onRetry={() => ask({ requestPolicy: 'network-only' })}
            />
          )}
          {rules?.length === 0 && (
            <Notice tone="warning" title={t('routes.nobody')}>
              <p>{t(region ? 'routes.nobodyHint' : 'routes.nobodyWithoutPlace')}</p>
            </Notice>
          )}
          {rules && rules.length > 0 && (
            <ol className="lines">
              {rules.map((rule) => {
                const { id, values } = ruleWords(rule);
                return (
                  <li key={`${rule.organisation.id} ${rule.basis}`}>
                    <div>
                      <p>
                        <strong>{rule.organisation.name}</strong>{' '}
                        <Tag>{t(`routes.ruleLevel.${rule.level}`)}</Tag>
                      </p>
                      <p className="caption">{t(id, values)}</p>
                    </div>
                  </li>
                );
              })}
            </ol>
          )}
        </div>
      </div>
    </Panel>
  );
}
