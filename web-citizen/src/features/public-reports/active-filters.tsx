import { Button, FilterButton, Filters } from '@lapor/ui';
import { formatDay } from '@lapor/wording';
import { useT, useWords } from '../../app/language-provider.tsx';
import type { FilterProps } from './filter-props.ts';
import { cleared, type ListFilter } from './list-filter.ts';

/** What is set, each to be taken off, and all of it at once. */
export function ActiveFilters({ filter, found, onChange }: FilterProps) {
  const t = useT();
  const words = useWords();
  const active: [label: string, without: Partial<ListFilter>][] = [];
  if (filter.search) active.push([`“${filter.search}”`, { search: '' }]);
  if (filter.regionCode) {
    const known = found?.region?.code === filter.regionCode ? found.region.fullName : null;
    active.push([known ?? filter.regionCode, { regionCode: null }]);
  }
  if (filter.categoryId) {
    const known = found?.category?.id === filter.categoryId ? found.category.path : null;
    active.push([known ?? filter.categoryId, { categoryId: null }]);
  }
  if (filter.organisationId) {
    const known = found?.organisation?.id === filter.organisationId ? found.organisation.name : null;
    active.push([known ?? filter.organisationId, { organisationId: null }]);
  }
  if (filter.state) active.push([words.states[filter.state], { state: null }]);
  if (filter.kind) active.push([words.kinds[filter.kind], { kind: null }]);
  if (filter.from)
    active.push([t('list.sinceDay', { day: formatDay(words, filter.from, 'date') }), { from: null }]);
  if (filter.until)
    active.push([t('list.untilDay', { day: formatDay(words, filter.until, 'date') }), { until: null }]);
  if (filter.area) active.push([t('list.area'), { area: null }]);
  if (active.length === 0) return null;
  return (
    <Filters label={t('list.active')}>
      {active.map(([label, without]) => (
        <FilterButton
          key={label}
          active
          removeLabel={t('list.remove')}
          onClick={() => onChange({ ...filter, ...without })}
        >
          {label}
        </FilterButton>
      ))}
      {active.length > 1 && (
        <Button size="small" variant="quiet" onClick={() => onChange(cleared(filter))}>
          {t('list.clear')}
        </Button>
      )}
    </Filters>
  );
}
