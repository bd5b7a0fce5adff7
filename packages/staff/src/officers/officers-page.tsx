import { Anchor, Button, EmptyState, plusIcon, usersIcon, type Column } from '@lapor/ui';
import { useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import { useQuery } from 'urql';
import type { ResultOf } from '../graphql.ts';
import { ChoiceFilter } from '../filters/choice-filter.tsx';
import { FilterRow } from '../filters/filter-row.tsx';
import { OrganisationFilter } from '../filters/organisation-filter.tsx';
import { SearchFilter } from '../filters/search-filter.tsx';
import { useFilters } from '../filters/use-filters.ts';
import { useText } from '../language/use-text.ts';
import { PagedTable } from '../loading/paged-table.tsx';
import { useFirstSight } from '../loading/use-first-sight.ts';
import { usePages } from '../loading/use-pages.ts';
import { usePart } from '../loading/use-part.ts';
import type { PostRole } from '../session/posts.ts';
import { useSession } from '../session/session-context.ts';
import { OrganisationNameDocument } from '../session/invitation/invitation.graphql.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { AccountMark } from './account-mark.tsx';
import { ACCOUNT_STATES, type AccountState } from './account-state.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { LastSeen } from './last-seen.tsx';
import {
  MayInviteDocument,
  OfficerListDocument,
  OfficersPageDocument,
  type OfficerRowFields,
} from './officers.graphql.ts';
import { PostWords } from './post-words.tsx';

export type OfficerRow = ResultOf<typeof OfficerRowFields>;

const NAMES = ['cari', 'unit', 'peran', 'keadaan'] as const;
const PAGE_SIZE = 30;
const CHANGED_BY = ['Officer', 'Post'];
const ROLES: readonly PostRole[] = ['AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER', 'FIELD_OFFICER'];
const NATIONAL_ROLES: readonly PostRole[] = ['NATIONAL_ADMIN', 'KSP_MONITOR', 'OMBUDSMAN', 'ANALYST'];

interface OfficersPageProps {
  consoleLabel: string;
  /** The whole country: every organisation and the national roles can be chosen. */
  national?: boolean;
}

/** Who works where: filters in the address, invitation, one officer behind each row. */
export function OfficersPage({ consoleLabel, national }: OfficersPageProps) {
  const t = useText();
  usePageTitle(t('officers.title'), consoleLabel);
  const { workplace } = useSession();
  const { search: address } = useLocation();
  const { values, count, set, clear } = useFilters(NAMES);
  const [inviting, setInviting] = useState(false);
  const own = workplace.organisation.government;
  const shown = useMemo(
    () => ({
      filter: {
        withinId: values.unit || (national ? null : own.id),
        search: values.cari || null,
        roles: values.peran ? [values.peran as PostRole] : null,
        states: values.keadaan ? [values.keadaan as AccountState] : null,
      },
      first: PAGE_SIZE,
    }),
    [values, national, own.id],
  );
  const organisationId = workplace.organisation.id;
  const sight = useFirstSight({
    query: OfficersPageDocument,
    variables: { ...shown, organisationId },
    typenames: CHANGED_BY,
  });
  const [{ data: may }] = usePart({ query: MayInviteDocument, variables: { organisationId }, sight });
  const list = usePages({
    query: OfficerListDocument,
    variables: shown,
    page: (data) => data.officers,
    typenames: CHANGED_BY,
    sight,
  });
  const [{ data: named }] = useQuery({
    query: OrganisationNameDocument,
    variables: { id: values.unit },
    pause: values.unit === '',
  });
  const unit = values.unit === '' ? null : (named?.organisation ?? null);
  const mayInvite = may?.organisation?.viewerCanManageOfficers === true;

  return (
    <>
      <div className="row row--between">
        <div>
          <h1>{t('officers.title')}</h1>
          <p className="caption">
            {national ? t('officers.aboutNational') : t('officers.about', { name: own.name })}
          </p>
        </div>
        {mayInvite && (
          <Button variant="primary" icon={plusIcon} onClick={() => setInviting(true)}>
            {t('officers.invite')}
          </Button>
        )}
      </div>
      <FilterRow label={t('officers.filters')} count={count} onClear={clear}>
        <SearchFilter
          label={t('officers.search')}
          placeholder={t('officers.searchHint')}
          value={values.cari}
          onChange={(cari) => set({ cari })}
        />
        <ChoiceFilter
          label={t('officers.role')}
          all={t('officers.allRoles')}
          value={values.peran}
          options={(national ? [...ROLES, ...NATIONAL_ROLES] : ROLES).map((value) => ({
            value,
            label: t(`role.${value}`),
          }))}
          onChange={(peran) => set({ peran })}
        />
        <ChoiceFilter
          label={t('officers.state')}
          all={t('officers.allStates')}
          value={values.keadaan}
          options={ACCOUNT_STATES.map((value) => ({ value, label: t(`officers.state.${value}`) }))}
          onChange={(keadaan) => set({ keadaan })}
        />
        <OrganisationFilter
          label={t(national ? 'officers.organisation' : 'officers.unit')}
          value={values.unit}
          withinId={national ? undefined : own.id}
          onChange={(id) => set({ unit: id })}
        />
      </FilterRow>
      <PagedTable
        list={list}
        lines={8}
        failed={t('officers.failed')}
        shown={(rows) => t('officers.shown', { count: rows })}
        empty={
          <EmptyState
            icon={usersIcon}
            title={t(count > 0 ? 'officers.noMatch' : 'officers.empty')}
            action={
              count > 0 ? (
                <Button onClick={clear}>{t('filter.removeAll')}</Button>
              ) : (
                mayInvite && <Button onClick={() => setInviting(true)}>{t('officers.invite')}</Button>
              )
            }
          >
            {t(
              count > 0 ? 'officers.noMatchHint' : mayInvite ? 'officers.emptyHint' : 'officers.emptyNoRight',
            )}
          </EmptyState>
        }
        caption={t('officers.title')}
        columns={useColumns(address)}
      />
      {inviting && (
        <InviteDialog
          national={national}
          startAt={unit ?? (national ? null : workplace.organisation)}
          onClose={() => setInviting(false)}
        />
      )}
    </>
  );
}

/** @param address the filters, so that the way back keeps them. */
function useColumns(address: string): Column<OfficerRow>[] {
  const t = useText();
  return [
    {
      id: 'name',
      header: t('officers.name'),
      rowHeader: true,
      cell: ({ id, name, email, viewerIsSelf }) => (
        <>
          <Anchor href={`/petugas/${id}${address}`}>{name ?? t('officers.unnamed')}</Anchor>
          {viewerIsSelf && <span className="muted"> · {t('officers.you')}</span>}
          {email && <span className="caption block">{email}</span>}
        </>
      ),
    },
    {
      id: 'posts',
      header: t('officers.posts'),
      cell: ({ posts }) =>
        posts.length === 0 ? (
          <span className="muted">{t('officers.noPost')}</span>
        ) : (
          <ul className="list-plain">
            {posts.slice(0, 3).map((post) => (
              <li key={post.id}>
                <PostWords post={post} />
              </li>
            ))}
            {posts.length > 3 && (
              <li className="caption">{t('officers.morePosts', { count: posts.length - 3 })}</li>
            )}
          </ul>
        ),
    },
    {
      id: 'state',
      header: t('officers.state'),
      className: 'fit',
      cell: ({ accountState, hasSecondFactor }) => (
        <AccountMark state={accountState} hasSecondFactor={hasSecondFactor} />
      ),
    },
    {
      id: 'seen',
      header: t('officers.lastSeen'),
      className: 'fit',
      cell: ({ accountState, lastSignedInOn }) =>
        accountState === null ? null : <LastSeen on={lastSignedInOn} />,
    },
  ];
}
