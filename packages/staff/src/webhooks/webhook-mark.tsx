import { doneIcon, stopIcon, Tag, warningIcon } from '@lapor/ui';
import type { Webhook } from './webhook-client.ts';
import { useText } from './words.ts';

/** How a webhook does, by sign and word. */
export function WebhookMark({ webhook: { state, failures, disabledReason } }: { webhook: Webhook }) {
  const t = useText();
  const isFailing = state === 'ACTIVE' && failures > 0;
  return (
    <>
      <Tag icon={isFailing ? warningIcon : state === 'ACTIVE' ? doneIcon : stopIcon}>
        {t(isFailing ? 'webhooks.state.FAILING' : `webhooks.state.${state}`)}
      </Tag>
      {state === 'DISABLED' && disabledReason && (
        <span className="caption block">{t(`webhooks.disabled.${disabledReason}`)}</span>
      )}
      {isFailing && <span className="caption block">{t('webhooks.failures', { count: failures })}</span>}
    </>
  );
}
