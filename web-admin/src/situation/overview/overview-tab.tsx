import { useDates } from '@lapor/staff';
import { useMemo } from 'react';
import { isOfWholeMonths, stepOf, untilToday } from '../address/periods.ts';
import type { Room } from '../address/use-room.ts';
import { BurstNotice } from '../bursts/burst-notice.tsx';
import { RoomQuery } from '../showing/room-query.tsx';
import type { TabProps } from '../tab-props.ts';
import { useText } from '../words.ts';
import { FlowPanel } from './flow-panel.tsx';
import { OverviewTiles } from './overview-tiles.tsx';
import { SituationOverviewDocument, type Overview } from './overview.graphql.ts';
import { StatesPanel } from './states-panel.tsx';
import { StepsPanel } from './steps-panel.tsx';
import { TopCategories } from './top-categories.tsx';

/** The room at a glance: bursts, figures against deadlines, days, states, categories. */
export function OverviewTab({ room }: TabProps) {
  return (
    <RoomQuery query={SituationOverviewDocument} variables={useVariables(room)}>
      {(data) => <Glance data={data} room={room} />}
    </RoomQuery>
  );
}

function useVariables(room: Room) {
  return useMemo(() => {
    const { period, before, filter, organisationId, regionCode, today, isOutsider, canCross } = room;
    return {
      period,
      before: before ?? period,
      compare: before !== null,
      filter,
      series: untilToday(period, today),
      step: stepOf(untilToday(period, today), !isOutsider || filter === null),
      organisationId: organisationId || null,
      regionCode: regionCode || null,
      byOrganisation: regionCode === '' && (!isOutsider || filter === null || isOfWholeMonths(period, today)),
      ofCountry: filter === null,
      byCategory: canCross,
    };
  }, [room]);
}

function Glance({ data, room }: { data: Overview; room: Room }) {
  const t = useText();
  const dates = useDates();
  const { total, activity, burstFigures } = data;
  const figures = total.edges[0]?.node.figures;
  return (
    <div className="stack stack-3">
      <p className="caption" aria-live="polite">
        {t('overview.asOf', { moment: dates.moment(total.asOf) })}
      </p>
      <BurstNotice bursts={burstFigures ?? []} day={room.today} />
      <OverviewTiles data={data} room={room} />
      <div className="cols cols--half">
        <div className="stack stack-3">
          {activity && <FlowPanel steps={activity} room={room} />}
          {figures?.steps && <StepsPanel steps={figures.steps} room={room} />}
        </div>
        <div className="stack stack-3">
          <TopCategories rows={data.categories?.edges.map(({ node }) => node) ?? null} room={room} />
          {figures && <StatesPanel figures={figures} room={room} />}
        </div>
      </div>
    </div>
  );
}
