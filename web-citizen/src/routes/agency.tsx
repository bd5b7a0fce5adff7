import { useState } from 'react';
import { useQuery } from 'urql';
import { useLocation, useParams, useSearch } from 'wouter';
import { BackLink, ErrorState, LinkButton, NotFoundState, Notice, Skeleton, SkeletonBlock } from '@lapor/ui';
import { localDateOf } from '@lapor/wording';
import { useT } from '../app/language-provider.tsx';
import { Page } from '../app/page.tsx';
import '../features/figures/figure-styles.ts';
import { AgencyFigures } from '../features/agency/agency-figures.tsx';
import { AgencyHead } from '../features/agency/agency-head.tsx';
import { agencyPath } from '../features/agency/agency-path.ts';
import { Answers, HandledCategories, NewestReports, Units } from '../features/agency/agency-parts.tsx';
import { AgencyDocument } from '../features/agency/agency.graphql.ts';
import { Definitions } from '../features/figures/definitions.tsx';
import { closeDraft } from '../features/file-report/draft-store.ts';
import { PeriodChoice } from '../features/figures/period-choice.tsx';
import { periodQuery, readPeriod } from '../features/figures/periods.ts';

/** Units of local governments: figures are open for whole governments only. */
const isUnit = (id: string) => id.startsWith('opd-');

export default function AgencyRoute() {
  const { id } = useParams<{ id: string }>();
  return <AgencyPage key={id} id={id ?? ''} />;
}

/** What an agency handles, how it does, and what it says. */
function AgencyPage({ id }: { id: string }) {
  const t = useT();
  const [, navigate] = useLocation();
  const today = localDateOf(new Date(), 'Asia/Jakarta');
  const period = readPeriod(useSearch(), today);
  const variables = {
    id,
    period: { from: period.from, to: period.to },
    figureFilter: { organisationId: id },
    reportFilter: { organisationId: id },
    answeredFilter: { organisationId: id, states: ['IN_PROGRESS' as const, 'COMPLETED' as const] },
  };
  const [withFigures, askFigures] = useQuery({
    query: AgencyDocument,
    variables: { ...variables, withFigures: true },
    pause: isUnit(id),
  });
  // Figures of a unit are refused, and other bodies have units whose id does not tell: then the page is asked for without them.
  const refused = withFigures.error !== undefined && !withFigures.fetching;
  const [without, askWithout] = useQuery({
    query: AgencyDocument,
    variables: { ...variables, withFigures: false },
    pause: !isUnit(id) && !refused,
  });
  const { data, error, fetching } = withFigures.data?.organisation ? withFigures : without;
  const asking = fetching || withFigures.fetching;
  const [shown, setShown] = useState(data);
  if (data && !asking && data !== shown) setShown(data);
  const agency = shown?.organisation;

  if (shown && !agency) {
    return (
      <Page title={t('agency.notFound')} narrow className="top-gap">
        <NotFoundState
          page
          title={t('agency.notFound')}
          action={<LinkButton href="/kinerja">{t('agency.find')}</LinkButton>}
        >
          {t('agency.notFoundText')}
        </NotFoundState>
      </Page>
    );
  }
  if (!shown || !agency) {
    return (
      <Page title={t('agency.loading')} className="top-gap">
        {error && !asking ? (
          <ErrorState
            page
            title={t('agency.failed')}
            retryLabel={t('common.retry')}
            onRetry={() =>
              (isUnit(id) || refused ? askWithout : askFigures)({ requestPolicy: 'network-only' })
            }
          >
            {t('common.checkNetwork')}
          </ErrorState>
        ) : (
          <Skeleton label={t('common.loading')} title lines={8} />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={agency.name}
      className="stack stack-6 top-gap"
      back={
        <BackLink href="/kinerja" label={t('common.back')}>
          {t('agency.title')}
        </BackLink>
      }
    >
      <AgencyHead agency={agency} />
      {agency.status === 'ACTIVE' && (
        <div className="stack stack-2">
          <p>
            <LinkButton variant="primary" href={`/lapor?ke=${encodeURIComponent(id)}`} onClick={closeDraft}>
              {t('agency.fileTo')}
            </LinkButton>
          </p>
          <p className="caption">
            {t(
              agency.hasDirectVerification || agency.government.hasDirectVerification
                ? 'agency.direct'
                : 'agency.notDirect',
            )}
          </p>
        </div>
      )}
      {shown.total && shown.activityFigures ? (
        <>
          <div className="grid-3">
            <PeriodChoice
              today={today}
              period={period}
              onChange={(next) => navigate(`${agencyPath(id)}${periodQuery(next)}`)}
            />
          </div>
          {asking ? (
            <SkeletonBlock label={t('common.loading')} count={3} />
          ) : (
            <AgencyFigures
              id={id}
              total={shown.total}
              months={shown.activityFigures}
              open={shown.openFigures}
              period={period}
            />
          )}
        </>
      ) : (
        <Notice>
          <p>{t('agency.noFigures')}</p>
        </Notice>
      )}
      <div className="grid-2">
        <HandledCategories id={id} facets={shown.reportFacets} />
        <Units agency={agency} />
      </div>
      <Answers reports={shown.answered} />
      <NewestReports id={id} reports={shown.newest} />
      {shown.total && <Definitions />}
    </Page>
  );
}
