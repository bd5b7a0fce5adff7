import {
  Anchor,
  backIcon,
  Icon,
  LinkButton,
  NotFoundState,
  organisationIcon,
  Panel,
  Skeleton,
} from '@lapor/ui';
import { useParams } from 'react-router';
import { useDates } from '../dates/use-dates.ts';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { StaleNotice } from '../loading/stale-notice.tsx';
import { useFirstSight } from '../loading/use-first-sight.ts';
import { usePart } from '../loading/use-part.ts';
import { useSession } from '../session/session-context.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { Checklist } from './checklist.tsx';
import { GuidanceVisits } from './guidance-visits.tsx';
import { ObstaclePanel } from './obstacle-panel.tsx';
import {
  OrganisationReadinessDocument,
  ReadinessOfAllDocument,
  ReadinessPageDocument,
} from './readiness.graphql.ts';
import { READINESS_CHANGED_BY, ReadyList, useReadyFilters } from './ready-list.tsx';

interface ReadinessPageProps {
  consoleLabel: string;
  /** Where organisations stand: "/organisasi" or "/unit". */
  treePath: string;
  national?: boolean;
}

/** The checklist of one organisation and of the units below it; in the national console first all of them. */
export function ReadinessPage(props: ReadinessPageProps) {
  const { id } = useParams();
  const { workplace } = useSession();
  const chosen = id ?? (props.national ? null : workplace.organisation.id);
  return chosen === null ? <AllOfThem {...props} /> : <OneOrganisation key={chosen} id={chosen} {...props} />;
}

function AllOfThem({ consoleLabel }: ReadinessPageProps) {
  const t = useText();
  usePageTitle(t('readiness.title'), consoleLabel);
  const sight = useFirstSight({
    query: ReadinessOfAllDocument,
    variables: useReadyFilters(undefined).variables,
    typenames: READINESS_CHANGED_BY,
  });
  return (
    <>
      <div>
        <h1>{t('readiness.title')}</h1>
        <p className="caption">{t('readiness.aboutNational')}</p>
      </div>
      <ReadyList national sight={sight} />
    </>
  );
}

function OneOrganisation({ id, consoleLabel, treePath, national }: ReadinessPageProps & { id: string }) {
  const t = useText();
  const dates = useDates();
  const { workplace } = useSession();
  const sight = useFirstSight({
    query: ReadinessPageDocument,
    variables: { id, ...useReadyFilters(id).variables },
    typenames: READINESS_CHANGED_BY,
  });
  const [{ data, error, fetching, stale }, ask] = usePart({
    query: OrganisationReadinessDocument,
    variables: { id },
    sight,
  });
  const reload = () => ask({ requestPolicy: 'network-only' });
  const organisation = data?.organisation;
  usePageTitle(
    organisation ? `${t('readiness.title')}: ${organisation.name}` : t('readiness.title'),
    consoleLabel,
  );
  const own = workplace.organisation;
  const above = national
    ? { href: '/kesiapan', label: t('readiness.all') }
    : id === own.id
      ? null
      : { href: '/kesiapan', label: own.name };
  return (
    <>
      {above && (
        <nav aria-label={t('readiness.way')}>
          <Anchor href={above.href} className="row row--tight">
            <Icon of={backIcon} size="small" />
            {above.label}
          </Anchor>
        </nav>
      )}
      {fetching && !organisation && <Skeleton label={t('page.loading')} title lines={8} />}
      {!organisation && !fetching && error && (
        <LoadFailure page error={error} title={t('readiness.failed')} retrying={stale} onRetry={reload} />
      )}
      {data && !organisation && !fetching && (
        <NotFoundState page title={t('tree.notFound')}>
          {t('tree.notFoundHint')}
        </NotFoundState>
      )}
      {organisation && !organisation.readiness && (
        <NotFoundState page title={t('readiness.notYours')}>
          {t('readiness.notYoursHint')}
        </NotFoundState>
      )}
      {organisation?.readiness && (
        <>
          <div className="row row--between">
            <div>
              <h1>
                {t('readiness.title')}: {organisation.name}
              </h1>
              <p className="caption">
                {t(organisation.isConnected ? 'tree.connectedLong' : 'tree.notConnectedLong')} ·{' '}
                {organisation.lastUsedOn
                  ? t('readiness.usedOn', { day: dates.day(organisation.lastUsedOn, 'date') })
                  : t('tree.notUsed')}
              </p>
            </div>
            <LinkButton icon={organisationIcon} href={`${treePath}/${id}`}>
              {t('readiness.toOrganisation')}
            </LinkButton>
          </div>
          <StaleNotice error={error} onRetry={reload} />
          <div className="cols cols--half">
            <Checklist organisation={organisation} readiness={organisation.readiness} />
            <div className="stack stack-3">
              <ObstaclePanel organisation={organisation} obstacle={organisation.readiness.obstacle} />
              <GuidanceVisits organisation={organisation} visits={organisation.readiness.visits} />
            </div>
          </div>
          {organisation.readiness.unitsTotal > 0 && (
            <section className="stack stack-3" aria-labelledby="ready-units">
              <h2 id="ready-units" tabIndex={-1}>
                {t('readiness.units', {
                  complete: organisation.readiness.unitsComplete,
                  total: organisation.readiness.unitsTotal,
                })}
              </h2>
              <ReadyList withinId={id} sight={sight} />
            </section>
          )}
          {organisation.readiness.unitsTotal === 0 && organisation.childCount > 0 && (
            <Panel title={t('readiness.noUnits')}>
              <p className="muted">{t('readiness.noUnitsHint')}</p>
            </Panel>
          )}
        </>
      )}
    </>
  );
}
