import { useLanguage } from '@lapor/staff';
import { Anchor, Bar, Table } from '@lapor/ui';
import { useMemo } from 'react';
import type { ResultOf } from '../../graphql.ts';
import { coveringMonths, isOfWholeMonths, untilToday } from '../address/periods.ts';
import { reportAddress } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import { changeOfCount } from '../showing/change.ts';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { RoomQuery } from '../showing/room-query.tsx';
import { ChangeMark, useTold } from '../showing/told.tsx';
import type { TabProps } from '../tab-props.ts';
import { useText } from '../words.ts';
import { HopsPanel } from './hops-panel.tsx';
import { isArchiveCode, reasonText } from './refusal-words.ts';
import { SituationRefusalsDocument } from './refusals.graphql.ts';

type Refusals = ResultOf<typeof SituationRefusalsDocument>;

/** What was not handled and why, and what agencies gave back to each other. */
export function RefusalsTab({ room }: TabProps) {
  const { period, before, filter, organisationId, regionCode, today } = room;
  const variables = useMemo(
    () => ({
      period,
      before: before ?? period,
      compare: before !== null,
      months: coveringMonths(untilToday(period, today)),
      governmentId: organisationId || null,
      filter,
      // Reasons are kept for the country by days, for a government by months, for regions not at all.
      reasons: regionCode === '' && (organisationId === '' || isOfWholeMonths(period, today)),
    }),
    [period, before, filter, organisationId, regionCode, today],
  );
  return (
    <RoomQuery query={SituationRefusalsDocument} variables={variables}>
      {(data) => (
        <div className="stack stack-3">
          <Reasons data={data} room={room} />
          <HopsPanel
            hops={data.hopFigures.edges.map(({ node }) => node)}
            isCut={data.hopFigures.pageInfo.hasNextPage}
            room={room}
          />
        </div>
      )}
    </RoomQuery>
  );
}

function Reasons({ data, room }: { data: Refusals; room: Room }) {
  const t = useText();
  const told = useTold();
  const { words } = useLanguage();
  const now = data.total.edges[0]?.node.figures;
  const before = data.earlier?.edges[0]?.node.figures;
  const rows = data.archiveFigures ?? [];
  const share =
    now?.archived != null && now.received ? Math.round((now.archived / now.received) * 100) : null;
  const top = rows.find(({ count }) => count !== null);
  const max = Math.max(0, ...rows.map(({ count }) => count ?? 0));
  return (
    <FindingPanel
      finding={
        share === null
          ? t('room.archive')
          : top
            ? t('room.archive.finding', { share, reason: reasonText(top.reason, words) })
            : t('room.archive.share', { share })
      }
      about={t('room.archive.about')}
      file={{
        name: `arsip-${room.period.from}-${room.period.to}`,
        header: [t('room.archive.reason'), t('room.reports')],
        rows: rows.map(({ reason, count }) => [reasonText(reason, words), count]),
      }}
    >
      <p className="finding-more">
        {t('room.archive.of', { archived: told.number(now?.archived), received: told.number(now?.received) })}{' '}
        {before && <ChangeMark change={changeOfCount(now?.archived, before.archived)} unit="PERCENT" />}{' '}
        <Anchor href={reportAddress({ ...room.behind, states: ['ARCHIVED'] })}>{t('room.seeReports')}</Anchor>
      </p>
      {data.archiveFigures === undefined || data.archiveFigures === null ? (
        <p className="panel__body muted">{t('room.archive.notHere')}</p>
      ) : rows.length === 0 ? (
        <p className="panel__body muted">{t('room.archive.nothing')}</p>
      ) : (
        <Table
          caption={t('room.archive.about')}
          captionHidden
          tight
          rows={rows}
          rowKey={({ reason }) => reason}
          columns={[
            {
              id: 'reason',
              header: t('room.archive.reason'),
              rowHeader: true,
              cell: ({ reason }) =>
                isArchiveCode(reason, words) ? (
                  <Anchor href={reportAddress({ ...room.behind, states: ['ARCHIVED'], archiveCode: reason })}>
                    {words.archiveCodes[reason]}
                  </Anchor>
                ) : (
                  reason
                ),
            },
            {
              id: 'bar',
              header: <span className="sr">{t('room.bar')}</span>,
              className: 'wbar',
              cell: ({ count }) => <Bar parts={[{ value: count ?? 0 }]} max={max} />,
            },
            { id: 'count', header: t('room.reports'), end: true, cell: ({ count }) => told.number(count) },
          ]}
        />
      )}
    </FindingPanel>
  );
}
