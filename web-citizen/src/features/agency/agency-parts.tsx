import { Anchor, Card, OfficialAnswer } from '@lapor/ui';
import { formatDayOf } from '@lapor/wording';
import { useReportWords, useT } from '../../app/language-provider.tsx';
import { ReportCard } from '../../components/report-card.tsx';
import type { ResultOf } from '../../graphql.ts';
import { countText } from '../public-reports/count-text.ts';
import { addressOf, noFilter } from '../public-reports/list-filter.ts';
import type { AgencyDocument } from './agency.graphql.ts';
import type { Agency } from './agency-head.tsx';
import { agencyPath } from './agency-path.ts';
import { latestAnswers } from './latest-answers.ts';

type Data = ResultOf<typeof AgencyDocument>;

/** What people report to it, by category; each leads to the reports. */
export function HandledCategories({ id, facets }: { id: string; facets: Data['reportFacets'] }) {
  const t = useT();
  const words = useReportWords();
  return (
    <Card labelledBy="handles" className="stack-3">
      <h2 id="handles" className="h3">
        {t('agency.handles')}
      </h2>
      {facets.categories.length === 0 ? (
        <p className="muted">{t('agency.noReports')}</p>
      ) : (
        <ul className="agency-list list-plain">
          {facets.categories.map((facet) => (
            <li key={facet.category.id}>
              <Anchor
                href={addressOf({ ...noFilter, organisationId: id, categoryId: facet.category.id })}
                lang="id"
              >
                {facet.category.name}
              </Anchor>
              <span className="num">{t('agency.reports', { count: countText(words, facet) })}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The units right below it. */
export function Units({ agency }: { agency: Agency }) {
  const t = useT();
  const units = agency.children.edges.map(({ node }) => node);
  if (units.length === 0) return null;
  return (
    <Card labelledBy="units" className="stack-3">
      <h2 id="units" className="h3">
        {t('agency.units', { count: agency.childCount })}
      </h2>
      <ul className="agency-list agency-list--units list-plain">
        {units.map(({ id, name }) => (
          <li key={id}>
            <Anchor href={agencyPath(id)} lang="id">
              {name}
            </Anchor>
          </li>
        ))}
      </ul>
      {agency.childCount > units.length && (
        <p className="caption">{t('agency.unitsMore', { count: agency.childCount - units.length })}</p>
      )}
    </Card>
  );
}

/** Its latest words to the public. */
export function Answers({ reports }: { reports: Data['answered'] }) {
  const t = useT();
  const words = useReportWords();
  const answers = latestAnswers(reports.edges.map(({ node }) => node));
  if (answers.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="answers">
      <h2 id="answers" className="h3">
        {t('agency.answers')}
      </h2>
      <ul className="stack list-plain">
        {answers.map(({ report, answer }) => (
          <li key={answer.id} className="card stack stack-3">
            <h3 lang="id">
              <Anchor href={`/laporan/${report.number}`}>{report.title}</Anchor>
            </h3>
            <OfficialAnswer
              head={`${answer.organisation?.name ?? ''} · ${formatDayOf(words, answer.at, report.region?.timeZone ?? 'Asia/Jakarta', 'date')}`}
            >
              <p className="prewrap clamp" lang="id">
                {answer.text}
              </p>
            </OfficialAnswer>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function NewestReports({ id, reports }: { id: string; reports: Data['newest'] }) {
  const t = useT();
  if (reports.edges.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="newest">
      <div className="row row--between">
        <h2 id="newest" className="h3">
          {t('agency.newest')}
        </h2>
        <Anchor href={addressOf({ ...noFilter, organisationId: id })}>{t('agency.all')}</Anchor>
      </div>
      <ul className="grid-3 list-plain report-list">
        {reports.edges.map(({ node }) => (
          <li key={node.id}>
            <ReportCard report={node} />
          </li>
        ))}
      </ul>
    </section>
  );
}
