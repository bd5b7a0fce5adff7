import type { ReactNode } from 'react';
import { Anchor, Facts, Notice, Tag, organisationIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import type { ResultOf } from '../../graphql.ts';
import { agencyPath } from './agency-path.ts';
import type { AgencyDocument } from './agency.graphql.ts';

export type Agency = NonNullable<ResultOf<typeof AgencyDocument>['organisation']>;

/** Who it is, how it is reached, and what it became. */
export function AgencyHead({ agency }: { agency: Agency }) {
  const t = useT();
  const rows: [string, ReactNode][] = [];
  if (agency.head.name) rows.push([agency.head.title, agency.head.name]);
  if (agency.region) rows.push([t('list.region'), agency.region.fullName]);
  if (agency.address) rows.push([t('agency.address'), agency.address]);
  if (agency.phone)
    rows.push([
      t('agency.phone'),
      <OutsideLink key="phone" href={`tel:${agency.phone}`} text={agency.phone} />,
    ]);
  if (agency.email)
    rows.push([
      t('agency.email'),
      <OutsideLink key="email" href={`mailto:${agency.email}`} text={agency.email} />,
    ]);
  const site = agency.website && /^https?:\/\//.test(agency.website) ? agency.website : null;
  if (site)
    rows.push([
      t('agency.website'),
      <OutsideLink key="site" href={site} text={site.replace(/^https?:\/\//, '')} />,
    ]);
  const above = agency.ancestors.at(-1);
  return (
    <div className="stack stack-3">
      <div className="row row--tight">
        <Tag icon={organisationIcon}>{t(`agency.kind.${agency.kind}`)}</Tag>
      </div>
      <h1 lang="id">{agency.name}</h1>
      {above && (
        <p className="muted">
          {t('agency.below')}{' '}
          <Anchor href={agencyPath(above.id)} lang="id">
            {above.name}
          </Anchor>
        </p>
      )}
      {agency.status !== 'ACTIVE' && (
        <Notice>
          <p>
            {t('agency.former')}{' '}
            {agency.successors.map(({ id, name }) => (
              <Anchor key={id} href={agencyPath(id)} lang="id">
                {name}
              </Anchor>
            ))}
          </p>
        </Notice>
      )}
      {agency.status === 'ACTIVE' && !agency.isStaffed && (
        <Notice>
          <p>{t('agency.notConnected')}</p>
        </Notice>
      )}
      {rows.length > 0 && <Facts rows={rows} />}
    </div>
  );
}

const OutsideLink = ({ href, text }: { href: string; text: string }) => <a href={href}>{text}</a>;
