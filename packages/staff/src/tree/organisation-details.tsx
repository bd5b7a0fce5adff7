import { Anchor, Facts, Notice } from '@lapor/ui';
import type { ReactNode } from 'react';
import type { ResultOf } from '../graphql.ts';
import { useDates } from '../dates/use-dates.ts';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { useSession } from '../session/session-context.ts';
import type { OrganisationDetailDocument } from './tree.graphql.ts';
import { unitKeyName } from './unit-keys.ts';

export type Organisation = NonNullable<ResultOf<typeof OrganisationDetailDocument>['organisation']>;

interface OrganisationDetailsProps {
  organisation: Organisation;
  year: number;
  hrefOf: (id: string) => string;
}

type Rows = (readonly [ReactNode, ReactNode])[];

/** Everything that is known of an organisation, in groups. */
export function OrganisationDetails({ organisation, year, hrefOf }: OrganisationDetailsProps) {
  const t = useText();
  const dates = useDates();
  const { workplace } = useSession();
  const link = ({ id, name }: { id: string; name: string }) => <Anchor href={hrefOf(id)}>{name}</Anchor>;
  const links = (list: readonly { id: string; name: string }[]) => (
    <ul className="list-plain">
      {list.map((one) => (
        <li key={one.id}>{link(one)}</li>
      ))}
    </ul>
  );
  const { parent, government, head, region, readiness } = organisation;
  const isRoot = government.id === organisation.id;

  const place: Rows = [
    [t('tree.kindOf'), t(`tree.kind.${organisation.kind}`)],
    ...given(t('tree.acronym'), organisation.acronym),
    ...given(t('tree.parent'), parent && link(parent)),
    ...given(t('tree.government'), !isRoot && government.id !== parent?.id ? link(government) : null),
    [t('tree.region'), region?.fullName ?? t('tree.wholeCountry')],
    [t('tree.timeZone'), organisation.timeZoneLabel],
    ...given(
      t('tree.unitKeys'),
      organisation.unitKeys.length > 0 && organisation.unitKeys.map(unitKeyName).join(', '),
    ),
    ...given(t('tree.successor'), organisation.successors.length > 0 && links(organisation.successors)),
    ...given(t('tree.predecessor'), organisation.predecessors.length > 0 && links(organisation.predecessors)),
    ...given(t('tree.retiredOn'), organisation.retiredOn && dates.day(organisation.retiredOn, 'date')),
  ];
  const work: Rows = [
    [
      t('tree.staffing'),
      organisation.isStaffed
        ? t('tree.staffed')
        : organisation.standIn
          ? t('tree.standInIs', { name: organisation.standIn.name })
          : t('tree.standInNational'),
    ],
    [t('tree.connection'), t(organisation.isConnected ? 'tree.connectedYes' : 'tree.connectedNo')],
    [
      t('tree.use'),
      organisation.lastUsedOn
        ? t('tree.usedOn', { day: dates.day(organisation.lastUsedOn, 'date') })
        : t(organisation.isUsed ? 'tree.used' : 'tree.notUsed'),
    ],
    ...given(
      t('readiness.title'),
      readiness && (
        <Anchor href={`/kesiapan/${organisation.id}`}>
          {t('readiness.count', { met: readiness.metCount, total: readiness.totalCount })}
        </Anchor>
      ),
    ),
    // Others would find nobody there.
    ...given(
      t('officers.title'),
      (organisation.viewerCanManageOfficers || government.id === workplace.organisation.government.id) && (
        <Anchor href={`/petugas?unit=${encodeURIComponent(organisation.id)}`}>{t('tree.seeOfficers')}</Anchor>
      ),
    ),
    ...given(
      t('tree.verification'),
      isRoot &&
        t(organisation.hasDirectVerification ? 'tree.verificationDirect' : 'tree.verificationNational'),
    ),
  ];
  const contact: Rows = [
    ...given(t('tree.address'), organisation.address),
    ...given(t('tree.phone'), organisation.phone),
    ...given(t('tree.email'), organisation.email),
    ...given(t('tree.website'), organisation.website && <Website address={organisation.website} />),
    [
      head.title,
      <>
        {head.name ?? t('tree.headUnknown')}
        {head.isRegisteredOfficer && <span className="caption block">{t('tree.headRegistered')}</span>}
      </>,
    ],
    ...given(t('tree.headEmail'), head.email),
    ...given(t('tree.headAddress'), head.address),
  ];

  return (
    <div className="stack stack-3">
      {organisation.isTemplate && (
        <Notice tone="warning" title={t('tree.template')}>
          <p>{t('tree.templateHint')}</p>
        </Notice>
      )}
      {organisation.status === 'FORMER' && (
        <Notice tone="info" title={t('tree.formerTitle')}>
          <p>{t(organisation.successors.length > 0 ? 'tree.formerWithSuccessor' : 'tree.formerHint')}</p>
        </Notice>
      )}
      <Facts rows={place} />
      {organisation.status === 'ACTIVE' && (
        <Group title={t('tree.work')}>
          <Facts rows={work} />
        </Group>
      )}
      <Group title={t('tree.contacts')}>
        <Facts rows={contact} />
      </Group>
      <Group title={t('tree.closingDaysOf', { year: String(year) })}>
        {organisation.closingDays.length === 0 ? (
          <p className="muted">{t('tree.noClosingDays')}</p>
        ) : (
          <Facts
            rows={organisation.closingDays.map(({ date, name, decree }) => [
              dates.day(date, 'weekday'),
              <>
                {name} <span className="caption">· {decree}</span>
              </>,
            ])}
          />
        )}
      </Group>
      {organisation.supervisors.length > 0 && (
        <Group title={t('tree.supervisors')}>
          <ul className="lines">
            {bySupervisor(organisation.supervisors).map(({ supervisor, scopes }) => (
              <li key={supervisor.id}>
                <div>
                  <p>{link(supervisor)}</p>
                  <p className="caption">
                    {scopes.map((scope) => t(`tree.scope.${scope}` satisfies StaffMessageId)).join(', ')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Group>
      )}
    </div>
  );
}

type Supervision = Organisation['supervisors'][number];

/** Each supervisor once, with everything it looks at. */
function bySupervisor(supervisions: readonly Supervision[]) {
  const found = new Map<string, { supervisor: Supervision['supervisor']; scopes: Supervision['scope'][] }>();
  for (const { supervisor, scope } of supervisions) {
    const known = found.get(supervisor.id);
    if (known) known.scopes.push(scope);
    else found.set(supervisor.id, { supervisor, scopes: [scope] });
  }
  return [...found.values()];
}

const given = (term: string, value: ReactNode): Rows => (value ? [[term, value]] : []);

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack stack-2" aria-label={title}>
      <h3 className="h4">{title}</h3>
      {children}
    </section>
  );
}

/** A link only where the scheme is one of the web: what people type is not trusted with another. */
function Website({ address }: { address: string }) {
  if (!/^https?:\/\//i.test(address)) return <>{address}</>;
  return (
    <a href={address} rel="noopener noreferrer" target="_blank">
      {address.replace(/^https?:\/\//i, '')}
    </a>
  );
}
