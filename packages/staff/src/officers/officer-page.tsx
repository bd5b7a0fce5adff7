import {
  Anchor,
  backIcon,
  Button,
  editIcon,
  Facts,
  Icon,
  mailIcon,
  NotFoundState,
  Notice,
  Panel,
  plusIcon,
  Skeleton,
  stopIcon,
  undoIcon,
} from '@lapor/ui';
import { useState, type ReactNode } from 'react';
import { useLocation, useParams } from 'react-router';
import type { ResultOf } from '../graphql.ts';
import { useDates } from '../dates/use-dates.ts';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { StaleNotice } from '../loading/stale-notice.tsx';
import { useSteadyQuery } from '../loading/use-steady-query.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import {
  ChangeEmailDialog,
  InviteAgainDialog,
  ReinstateDialog,
  RenameDialog,
  SuspendDialog,
} from './account-dialogs.tsx';
import { AccountMark } from './account-mark.tsx';
import { LastSeen } from './last-seen.tsx';
import { OfficerPageDocument } from './officers.graphql.ts';
import { DelegateDialog, EndDelegationDialog, EndPostDialog, GrantPostDialog } from './post-dialogs.tsx';
import { PostDates, PostWords, type PostRow } from './post-words.tsx';

type Officer = NonNullable<ResultOf<typeof OfficerPageDocument>['officer']>;
type Delegation = Officer['delegations'][number];

interface OfficerPageProps {
  consoleLabel: string;
  national?: boolean;
  /** Where the page of an organisation stands: "/unit" or "/organisasi". */
  treePath: string;
}

/** One officer: account, posts, substitutes; what may be done follows from what the server allows. */
export function OfficerPage(props: OfficerPageProps) {
  const { id = '' } = useParams();
  return <OneOfficer key={id} id={id} {...props} />;
}

function OneOfficer({ id, consoleLabel, national, treePath }: OfficerPageProps & { id: string }) {
  const t = useText();
  const { search } = useLocation();
  const [{ data, error, fetching, stale }, ask] = useSteadyQuery({
    query: OfficerPageDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const officer = data?.officer;
  const reload = () => ask({ requestPolicy: 'network-only' });
  usePageTitle(officer?.name ?? t('officers.one'), consoleLabel);
  return (
    <>
      <nav aria-label={t('officers.way')}>
        <Anchor href={`/petugas${search}`} className="row row--tight">
          <Icon of={backIcon} size="small" />
          {t('officers.title')}
        </Anchor>
      </nav>
      {!officer && fetching && <Skeleton label={t('page.loading')} title lines={6} />}
      {!officer && !fetching && error && (
        <LoadFailure page error={error} title={t('officers.oneFailed')} retrying={stale} onRetry={reload} />
      )}
      {data && !officer && !fetching && (
        <NotFoundState page title={t('officers.notFound')}>
          {t('officers.notFoundHint')}
        </NotFoundState>
      )}
      {officer && (
        <>
          <StaleNotice error={error} onRetry={reload} />
          <Head officer={officer} />
          <div className="cols cols--half">
            <div className="stack stack-3">
              <Posts officer={officer} national={national} treePath={treePath} />
              <PastPosts officer={officer} />
            </div>
            <div className="stack stack-3">
              <Account officer={officer} />
              <Delegations officer={officer} />
            </div>
          </div>
        </>
      )}
    </>
  );
}

type HeadDialog = 'again' | 'rename' | 'email' | 'suspend' | 'reinstate';

function Head({ officer }: { officer: Officer }) {
  const t = useText();
  const [open, setOpen] = useState<HeadDialog | null>(null);
  const close = () => setOpen(null);
  const { accountState: state, viewerCanManage, viewerIsSelf } = officer;
  return (
    <>
      <div>
        <h1>{officer.name ?? t('officers.unnamed')}</h1>
        <p className="row row--tight">
          <AccountMark state={state} hasSecondFactor={officer.hasSecondFactor} />
          {viewerIsSelf && <span className="muted">{t('officers.you')}</span>}
        </p>
      </div>
      {viewerCanManage && (
        <div className="row row--tight actionbar" role="group" aria-label={t('action.group')}>
          {state !== 'SUSPENDED' && (
            <Button size="small" icon={mailIcon} onClick={() => setOpen('again')}>
              {t(state === 'ACTIVE' ? 'officers.lostPhone' : 'officers.inviteAgain')}
            </Button>
          )}
          <Button size="small" icon={editIcon} onClick={() => setOpen('rename')}>
            {t('officers.rename')}
          </Button>
          {!viewerIsSelf && state !== 'SUSPENDED' && (
            <Button size="small" icon={editIcon} onClick={() => setOpen('email')}>
              {t('officers.changeEmail')}
            </Button>
          )}
          {!viewerIsSelf && state === 'SUSPENDED' && (
            <Button size="small" icon={undoIcon} onClick={() => setOpen('reinstate')}>
              {t('officers.reinstate')}
            </Button>
          )}
          {!viewerIsSelf && state !== 'SUSPENDED' && state !== 'NONE' && (
            <Button size="small" variant="danger" icon={stopIcon} onClick={() => setOpen('suspend')}>
              {t('officers.suspend')}
            </Button>
          )}
        </div>
      )}
      {state === 'SUSPENDED' && viewerCanManage && (
        <Notice tone="warning" title={t('officers.isSuspended')}>
          <p>{t('officers.isSuspendedHint')}</p>
        </Notice>
      )}
      {open === 'again' && <InviteAgainDialog officer={officer} onClose={close} />}
      {open === 'rename' && <RenameDialog officer={officer} onClose={close} />}
      {open === 'email' && <ChangeEmailDialog officer={officer} onClose={close} />}
      {open === 'suspend' && <SuspendDialog officer={officer} onClose={close} />}
      {open === 'reinstate' && <ReinstateDialog officer={officer} onClose={close} />}
    </>
  );
}

function Account({ officer }: { officer: Officer }) {
  const t = useText();
  const dates = useDates();
  const { invitation, accountState, hasSecondFactor, lastSignedInOn, email } = officer;
  if (accountState === null) return null;
  const rows: (readonly [ReactNode, ReactNode])[] = [
    ...(email ? ([[t('officers.email'), email]] as const) : []),
    [t('officers.state'), t(`officers.state.${accountState}`)],
    [t('officers.secondFactor'), t(hasSecondFactor ? 'officers.secondFactorOn' : 'officers.secondFactorOff')],
    [t('officers.lastSeen'), <LastSeen key="seen" on={lastSignedInOn} />],
  ];
  if (invitation) {
    rows.push([
      t('officers.invitation'),
      <>
        {t('officers.invitationSent', { moment: dates.moment(invitation.sentAt) })}
        {invitation.by?.name && ` · ${invitation.by.name}`}
        <span className={invitation.isExpired ? 'bad block' : 'block'}>
          {t(invitation.isExpired ? 'officers.invitationExpired' : 'officers.invitationUntil', {
            moment: dates.moment(invitation.expiresAt),
          })}
        </span>
      </>,
    ]);
  }
  return (
    <Panel title={t('officers.account')}>
      <Facts rows={rows} />
    </Panel>
  );
}

function Posts({ officer, national, treePath }: { officer: Officer; national?: boolean; treePath: string }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<PostRow | null>(null);
  const [delegating, setDelegating] = useState<PostRow | null>(null);
  const { viewerCanManage, viewerIsSelf } = officer;
  return (
    <Panel
      title={t('officers.posts')}
      tools={
        viewerCanManage && (
          <Button size="small" icon={plusIcon} onClick={() => setAdding(true)}>
            {t('officers.addPost')}
          </Button>
        )
      }
    >
      {officer.posts.length + officer.comingPosts.length === 0 && (
        <p className="muted">{t('officers.noPostHint')}</p>
      )}
      <ul className="lines">
        {[...officer.posts, ...officer.comingPosts].map((post) => {
          const name = `${t(`role.${post.role}`)}, ${post.organisation.name}`;
          return (
            <li key={post.id}>
              <div>
                <p>
                  <PostWords post={post} linkTo={(organisationId) => `${treePath}/${organisationId}`} />
                </p>
                <p>
                  <PostDates post={post} />
                </p>
              </div>
              <div className="row row--tight">
                {(viewerCanManage || viewerIsSelf) && !post.onBehalfOf && (
                  <Button
                    size="small"
                    aria-label={`${t('officers.delegate')}: ${name}`}
                    onClick={() => setDelegating(post)}
                  >
                    {t('officers.delegate')}
                  </Button>
                )}
                {viewerCanManage && !viewerIsSelf && !post.onBehalfOf && (
                  <Button
                    size="small"
                    aria-label={`${t('officers.endPost')}: ${name}`}
                    onClick={() => setEnding(post)}
                  >
                    {t('officers.endPost')}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {adding && <GrantPostDialog officer={officer} national={national} onClose={() => setAdding(false)} />}
      {ending && <EndPostDialog officer={officer} post={ending} onClose={() => setEnding(null)} />}
      {delegating && (
        <DelegateDialog officer={officer} post={delegating} onClose={() => setDelegating(null)} />
      )}
    </Panel>
  );
}

function PastPosts({ officer }: { officer: Officer }) {
  const t = useText();
  if (officer.pastPosts.length === 0) return null;
  return (
    <Panel title={t('officers.pastPosts')}>
      <ul className="lines">
        {officer.pastPosts.map((post) => (
          <li key={post.id}>
            <div>
              <p>
                <PostWords post={post} />
              </p>
              <p>
                <PostDates post={post} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Delegations({ officer }: { officer: Officer }) {
  const t = useText();
  const dates = useDates();
  const [ending, setEnding] = useState<Delegation | null>(null);
  const { delegations, substitutions, viewerCanManage, viewerIsSelf } = officer;
  if (delegations.length + substitutions.length === 0) return null;
  const period = ({ from, until }: Delegation) =>
    t('officers.fromUntil', { from: dates.day(from, 'date'), until: dates.day(until, 'date') });
  const place = ({ role, organisation }: Delegation) => `${t(`role.${role}`)}, ${organisation.name}`;
  return (
    <Panel title={t('officers.delegations')}>
      <ul className="lines">
        {delegations.map((delegation) => (
          <li key={delegation.id}>
            <div>
              <p>{t('officers.replacedBy', { name: delegation.substitute.name ?? t('officers.unnamed') })}</p>
              <p className="caption">
                {place(delegation)} · {period(delegation)}
                {delegation.isRunning && ` · ${t('officers.running')}`}
              </p>
            </div>
            {(viewerCanManage || viewerIsSelf) && (
              <Button size="small" onClick={() => setEnding(delegation)}>
                {t('officers.endDelegation')}
              </Button>
            )}
          </li>
        ))}
        {substitutions.map((delegation) => (
          <li key={delegation.id}>
            <div>
              <p>{t('officers.onBehalfOf', { name: delegation.officer.name ?? t('officers.unnamed') })}</p>
              <p className="caption">
                {place(delegation)} · {period(delegation)}
                {delegation.isRunning && ` · ${t('officers.running')}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {ending && <EndDelegationDialog delegation={ending} onClose={() => setEnding(null)} />}
    </Panel>
  );
}
