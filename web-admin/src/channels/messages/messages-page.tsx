import { ChoiceFilter, FilterRow, ShortcutList, useDates, useFilters, useShortcuts } from '@lapor/staff';
import { Button, doneIcon, EmptyState, messageIcon, Notice, Skeleton } from '@lapor/ui';
import { useCallback } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ChannelsHead } from '../channels-head.tsx';
import { desk } from '../desk-client.ts';
import { useFailureText } from '../failure-words.ts';
import { LoadFailed } from '../load-failed.tsx';
import { useAsked } from '../use-asked.ts';
import { useCodeText, useText } from '../words.ts';
import { MessageList } from './message-list.tsx';
import { MessagePane } from './message-pane.tsx';
import { stepIn } from './step-in.ts';
import { useMessageList } from './use-messages.ts';

const NAMES = ['pintu', 'alasan'] as const;
const COUNT_SECONDS = 15;

/** What doors leave to a person (`/kanal/pesan/:id`): read, answered, made a report, or closed, longest first. */
export function MessagesPage() {
  const t = useText();
  const codeText = useCodeText();
  const failureText = useFailureText();
  const dates = useDates();
  const go = useNavigate();
  const chosen = useParams()['id'];
  const { values, count, set, clear } = useFilters(NAMES);
  const counts = useAsked(desk.counts, COUNT_SECONDS);
  const list = useMessageList({ door: values.pintu || undefined, reason: values.alasan || undefined });
  const { rows, reload } = list;
  const waiting = counts.value?.waiting;
  const search = new URLSearchParams(
    Object.entries({ pintu: values.pintu, alasan: values.alasan }).filter(([, value]) => value),
  ).toString();
  const addressOf = useCallback(
    (id?: string) => `/kanal/pesan${id ? `/${id}` : ''}${search && `?${search}`}`,
    [search],
  );
  const goTo = (id: string | undefined) => {
    void go(addressOf(id));
  };
  const reloadCounts = counts.reload;
  const reloadAll = useCallback(() => {
    reload();
    reloadCounts();
  }, [reload, reloadCounts]);
  const step = (by: 1 | -1) => {
    const next = stepIn(rows ?? [], chosen, by);
    if (next) goTo(next);
  };
  useShortcuts({ j: () => step(1), k: () => step(-1), Escape: chosen ? () => goTo(undefined) : undefined });

  return (
    <div className="stack stack-3 channels">
      <ChannelsHead
        part="pesan"
        count={waiting}
        about={
          counts.value && counts.value.oldestAt
            ? t('channels.messages.since', {
                count: counts.value.waiting,
                moment: dates.moment(counts.value.oldestAt),
              })
            : t('channels.messages.about')
        }
      />
      {counts.value && counts.value.forgotten > 0 && (
        <Notice tone="warning" title={t('channels.messages.forgotten', { count: counts.value.forgotten })}>
          <p>{t('channels.messages.forgottenHint')}</p>
        </Notice>
      )}
      <FilterRow label={t('channels.messages.filters')} count={count} onClear={clear}>
        <ChoiceFilter
          label={t('channels.door')}
          all={t('channels.everyDoor')}
          value={values.pintu}
          options={Object.entries(counts.value?.byDoor ?? {}).map(([door, number]) => ({
            value: door,
            label: `${codeText('channels.door', door)} (${number})`,
          }))}
          onChange={(pintu) => set({ pintu })}
        />
        <ChoiceFilter
          label={t('channels.reason')}
          all={t('channels.everyReason')}
          value={values.alasan}
          options={Object.entries(counts.value?.byReason ?? {}).map(([reason, number]) => ({
            value: reason,
            label: `${codeText('channels.why', reason)} (${number})`,
          }))}
          onChange={(alasan) => set({ alasan })}
        />
      </FilterRow>
      {rows && list.failure && (
        <Notice tone="warning" role="status" title={t('channels.stale')}>
          <p>{failureText(list.failure)}</p>
        </Notice>
      )}
      {!rows && list.failure && (
        <LoadFailed
          failure={list.failure}
          title={t('channels.messages.failed')}
          busy={list.busy}
          onRetry={reload}
        />
      )}
      {!rows && !list.failure && <Skeleton label={t('page.loading')} lines={8} />}
      {rows?.length === 0 && !chosen && (
        <EmptyState
          icon={doneIcon}
          title={t(count > 0 ? 'channels.messages.noMatch' : 'channels.messages.none')}
          action={count > 0 && <Button onClick={clear}>{t('filter.removeAll')}</Button>}
        >
          {count === 0 && t('channels.messages.noneHint')}
        </EmptyState>
      )}
      {rows && (rows.length > 0 || chosen) && (
        <div className={`cols cols--messages${chosen ? ' is-chosen' : ''}`}>
          <MessageList
            rows={rows}
            current={chosen}
            waiting={waiting}
            addressOf={addressOf}
            hasMore={list.hasMore}
            busy={list.busy}
            onMore={list.loadMore}
          />
          {chosen ? (
            <MessagePane
              key={chosen}
              id={chosen}
              backHref={addressOf()}
              onChanged={reloadAll}
              onDone={() => {
                const next = stepIn(rows, chosen, 1) ?? stepIn(rows, chosen, -1);
                goTo(next);
                reloadAll();
                document.getElementById('main')?.focus({ preventScroll: true });
              }}
            />
          ) : (
            <div className="message-detail only-from-desk">
              <EmptyState icon={messageIcon} title={t('channels.messages.choose')}>
                {t('channels.messages.chooseHint')}
              </EmptyState>
            </div>
          )}
        </div>
      )}
      <div className="caption shortcuts-line">
        <Shortcuts />
      </div>
    </div>
  );
}

function Shortcuts() {
  const t = useText();
  return (
    <ShortcutList
      items={[
        [['J', 'K'], t('channels.keys.step')],
        [['B'], t('channels.keys.answer')],
        [['L'], t('channels.keys.file')],
        [['G'], t('channels.keys.attach')],
        [['T'], t('channels.keys.close')],
        [['Ctrl', 'Enter'], t('channels.keys.send')],
      ]}
    />
  );
}
