import { useDates, useFilters } from '@lapor/staff';
import { Anchor, EmptyState, Field, chartIcon, Table } from '@lapor/ui';
import { useMemo, useState } from 'react';
import { isDay } from '../address/periods.ts';
import { reportAddress } from '../address/report-address.ts';
import { DayInput } from '../controls/day-input.tsx';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { RoomQuery } from '../showing/room-query.tsx';
import { useTold } from '../showing/told.tsx';
import type { TabProps } from '../tab-props.ts';
import { useText } from '../words.ts';
import { keyOfBurst, limitOf, mostUnusualFirst, nameOfBurst, timesUsual, type Burst } from './burst-rule.ts';
import { SituationBurstsDocument } from './bursts.graphql.ts';
import { useBurstReason } from './use-burst-reason.ts';

const NAMES = ['hari'] as const;

/** Unusual days, and why they are called so. */
export function BurstsTab({ room: { today } }: TabProps) {
  const t = useText();
  const { values, set } = useFilters(NAMES);
  const isCounted = (text: string) => isDay(text) && text <= today;
  const day = isCounted(values.hari) ? values.hari : today;
  return (
    <div className="stack stack-3">
      <BurstDay
        day={day}
        today={today}
        onSettle={(given) => isCounted(given) && set({ hari: given === today ? '' : given })}
      />
      <RoomQuery query={SituationBurstsDocument} variables={useMemo(() => ({ on: day }), [day])}>
        {({ burstFigures }) => <Bursts bursts={burstFigures ?? []} day={day} />}
      </RoomQuery>
      <p className="caption">{t('room.bursts.rule')}</p>
    </div>
  );
}

interface BurstDayProps {
  day: string;
  today: string;
  onSettle: (day: string) => void;
}

/** Which day is looked at; what is typed on the way to it asks for nothing. */
function BurstDay({ day, today, onSettle }: BurstDayProps) {
  const t = useText();
  const [typed, setTyped] = useState(day);
  const [typedFor, setTypedFor] = useState(day);
  if (typedFor !== day) {
    setTypedFor(day);
    setTyped(day);
  }
  return (
    <Field label={t('room.bursts.day')}>
      <DayInput value={typed} max={today} onType={setTyped} onSettle={onSettle} />
    </Field>
  );
}

function Bursts({ bursts, day }: { bursts: readonly Burst[]; day: string }) {
  const t = useText();
  const dates = useDates();
  const told = useTold();
  const reasonOf = useBurstReason();
  if (bursts.length === 0)
    return (
      <EmptyState icon={chartIcon} title={t('room.bursts.none', { day: dates.day(day, 'full') })}>
        {t('room.bursts.noneHint')}
      </EmptyState>
    );
  const rows = mostUnusualFirst(bursts);
  const first = rows[0]!;
  const times = timesUsual(first);
  return (
    <FindingPanel
      finding={
        times === null
          ? t('room.bursts.finding', { name: nameOfBurst(first), count: told.number(first.count) })
          : t('room.bursts.findingTimes', { name: nameOfBurst(first), times: told.number(times, 1) })
      }
      about={t('room.bursts.about', { day: dates.day(day, 'full') })}
      file={{
        name: `lonjakan-${day}`,
        header: [t('room.bursts.what'), t('room.received'), t('room.bursts.usual'), t('room.bursts.limit')],
        rows: rows.map((burst) => [
          nameOfBurst(burst),
          burst.count,
          burst.usual,
          burst.usual === null ? null : limitOf(burst.usual),
        ]),
      }}
    >
      <Table
        caption={t('room.bursts.about', { day: dates.day(day, 'full') })}
        captionHidden
        stacked
        rows={rows}
        rowKey={keyOfBurst}
        columns={[
          {
            id: 'what',
            header: t('room.bursts.what'),
            rowHeader: true,
            cell: (burst) => (
              <>
                <Anchor
                  href={reportAddress({
                    period: { from: day, to: day },
                    categoryId: burst.category?.id,
                    regionCode: burst.region?.code,
                  })}
                >
                  {nameOfBurst(burst)}
                </Anchor>
                <span className="caption block">
                  {t(burst.category ? 'room.bursts.isCategory' : 'room.bursts.isRegion')}
                </span>
              </>
            ),
          },
          { id: 'count', header: t('room.received'), end: true, cell: ({ count }) => told.number(count) },
          {
            id: 'usual',
            header: t('room.bursts.usual'),
            end: true,
            cell: ({ usual }) => told.number(usual, 1),
          },
          { id: 'why', header: t('room.bursts.why'), cell: reasonOf },
        ]}
      />
    </FindingPanel>
  );
}
