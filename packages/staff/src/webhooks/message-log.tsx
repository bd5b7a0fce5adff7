import {
  Button,
  doneIcon,
  LoadMore,
  Notice,
  Panel,
  Skeleton,
  stopIcon,
  Table,
  Tag,
  clockIcon,
} from '@lapor/ui';
import type { ChannelsFailure } from '@lapor/web-client';
import { formatReportNumber } from '@lapor/wording';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDates } from '../dates/use-dates.ts';
import { ChoiceFilter } from '../filters/choice-filter.tsx';
import { useWebhookWork } from './use-webhook-work.ts';
import { webhookClient, type Webhook, type WebhookMessage } from './webhook-client.ts';
import { useWebhookFailureText, WebhookFailure } from './webhook-failure.tsx';
import { useCodeText, useText } from './words.ts';

const STATES = ['WAITING', 'DELIVERED', 'FAILED'] as const;
const SIGNS = { WAITING: clockIcon, DELIVERED: doneIcon, FAILED: stopIcon };
const EVERY_MILLISECONDS = 15_000;
/** While a message is about to leave. */
const SOON_MILLISECONDS = 3_000;

/** What was sent to a webhook, newest first, with what became of it; what failed can be sent again. */
export function MessageLog({ webhook, onChanged }: { webhook: Webhook; onChanged: () => void }) {
  const t = useText();
  const codeText = useCodeText();
  const failureText = useWebhookFailureText();
  const dates = useDates();
  const work = useWebhookWork();
  const { id } = webhook;
  const [state, setState] = useState<string>('');
  const [loaded, setLoaded] = useState<{ messages: readonly WebhookMessage[]; next: string | null }>();
  const [failure, setFailure] = useState<ChannelsFailure | null>(null);
  const [busy, setBusy] = useState(true);
  const question = useRef(0);
  const pages = useRef(1);

  const load = useCallback(
    async (after?: string) => {
      const number = ++question.current;
      setBusy(true);
      const answer = await webhookClient.messages(id, { state, after });
      if (number !== question.current) return;
      setBusy(false);
      if (!answer.ok) return setFailure(answer);
      setFailure(null);
      const { messages, next } = answer.value;
      pages.current = after === undefined ? 1 : pages.current + 1;
      setLoaded((last) => ({
        messages: after === undefined || !last ? messages : [...last.messages, ...messages],
        next,
      }));
    },
    [id, state],
  );
  useEffect(() => {
    setLoaded(undefined);
    void load();
    return () => {
      question.current += 1;
    };
  }, [load]);
  const isAboutToLeave =
    webhook.state === 'ACTIVE' &&
    webhook.failures === 0 &&
    loaded?.messages.some((message) => message.state === 'WAITING' && message.attempts === 0);
  useEffect(() => {
    const timer = setInterval(
      () => {
        if (document.visibilityState !== 'visible') return;
        // What was looked further into stays as it is.
        if (pages.current === 1) void load();
        onChanged();
      },
      isAboutToLeave ? SOON_MILLISECONDS : EVERY_MILLISECONDS,
    );
    return () => clearInterval(timer);
  }, [load, isAboutToLeave, onChanged]);

  async function replay(messageId: string) {
    const sent = await work.run(() => webhookClient.replay(messageId));
    if (!sent) return;
    setLoaded(
      (last) =>
        last && { ...last, messages: last.messages.map((one) => (one.id === messageId ? sent.value : one)) },
    );
    onChanged();
  }

  return (
    <Panel
      title={t('webhooks.log')}
      tools={
        <ChoiceFilter
          label={t('webhooks.state')}
          all={t('webhooks.everyState')}
          value={state}
          options={STATES.map((value) => ({ value, label: t(`webhooks.message.${value}`) }))}
          onChange={setState}
        />
      }
      flush
    >
      <WebhookFailure failure={work.failure} />
      {failure && (
        <Notice tone="warning" role="status">
          <p>
            {failureText(failure)}{' '}
            <Button size="small" busy={busy} onClick={() => void load()}>
              {t('retry')}
            </Button>
          </p>
        </Notice>
      )}
      {!loaded && !failure && (
        <div className="panel__body">
          <Skeleton label={t('page.loading')} lines={4} />
        </div>
      )}
      {loaded?.messages.length === 0 && <p className="panel__body">{t('webhooks.noMessages')}</p>}
      {loaded && loaded.messages.length > 0 && (
        <>
          <Table
            caption={t('webhooks.log')}
            captionHidden
            stacked
            rows={loaded.messages}
            rowKey={(message) => message.id}
            columns={[
              {
                id: 'at',
                header: t('webhooks.at'),
                rowHeader: true,
                cell: ({ createdAt }) => dates.moment(createdAt, 'short'),
              },
              {
                id: 'type',
                header: t('webhooks.type'),
                cell: (message) => (
                  <details>
                    <summary>
                      <code className="break-anywhere">{message.type}</code>
                      {message.number && ` · ${formatReportNumber(message.number)}`}
                    </summary>
                    <pre className="command">{JSON.stringify(message.payload, null, 2)}</pre>
                  </details>
                ),
              },
              {
                id: 'state',
                header: t('webhooks.state'),
                cell: (message) => (
                  <>
                    <Tag icon={SIGNS[message.state]}>{t(`webhooks.message.${message.state}`)}</Tag>
                    <span className="caption block">
                      {t('webhooks.attempts', { count: message.attempts })}
                      {message.lastStatus !== null && ` · HTTP ${message.lastStatus}`}
                      {message.lastError && ` · ${codeText('webhooks.error', message.lastError)}`}
                    </span>
                    {message.nextAt && message.attempts > 0 && (
                      <span className="caption block">
                        {t('webhooks.nextAt', { moment: dates.moment(message.nextAt, 'short') })}
                      </span>
                    )}
                  </>
                ),
              },
              {
                id: 'replay',
                header: <span className="sr">{t('webhooks.replay')}</span>,
                className: 'fit',
                cell: (message) =>
                  message.state === 'WAITING' || webhook.state !== 'ACTIVE' ? null : (
                    <Button
                      size="small"
                      busy={work.busy}
                      aria-label={`${t('webhooks.replay')}: ${message.type}, ${dates.moment(message.createdAt, 'short')}`}
                      onClick={() => void replay(message.id)}
                    >
                      {t('webhooks.replay')}
                    </Button>
                  ),
              },
            ]}
          />
          <LoadMore
            shown={t('webhooks.shown', { count: loaded.messages.length })}
            hasMore={loaded.next !== null}
            busy={busy}
            onMore={() => loaded.next && void load(loaded.next)}
          >
            {t('list.more')}
          </LoadMore>
        </>
      )}
    </Panel>
  );
}
