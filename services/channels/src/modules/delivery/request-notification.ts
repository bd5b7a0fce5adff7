import type { EntityManager } from '@mikro-orm/postgresql';
import type { PayloadOf } from '@lapor/events';
import type { Jobs } from '@lapor/jobs';
import type { Sealer } from '@lapor/sealing';
import { sealContent } from './content.ts';
import { insertDelivery } from './repository.ts';
import { SEND_CODE_TASK, SEND_TASK } from './send-task.ts';
import { isUrgent } from './when-to-send.ts';

/** About a day of retries: a mail server's long outage. */
export const ATTEMPTS_OF_NEWS = 14;

/** Notes that a reporter, an officer or the head of an organisation is to be told, and wakes the sender; a second request of the same id changes nothing. */
export async function requestNotification(
  deps: { jobs: Jobs; sealer: Sealer },
  em: EntityManager,
  notification: PayloadOf<'notification.requested'>,
): Promise<void> {
  const { notificationId, recipient, template, facts, at } = notification;
  const isNew = await insertDelivery(em, {
    id: notificationId,
    template,
    ...addresseeOf(recipient),
    content: sealContent(deps.sealer, notificationId, { facts }),
    requestedAt: new Date(at),
  });
  if (isNew)
    await deps.jobs.enqueue(
      em,
      isUrgent(template) ? SEND_CODE_TASK : SEND_TASK,
      { deliveryId: notificationId },
      { key: notificationId, maxAttempts: ATTEMPTS_OF_NEWS },
    );
}

function addresseeOf(recipient: PayloadOf<'notification.requested'>['recipient']) {
  switch (recipient.kind) {
    case 'REPORTER':
      return { reportId: recipient.reportId };
    case 'HEAD':
      return { handOverId: recipient.handOverId, organisationId: recipient.organisationId };
    case 'OFFICER':
      return { officerId: recipient.officerId };
    case 'LETTER':
      return { letterId: recipient.letterId, organisationId: recipient.organisationId };
    case 'FOLLOWER':
      return { followId: recipient.followId };
  }
}
