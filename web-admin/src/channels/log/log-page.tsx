import { ChoiceFilter, FilterRow, useDates, useFilters } from '@lapor/staff';
import { Button, EmptyState, FilterButton, LoadMore, shieldIcon, Skeleton, Table } from '@lapor/ui';
import { useCallback } from 'react';
import { ChannelsHead } from '../channels-head.tsx';
import { desk } from '../desk-client.ts';
import { LoadFailed } from '../load-failed.tsx';
import { OfficerName } from '../officer-name.tsx';
import { usePaged } from '../use-paged.ts';
import { useCodeText, useText } from '../words.ts';

const NAMES = ['tindakan', 'pintu', 'petugas'] as const;
const ACTIONS = [
  'ANSWERED',
  'REPORT_FILED',
  'ATTACHED',
  'CLOSED',
  'ADDRESS_REVEALED',
  'LEASE_TAKEN_OVER',
  'WORDING_CHANGED',
  'WORDING_BACK_TO_BUILT_IN',
  'PROVIDER_RESTED',
  'PROVIDER_BROUGHT_BACK',
  'PROVIDERS_ORDERED',
  'PRICE_SET',
  'WEBHOOK_CREATED',
  'WEBHOOK_CHANGED',
  'WEBHOOK_SECRET_ROTATED',
  'WEBHOOK_TESTED',
  'WEBHOOK_MESSAGE_REPLAYED',
] as const;
const DOORS = ['SMS', 'EMAIL', 'TELEGRAM', 'WHATSAPP', 'X'] as const;

/** Who did what at this desk, newest first. */
export function ActionsPage() {
  const t = useText();
  const codeText = useCodeText();
  const dates = useDates();
  const { values, count, set, clear } = useFilters(NAMES);
  const { tindakan: action, pintu: door, petugas: accountId } = values;
  const list = usePaged(
    useCallback(
      async (after?: number) => {
        const answer = await desk.actions({ after, action, door, accountId });
        return answer.ok
          ? { ok: true as const, value: { rows: answer.value.actions, next: answer.value.next } }
          : answer;
      },
      [action, door, accountId],
    ),
  );
  return (
    <div className="stack stack-3 channels">
      <ChannelsHead part="catatan" about={t('channels.log.about')} />
      <FilterRow label={t('channels.log.filters')} count={count} onClear={clear}>
        <ChoiceFilter
          label={t('channels.log.action')}
          all={t('channels.log.everyAction')}
          value={action}
          options={ACTIONS.map((value) => ({ value, label: t(`channels.action.${value}`) }))}
          onChange={(tindakan) => set({ tindakan })}
        />
        <ChoiceFilter
          label={t('channels.door')}
          all={t('channels.everyDoor')}
          value={door}
          options={DOORS.map((value) => ({ value, label: t(`channels.door.${value}`) }))}
          onChange={(pintu) => set({ pintu })}
        />
        {accountId && (
          <FilterButton active removeLabel={t('filter.remove')} onClick={() => set({ petugas: '' })}>
            <OfficerName id={accountId} />
          </FilterButton>
        )}
      </FilterRow>
      {!list.rows && list.failure && (
        <LoadFailed
          failure={list.failure}
          title={t('channels.log.failed')}
          busy={list.busy}
          onRetry={list.reload}
        />
      )}
      {!list.rows && !list.failure && <Skeleton label={t('page.loading')} lines={8} />}
      {list.rows?.length === 0 && (
        <EmptyState
          icon={shieldIcon}
          title={t(count > 0 ? 'channels.log.noMatch' : 'channels.log.none')}
          action={count > 0 && <Button onClick={clear}>{t('filter.removeAll')}</Button>}
        />
      )}
      {list.rows && list.rows.length > 0 && (
        <section className="panel" aria-label={t('channels.part.catatan')}>
          <Table
            caption={t('channels.part.catatan')}
            captionHidden
            stacked
            rows={list.rows}
            rowKey={({ id }) => String(id)}
            columns={[
              {
                id: 'at',
                header: t('channels.state.at'),
                rowHeader: true,
                cell: ({ at }) => dates.moment(at, 'short'),
              },
              {
                id: 'who',
                header: t('channels.log.who'),
                cell: (row) =>
                  accountId ? (
                    <OfficerName id={row.accountId} />
                  ) : (
                    <button
                      type="button"
                      className="link-button"
                      onClick={() => set({ petugas: row.accountId })}
                    >
                      <OfficerName id={row.accountId} />
                    </button>
                  ),
              },
              {
                id: 'what',
                header: t('channels.log.action'),
                cell: ({ action: name, reason }) => (
                  <>
                    {codeText('channels.action', name)}
                    {reason && <span className="caption block">{reason}</span>}
                  </>
                ),
              },
              {
                id: 'door',
                header: t('channels.door'),
                cell: (row) => (row.door ? codeText('channels.door', row.door) : '–'),
              },
              {
                id: 'detail',
                header: t('channels.log.detail'),
                cell: (row) => <Detail action={row.action} subjectId={row.subjectId} detail={row.detail} />,
              },
            ]}
          />
          <LoadMore
            shown={t('channels.state.shown', { count: list.rows.length })}
            hasMore={list.hasMore}
            busy={list.busy}
            onMore={list.loadMore}
          >
            {t('list.more')}
          </LoadMore>
        </section>
      )}
    </div>
  );
}

/** A reason, the number of a report, or a colleague. */
function Detail({ action, subjectId, detail }: { action: string; subjectId: string; detail: string | null }) {
  const codeText = useCodeText();
  if (detail === null) return <>–</>;
  if (action === 'LEASE_TAKEN_OVER') return <OfficerName id={detail} />;
  if (action === 'CLOSED') return <>{codeText('channels.close', detail)}</>;
  if (action.startsWith('WORDING_')) {
    const [template = ''] = subjectId.split(' ');
    return <>{codeText('channels.template', template)}</>;
  }
  if (action.startsWith('PROVIDER') || action === 'PRICE_SET')
    return <span className="break-anywhere">{subjectId}</span>;
  const [, number] = detail.split(' ');
  return <span className="code">{number ?? detail}</span>;
}
