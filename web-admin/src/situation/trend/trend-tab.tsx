import { useLanguage } from '@lapor/staff';
import { useMemo } from 'react';
import type { ResultOf } from '../../graphql.ts';
import { stepOf, untilToday } from '../address/periods.ts';
import type { Room } from '../address/use-room.ts';
import { RoomQuery } from '../showing/room-query.tsx';
import type { TabProps } from '../tab-props.ts';
import { useText } from '../words.ts';
import { PartsPanel } from './parts-panel.tsx';
import { StepsPanel, type TrendStep } from './steps-panel.tsx';
import { SituationTrendDocument } from './trend.graphql.ts';

type Data = ResultOf<typeof SituationTrendDocument>;

/** How it went, step by step, beside an earlier period; and by kind, class and channel. */
export function TrendTab({ room }: TabProps) {
  const { period, before, filter, organisationId, regionCode, today, isOutsider, canCross } = room;
  const shown = useMemo(() => untilToday(period, today), [period, today]);
  const step = stepOf(shown, !isOutsider || filter === null);
  const variables = useMemo(
    () => ({
      period: shown,
      before: before ?? shown,
      compare: before !== null,
      step,
      organisationId: organisationId || null,
      filter,
      byOrganisation: regionCode === '',
      // Kind, class and channel cross with a government, not with a region.
      parts: regionCode === '' && canCross,
    }),
    [shown, before, step, organisationId, regionCode, filter, canCross],
  );
  return (
    <RoomQuery query={SituationTrendDocument} variables={variables}>
      {(data) => <Trend data={data} room={room} />}
    </RoomQuery>
  );
}

/** Flow where it is kept; of a region what became of the reports of each step. */
const stepsOf = ({ activity, cohort }: Data): TrendStep[] =>
  activity?.map(({ from, received, followedUp, completed }) => ({ from, received, followedUp, completed })) ??
  cohort?.edges.map(({ node: { key, figures } }) => ({
    from: key,
    received: figures.received,
    followedUp:
      figures.inProgress === null || figures.completed === null
        ? null
        : figures.inProgress + figures.completed,
    completed: figures.completed,
  })) ??
  [];

function Trend({ data, room }: { data: Data; room: Room }) {
  const t = useText();
  const { words } = useLanguage();
  const steps = stepsOf(data);
  const earlier = data.earlier?.edges.map(({ node }) => ({
    from: node.key,
    received: node.figures.received,
  }));
  const rowsOf = (table: Data['byKind']) => table?.edges.map(({ node }) => node) ?? null;
  const named = (names: Record<string, string>) => (key: string) => names[key] ?? (key || t('room.noClass'));
  return (
    <div className="stack stack-3">
      <StepsPanel steps={steps} earlier={earlier ?? null} isCohort={!data.activity} room={room} />
      {data.byKind && (
        <div className="cols cols--3">
          <PartsPanel
            title={t('room.kind')}
            rows={rowsOf(data.byKind) ?? []}
            nameOf={named(words.kinds)}
            behindOf={(key) => ({ kind: key })}
            room={room}
          />
          <PartsPanel
            title={t('room.class')}
            rows={rowsOf(data.byClass) ?? []}
            nameOf={named(words.classes)}
            behindOf={(key) => (key === '' ? { without: ['CLASS'] } : { class: key })}
            room={room}
          />
          <PartsPanel
            title={t('room.channel')}
            rows={rowsOf(data.byChannel) ?? []}
            nameOf={named(words.channels)}
            behindOf={(key) => ({ channel: key })}
            room={room}
          />
        </div>
      )}
    </div>
  );
}
