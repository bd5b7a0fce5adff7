import { Webhooks } from '@lapor/staff/webhooks';
import { ChannelsHead } from './channels-head.tsx';
import { useText } from './words.ts';

/** Where other systems are told of reports, in the whole country. */
export function WebhooksRoute() {
  const t = useText();
  return (
    <div className="stack stack-3 channels">
      <ChannelsHead part="webhook" about={t('channels.webhooks.about')} />
      <Webhooks />
    </div>
  );
}
