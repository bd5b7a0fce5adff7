import {
  archivedIcon,
  calendarIcon,
  checkIcon,
  closeIcon,
  duplicateIcon,
  editIcon,
  fileIcon,
  LoadMore,
  noteIcon,
  plusIcon,
  routeIcon,
  shieldIcon,
  Skeleton,
  stopIcon,
  Tag,
  Timeline,
  TimelineEntry,
  undoIcon,
  userIcon,
  type Glyph,
} from '@lapor/ui';
import { useMemo } from 'react';
import type { ResultOf } from '../graphql.ts';
import { useDates } from '../dates/use-dates.ts';
import { CHANGE_REFUSED } from '../decisions/change-refused.ts';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { usePages } from '../loading/use-pages.ts';
import { FactList } from './fact-list.tsx';
import { OrganisationHistoryDocument, type ChangeFields } from './tree.graphql.ts';

type Change = ResultOf<typeof ChangeFields>;

const PAGE_SIZE = 20;
const CHANGED_BY = ['Organisation', 'OrganisationChange'];
const NOTHING = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

const icons: Record<Change['kind'], Glyph> = {
  CREATED: plusIcon,
  RENAMED: noteIcon,
  MOVED: routeIcon,
  MERGED_INTO: duplicateIcon,
  ABSORBED: duplicateIcon,
  RETIRED: archivedIcon,
  RESTORED: undoIcon,
  DETAILS_CHANGED: editIcon,
  HEAD_CHANGED: userIcon,
  CALENDAR_CHANGED: calendarIcon,
  DIRECT_VERIFICATION_SET: shieldIcon,
  IMPORTED: fileIcon,
};
const stateIcons = { APPLIED: checkIcon, SCHEDULED: calendarIcon, CANCELLED: closeIcon, FAILED: stopIcon };

/** What happened to an organisation, newest first: what was and is, why, by which decree, by whom. */
export function ChangeHistory({ organisationId }: { organisationId: string }) {
  const t = useText();
  const list = usePages({
    query: OrganisationHistoryDocument,
    variables: useMemo(() => ({ id: organisationId, first: PAGE_SIZE }), [organisationId]),
    page: (data) => data.organisation?.changes ?? NOTHING,
    typenames: CHANGED_BY,
  });
  if (list.error && !list.nodes)
    return <LoadFailure error={list.error} title={t('tree.historyFailed')} onRetry={list.reload} />;
  if (!list.nodes) return <Skeleton label={t('page.loading')} lines={5} />;
  if (list.nodes.length === 0) return <p className="muted">{t('tree.noHistory')}</p>;
  return (
    <>
      <Timeline label={t('tree.history')}>
        {list.nodes.map((change) => (
          <Entry key={change.id} change={change} />
        ))}
      </Timeline>
      {list.hasMore && (
        <LoadMore
          shown={t('tree.changesShown', { count: list.nodes.length })}
          hasMore
          busy={list.loadingMore}
          onMore={list.loadMore}
        >
          {t('list.more')}
        </LoadMore>
      )}
    </>
  );
}

function Entry({ change }: { change: Change }) {
  const t = useText();
  const dates = useDates();
  const { state } = change;
  return (
    <TimelineEntry
      icon={icons[change.kind]}
      tone={state === 'FAILED' ? 'late' : undefined}
      what={
        <>
          {t(`tree.changed.${change.kind}`)}{' '}
          {state !== 'APPLIED' && <Tag icon={stateIcons[state]}>{t(`tree.changeState.${state}`)}</Tag>}
        </>
      }
      when={
        <>
          {t('tree.effective', { day: dates.day(change.effectiveOn, 'date') })}
          {change.decree && ` · ${change.decree}`}
        </>
      }
    >
      <FactList facts={change.facts} />
      {change.failure && <p className="bad">{t(CHANGE_REFUSED[change.failure] ?? 'refused.otherChange')}</p>}
      {change.reason && <p className="remark">{change.reason}</p>}
      <p className="caption">
        {t('tree.recorded', {
          moment: dates.moment(change.recordedAt),
          name: change.by ? (change.by.name ?? t('audit.somebody')) : t('tree.byPlatform'),
        })}
      </p>
    </TimelineEntry>
  );
}
