import { Webhooks } from './webhooks.tsx';
import { useText } from './words.ts';

/** The webhooks of one organisation, below something else of its page. */
export function WebhooksSection({ organisationId }: { organisationId: string }) {
  const t = useText();
  return (
    <section className="stack stack-3" aria-labelledby="webhooks-title">
      <div>
        <h2 id="webhooks-title">{t('webhooks.title')}</h2>
        <p className="caption">{t('webhooks.about')}</p>
      </div>
      <Webhooks organisationId={organisationId} />
    </section>
  );
}
