import {
  archivedIcon,
  calendarIcon,
  checkIcon,
  closeIcon,
  duplicateIcon,
  editIcon,
  fileIcon,
  noteIcon,
  plusIcon,
  routeIcon,
  shieldIcon,
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
import { PagedList } from '../loading/paged-list.tsx';
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
  return (
    <PagedList
      list={list}
      lines={5}
      failed={t('tree.historyFailed')}
      shown={(count) => t('tree.changesShown', { count })}
      empty={<p className="muted">{t('tree.noHistory')}</p>}
    >
      {(changes) => (
        <Timeline label={t('tree.history')}>
          {changes.map((change) => (
            <Entry key={change.id} change={change} />
          ))}
        </Timeline>
      )}
    </PagedList>
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
