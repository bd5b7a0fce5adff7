import { LoadFailure } from '@lapor/staff';
import {
  Anchor,
  EmptyState,
  Facts,
  NotFoundState,
  Notice,
  organisationIcon,
  Panel,
  Skeleton,
  Tag,
} from '@lapor/ui';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { useText } from '../app/use-text.ts';
import { OrganisationDocument } from './organisations.graphql.ts';

/** What is known about one organisation. */
export function OrganisationPanel({ id }: { id: string | undefined }) {
  const t = useText();
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: OrganisationDocument,
    variables: { id: id ?? '' },
    pause: id === undefined,
  });
  if (id === undefined)
    return (
      <EmptyState icon={organisationIcon} title={t('organisations.none')}>
        {t('organisations.noneHint')}
      </EmptyState>
    );
  if (error && !data)
    return (
      <LoadFailure
        error={error}
        title={t('organisations.failed')}
        retrying={stale}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      />
    );
  const organisation = data?.organisation;
  if (fetching || !data || (organisation && organisation.id !== id))
    return (
      <Panel title={t('organisations.detail')}>
        <Skeleton label={t('page.loading')} lines={5} title />
      </Panel>
    );
  if (!organisation)
    return (
      <NotFoundState title={t('organisations.notFound')}>{t('organisations.notFoundHint')}</NotFoundState>
    );

  const link = ({ id: to, name }: { id: string; name: string }) => (
    <Anchor href={`/organisasi/${to}`}>{name}</Anchor>
  );
  const rows: (readonly [ReactNode, ReactNode])[] = [
    [t('organisations.kind'), t(`kind.${organisation.kind}`)],
    ...(organisation.acronym ? ([[t('organisations.acronym'), organisation.acronym]] as const) : []),
    ...(organisation.parent ? ([[t('organisations.parent'), link(organisation.parent)]] as const) : []),
    ...(organisation.government.id !== organisation.id &&
    organisation.government.id !== organisation.parent?.id
      ? ([[t('organisations.government'), link(organisation.government)]] as const)
      : []),
    [t('organisations.region'), organisation.region?.fullName ?? t('organisations.wholeCountry')],
    [t('organisations.timeZone'), organisation.timeZoneLabel],
    [
      t('organisations.verification'),
      t(organisation.hasDirectVerification ? 'organisations.direct' : 'organisations.national'),
    ],
  ];
  const children = organisation.children.edges.map(({ node }) => node);
  return (
    <Panel title={organisation.name}>
      <div className="stack stack-3">
        <p className="row row--tight">
          <Tag>{t(organisation.isConnected ? 'organisations.connected' : 'organisations.notConnected')}</Tag>
          {organisation.status === 'FORMER' && <Tag>{t('organisations.former')}</Tag>}
        </p>
        {organisation.isTemplate && (
          <Notice tone="warning" title={t('organisations.template')}>
            <p>{t('organisations.templateHint')}</p>
          </Notice>
        )}
        <Facts rows={rows} />
        {children.length > 0 && (
          <section className="stack stack-2" aria-labelledby="organisation-children">
            <h3 className="h4" id="organisation-children">
              {t('organisations.children', { count: organisation.childCount })}
            </h3>
            <ul className="children">
              {children.map((child) => (
                <li key={child.id}>{link(child)}</li>
              ))}
            </ul>
            {organisation.children.pageInfo.hasNextPage && (
              <p className="caption">{t('organisations.moreInTree')}</p>
            )}
          </section>
        )}
      </div>
    </Panel>
  );
}
