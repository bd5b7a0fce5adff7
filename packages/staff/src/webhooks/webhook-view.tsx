import { Button, Dialog, Facts, Panel, useToast } from '@lapor/ui';
import { useState } from 'react';
import { useDates } from '../dates/use-dates.ts';
import { MessageLog } from './message-log.tsx';
import { SecretShown } from './secret-shown.tsx';
import { useWebhookWork } from './use-webhook-work.ts';
import { webhookClient, type Webhook } from './webhook-client.ts';
import { draftInput, type WebhookDraft } from './webhook-draft.ts';
import { WebhookFailure } from './webhook-failure.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { WebhookMark } from './webhook-mark.tsx';
import { useText } from './words.ts';

interface WebhookViewProps {
  webhook: Webhook;
  types: readonly string[];
  onChanged: () => void;
  onBack: () => void;
}

/** One webhook: what it is told, how it does, what can be done with it, and its log. */
export function WebhookView({ webhook, types, onChanged, onBack }: WebhookViewProps) {
  const t = useText();
  const dates = useDates();
  const toast = useToast();
  const work = useWebhookWork();
  const [asking, setAsking] = useState<'ROTATE' | 'REMOVE' | null>(null);
  const [isEditing, setEditing] = useState(false);
  const [rotated, setRotated] = useState<{ secret: string; previousSecretUntil: string } | null>(null);
  const [round, setRound] = useState(0);
  const { id, state } = webhook;
  const isActive = state === 'ACTIVE';

  async function turn() {
    const next = isActive ? 'PAUSED' : 'ACTIVE';
    if (!(await work.run(() => webhookClient.change(id, { state: next })))) return;
    toast({ text: t(isActive ? 'webhooks.paused' : 'webhooks.resumed') });
    onChanged();
  }
  async function test() {
    if (!(await work.run((requestKey) => webhookClient.test(id, requestKey)))) return;
    toast({ text: t('webhooks.tested') });
    setRound((last) => last + 1);
  }
  async function rotate() {
    const answer = await work.run((requestKey) => webhookClient.rotate(id, requestKey));
    if (!answer) return;
    setAsking(null);
    setRotated(answer.value);
    onChanged();
  }
  async function remove() {
    if (!(await work.run(() => webhookClient.remove(id)))) return;
    toast({ text: t('webhooks.removed') });
    onBack();
    onChanged();
  }

  if (rotated)
    return (
      <SecretShown
        title={t('webhooks.rotated', { label: webhook.label })}
        secret={rotated.secret}
        more={t('webhooks.bothUntil', { moment: dates.moment(rotated.previousSecretUntil) })}
        onDone={() => setRotated(null)}
      />
    );
  return (
    <>
      <p>
        <Button size="small" onClick={onBack}>
          {t('webhooks.back')}
        </Button>
      </p>
      {asking === null && !isEditing && <WebhookFailure failure={work.failure} />}
      {isEditing ? (
        <EditWebhook
          webhook={webhook}
          types={types}
          onCancel={() => setEditing(false)}
          onSaved={() => {
            setEditing(false);
            toast({ text: t('webhooks.saved') });
            onChanged();
          }}
        />
      ) : (
        <Panel title={webhook.label} tools={<WebhookMark webhook={webhook} />}>
          <div className="stack stack-3">
            <Facts
              rows={[
                [
                  t('webhooks.url'),
                  <code key="url" className="break-anywhere">
                    {webhook.url}
                  </code>,
                ],
                [
                  t('webhooks.organisation'),
                  webhook.organisationId === null
                    ? t('webhooks.ofNation')
                    : (webhook.organisationName ?? webhook.organisationId),
                ],
                [
                  t('webhooks.types'),
                  webhook.types.length === 0 ? (
                    t('webhooks.allTypes')
                  ) : (
                    <code key="types" className="break-anywhere">
                      {webhook.types.join(', ')}
                    </code>
                  ),
                ],
                [
                  t('webhooks.lastDelivered'),
                  webhook.lastDeliveredAt ? dates.moment(webhook.lastDeliveredAt) : t('webhooks.never'),
                ],
                [t('webhooks.waiting'), webhook.waiting],
                ...(webhook.resumesAt
                  ? [[t('webhooks.resumesAt'), dates.moment(webhook.resumesAt)] as const]
                  : []),
                ...(webhook.previousSecretUntil
                  ? [[t('webhooks.previousUntil'), dates.moment(webhook.previousSecretUntil)] as const]
                  : []),
              ]}
            />
            <div className="row">
              {isActive && (
                <Button busy={work.busy} onClick={() => void test()}>
                  {t('webhooks.test')}
                </Button>
              )}
              <Button busy={work.busy} onClick={() => void turn()}>
                {t(isActive ? 'webhooks.pause' : 'webhooks.resume')}
              </Button>
              <Button onClick={() => setEditing(true)}>{t('webhooks.edit')}</Button>
              <Button onClick={() => setAsking('ROTATE')}>{t('webhooks.rotate')}</Button>
              <Button variant="danger" onClick={() => setAsking('REMOVE')}>
                {t('webhooks.remove')}
              </Button>
            </div>
          </div>
        </Panel>
      )}
      <MessageLog key={round} webhook={webhook} onChanged={onChanged} />
      <Dialog
        open={asking !== null}
        title={t(asking === 'REMOVE' ? 'webhooks.removeTitle' : 'webhooks.rotateTitle', {
          label: webhook.label,
        })}
        onClose={() => setAsking(null)}
        actions={
          <>
            <Button
              variant={asking === 'REMOVE' ? 'danger' : 'primary'}
              busy={work.busy}
              onClick={() => void (asking === 'REMOVE' ? remove() : rotate())}
            >
              {t(asking === 'REMOVE' ? 'webhooks.remove' : 'webhooks.rotate')}
            </Button>
            <Button onClick={() => setAsking(null)}>{t('cancel')}</Button>
          </>
        }
      >
        <WebhookFailure failure={work.failure} />
        <p>{t(asking === 'REMOVE' ? 'webhooks.removeLead' : 'webhooks.rotateLead')}</p>
      </Dialog>
    </>
  );
}

interface EditWebhookProps {
  webhook: Webhook;
  types: readonly string[];
  onCancel: () => void;
  onSaved: () => void;
}

function EditWebhook({ webhook, types, onCancel, onSaved }: EditWebhookProps) {
  const t = useText();
  const work = useWebhookWork();
  const [draft, setDraft] = useState<WebhookDraft>({
    label: webhook.label,
    url: webhook.url,
    types: webhook.types.length === 0 ? null : webhook.types,
  });
  return (
    <Panel title={t('webhooks.editTitle', { label: webhook.label })}>
      <WebhookForm
        draft={draft}
        change={(part) => setDraft((last) => ({ ...last, ...part }))}
        types={types}
        work={work}
        send={t('webhooks.save')}
        onSend={() =>
          void work
            .run(() => webhookClient.change(webhook.id, draftInput(draft)))
            .then((saved) => saved && onSaved())
        }
        cancel={{ label: t('cancel'), onCancel }}
      />
    </Panel>
  );
}
