import { StatTile, TileNotes, Tiles } from '@lapor/ui';
import { OPEN_STATES, reportAddress, stepAddress } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import { changeOfCount, changeOfShare, goodOnceOver, type Change } from '../showing/change.ts';
import { ChangeMark, useTold } from '../showing/told.tsx';
import { useText } from '../words.ts';
import type { Overview } from './overview.graphql.ts';

const WAITING = ['SUBMITTED', 'POSTPONED', 'DISPOSED'] as const;
const VERIFIED = ['DISPOSED', 'IN_PROGRESS', 'COMPLETED', 'ARCHIVED'] as const;

/** Verified are those that left the desk: with an agency, closed or archived. Null where a part is not told. */
export function verifiedOf(figures: {
  disposed: number | null;
  inProgress: number | null;
  completed: number | null;
  archived: number | null;
}): number | null {
  const { disposed, inProgress, completed, archived } = figures;
  return disposed === null || inProgress === null || completed === null || archived === null
    ? null
    : disposed + inProgress + completed + archived;
}

/** How many were not followed up: with the desk, or with an agency that has not answered. */
const waitingOf = ({
  submitted,
  postponed,
  disposed,
}: Record<'submitted' | 'postponed' | 'disposed', number | null>) =>
  submitted === null || postponed === null || disposed === null ? null : submitted + postponed + disposed;

/** In a tile a change that is not told takes no line. */
const isTold = ({ kind }: Change) => kind !== 'UNKNOWN' && kind !== 'FEW';

/** How many steps ended, in time or late. */
const endedOf = (steps: { onTime: number | null; late: number | null } | null | undefined) =>
  steps?.onTime == null || steps.late == null ? null : steps.onTime + steps.late;

/** How many reports a median is of: those that came so far, and those that have not yet. */
const countedOf = (duration: { count: number | null; open: number | null } | null | undefined) =>
  duration?.count == null || duration.open == null ? null : duration.count + duration.open;

/** Reports there are, but half of them have not come so far: nobody can tell yet how long half of them take. */
const hasNoMedian = (
  duration: { count: number | null; open: number | null; medianDaysWithOpen: number | null } | null,
) =>
  duration?.medianDaysWithOpen === null &&
  duration.count !== null &&
  duration.open !== null &&
  duration.open >= duration.count &&
  duration.open > 0;

/** Figures against deadlines; each leads to the reports behind it. */
export function OverviewTiles({ data, room }: { data: Overview; room: Room }) {
  const t = useText();
  const told = useTold();
  const now = data.total.edges[0]?.node.figures;
  const before = data.earlier?.edges[0]?.node.figures;
  const open = data.open?.edges[0]?.node;
  if (!now) return null;
  const { behind, regionCode, organisationId } = room;
  const verified = verifiedOf(now);
  const overseen = data.oversightCounts?.filter(({ state }) => state !== 'CLOSED');
  const overseenCount = overseen?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const points = (name: 'followUpRate' | 'completionRate') => {
    const change = changeOfShare(now[name], now.received, before?.[name], before?.received);
    return isTold(change) && <ChangeMark change={change} unit="POINTS" good={goodOnceOver('UP', room)} />;
  };
  const inTime = changeOfShare(
    now.steps?.onTimeRate,
    endedOf(now.steps),
    before?.steps?.onTimeRate,
    endedOf(before?.steps),
  );
  const slower = changeOfShare(
    now.toFollowUp?.medianDaysWithOpen,
    countedOf(now.toFollowUp),
    before?.toFollowUp?.medianDaysWithOpen,
    countedOf(before?.toFollowUp),
  );
  return (
    <Tiles>
      <StatTile
        label={t('room.received')}
        value={told.number(now.received)}
        note={
          before ? (
            <ChangeMark change={changeOfCount(now.received, before.received)} unit="PERCENT" />
          ) : (
            t('room.inPeriod')
          )
        }
        href={reportAddress(behind)}
      />
      <StatTile
        label={t('room.verified')}
        value={told.number(verified)}
        note={t('room.stillWaiting', { count: told.number(now.submitted) })}
        href={reportAddress({ ...behind, states: VERIFIED })}
      />
      <StatTile
        label={t('room.followedUp')}
        value={told.percent(now.followUpRate)}
        note={
          <TileNotes
            of={[
              points('followUpRate'),
              t('room.withoutArchived', { share: told.percent(now.followUpRateWithoutArchived) }),
            ]}
          />
        }
        href={reportAddress({ ...behind, states: ['IN_PROGRESS', 'COMPLETED'] })}
      />
      <StatTile
        label={t('room.completed')}
        value={told.percent(now.completionRate)}
        note={
          <TileNotes
            of={[
              points('completionRate'),
              t('room.withoutArchived', { share: told.percent(now.completionRateWithoutArchived) }),
            ]}
          />
        }
        href={reportAddress({ ...behind, states: ['COMPLETED'] })}
      />
      <StatTile
        label={t('room.daysToFollowUp')}
        value={told.number(now.toFollowUp?.medianDaysWithOpen)}
        unit={now.toFollowUp?.medianDaysWithOpen == null ? undefined : t('room.daysUnit')}
        note={
          <TileNotes
            of={[
              isTold(slower) && <ChangeMark change={slower} unit="DAYS" good="DOWN" />,
              hasNoMedian(now.toFollowUp) && t('room.noMedianYet'),
              t('room.notFollowedUp', { count: told.number(waitingOf(now)) }),
            ]}
          />
        }
        href={reportAddress({ ...behind, states: WAITING })}
      />
      {now.steps && (
        <StatTile
          label={t('room.onTime')}
          value={told.percent(now.steps.onTimeRate)}
          note={
            <TileNotes
              of={[
                isTold(inTime) && <ChangeMark change={inTime} unit="POINTS" good="UP" />,
                t('room.onTimeNote', {
                  late: told.number(now.steps.late),
                  ended: told.number(endedOf(now.steps)),
                }),
              ]}
            />
          }
          href={stepAddress(behind, true)}
        />
      )}
      {open && (
        <StatTile
          label={t('room.overdue')}
          value={told.number(open.overdue)}
          note={t('room.overdueOf', { share: told.percent(open.overdueRate), open: told.number(open.open) })}
          href={reportAddress({ regionCode, organisationId, states: OPEN_STATES, overdue: true })}
        />
      )}
      {overseen && !room.isOutsider && (
        <StatTile
          label={t('room.overseen')}
          value={told.number(overseenCount)}
          note={t('room.overseenNote')}
          href="/pengawasan?tahap=berjalan"
        />
      )}
    </Tiles>
  );
}
