import {
  Button,
  EmptyState,
  ErrorState,
  NotFoundState,
  Notice,
  plusIcon,
  routeIcon,
  Skeleton,
} from '@lapor/ui';
import type { ChannelsFailure } from '@lapor/web-client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { NewWebhook } from './new-webhook.tsx';
import { SecretShown } from './secret-shown.tsx';
import { webhookClient, type Webhook } from './webhook-client.ts';
import { useWebhookFailureText } from './webhook-failure.tsx';
import { WebhookList } from './webhook-list.tsx';
import { WebhookView } from './webhook-view.tsx';
import { useText } from './words.ts';

interface WebhooksProps {
  /** Only those of this organisation and below it; without it all that the officer may manage. */
  organisationId?: string;
}

type Listed = { webhooks: readonly Webhook[]; types: readonly string[] };

/** Where other systems are told of reports: the list, a new one, and one of them with its log. The chosen one stands in the address. */
export function Webhooks({ organisationId }: WebhooksProps) {
  const t = useText();
  const failureText = useWebhookFailureText();
  const [query, setQuery] = useSearchParams();
  const chosenId = query.get('webhook');
  const [listed, setListed] = useState<Listed | undefined>();
  const [failure, setFailure] = useState<ChannelsFailure | null>(null);
  const [busy, setBusy] = useState(true);
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<{ webhook: Webhook; secret: string } | null>(null);
  const question = useRef(0);

  const reload = useCallback(() => {
    const number = ++question.current;
    setBusy(true);
    void webhookClient.list(organisationId).then((answer) => {
      if (number !== question.current) return;
      setBusy(false);
      if (!answer.ok) return setFailure(answer);
      setFailure(null);
      setListed(answer.value);
    });
  }, [organisationId]);
  useEffect(() => {
    reload();
    return () => {
      question.current += 1;
    };
  }, [reload]);

  const choose = (id: string | null) =>
    setQuery((current) => {
      const next = new URLSearchParams(current);
      if (id) next.set('webhook', id);
      else next.delete('webhook');
      return next;
    });
  const chosen = listed?.webhooks.find(({ id }) => id === chosenId);

  if (!listed)
    return failure?.code === 'NOT_FOUND' ? (
      <NotFoundState title={t('webhooks.notFound')}>{t('webhooks.notFoundHint')}</NotFoundState>
    ) : failure ? (
      <ErrorState title={t('webhooks.failed')} retryLabel={t('retry')} retrying={busy} onRetry={reload}>
        {failureText(failure)}
      </ErrorState>
    ) : (
      <Skeleton label={t('page.loading')} lines={6} />
    );
  if (made)
    return (
      <SecretShown
        title={t('webhooks.made', { label: made.webhook.label })}
        secret={made.secret}
        onDone={() => {
          setMade(null);
          choose(made.webhook.id);
        }}
      />
    );
  if (isMaking)
    return (
      <NewWebhook
        organisationId={organisationId}
        types={listed.types}
        onCancel={() => setMaking(false)}
        onMade={(next) => {
          setMaking(false);
          setMade(next);
          reload();
        }}
      />
    );
  return (
    <div className="stack stack-3">
      {failure && (
        <Notice tone="warning" role="status" title={t('webhooks.stale')}>
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      {chosen ? (
        <WebhookView
          key={chosen.id}
          webhook={chosen}
          types={listed.types}
          onChanged={reload}
          onBack={() => choose(null)}
        />
      ) : (
        <>
          <div className="row">
            <Button variant="primary" icon={plusIcon} onClick={() => setMaking(true)}>
              {t('webhooks.new')}
            </Button>
          </div>
          {listed.webhooks.length === 0 ? (
            <EmptyState icon={routeIcon} title={t('webhooks.none')}>
              {t('webhooks.noneHint')}
            </EmptyState>
          ) : (
            <WebhookList webhooks={listed.webhooks} ofOne={organisationId !== undefined} onChoose={choose} />
          )}
        </>
      )}
    </div>
  );
}
