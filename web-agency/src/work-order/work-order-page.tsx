import { GateFrame } from '@lapor/staff/outside';
import { useEffect } from 'react';
import { useAgencyIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import { LinkStatus } from '../secret-link/link-status.tsx';
import { useLink } from '../secret-link/use-link.ts';
import { OpenOrder } from './open-order.tsx';
import { useWorkOrder } from './use-work-order.ts';

const WORDS = {
  opening: 'workOrder.opening',
  noLinkHint: 'workOrder.noLinkHint',
  goneHint: 'workOrder.goneHint',
  failed: 'workOrder.failed',
} as const;

/** For whoever was sent into the field by a secret link: a place, a task, and room for what was found. Nothing of the report. */
export function WorkOrderPage() {
  const t = useText();
  const console = useAgencyIdentity();
  const token = useLink('work-order-link');
  useEffect(() => {
    document.title = `${t('workOrder.page')} – LAPOR!`;
  }, [t]);
  return (
    <GateFrame console={console} wide>
      <ByLink key={token} token={token} />
    </GateFrame>
  );
}

function ByLink({ token }: { token: string }) {
  const work = useWorkOrder(token);
  const { view, retry } = work;
  return view.is === 'OPEN' ? (
    <OpenOrder order={view.order} work={work} />
  ) : (
    <LinkStatus view={view} words={WORDS} onRetry={retry} />
  );
}
