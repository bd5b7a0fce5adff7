import { useLocation, useSearch } from 'wouter';
import { useT } from '../app/language-provider.tsx';
import { Page } from '../app/page.tsx';
import { ListFilters } from '../features/public-reports/filters.tsx';
import { addressOf, readFilter, type ListFilter } from '../features/public-reports/list-filter.ts';
import { ReportList } from '../features/public-reports/report-list.tsx';

export default function PublicReports() {
  const t = useT();
  const [, navigate] = useLocation();
  const query = useSearch();
  const filter = readFilter(query);
  const apply = (next: ListFilter) => navigate(addressOf(next));
  return (
    <Page title={t('list.title')} className="stack stack-6 top-gap">
      <div>
        <h1>{t('list.title')}</h1>
        <p className="lead">{t('list.lead')}</p>
      </div>
      <ListFilters filter={filter} onChange={apply} />
      <section aria-labelledby="results">
        <h2 id="results" className="sr">
          {t('list.results')}
        </h2>
        <ReportList
          key={addressOf(filter)}
          filter={filter}
          onClear={() => apply({ search: '', state: null, categoryId: null, regionCode: null })}
        />
      </section>
    </Page>
  );
}
