import { z } from 'zod';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { Jobs, Task } from '@lapor/jobs';
import type { Logger } from '@lapor/logging';
import { keyedHash, uuidFrom, type Sealer } from '@lapor/sealing';
import type { AdminBook } from '../contacts/index.ts';
import { requestNotification } from '../delivery/index.ts';
import { WEBHOOK_COLUMNS, type WebhookRow } from './repository.ts';

/** About a day of retries, while nobody can be asked who has the posts. */
const ATTEMPTS = 14;

/** Finds the admins of whoever's key made a webhook that ended, and has them told. */
export const TELL_ADMINS_TASK = 'tell-admins-of-webhook';

export interface TellDeps {
  database: Database;
  sealer: Sealer;
  /** Names notifications, so that a second run tells nobody twice. */
  secret: string;
  logger: Logger;
  jobs: () => Jobs;
  /** Absent: nobody knows who the admins are, and the state of the webhook says it alone. */
  admins: AdminBook | undefined;
}

const ended = z.object({ webhookId: z.uuid(), reason: z.enum(['GONE', 'FAILING']), at: z.iso.datetime() });
type Ended = z.infer<typeof ended>;

/** In the transaction that ends a webhook: tells whoever made it, or lets the admins be found behind a key. */
export async function tellDisabled(
  deps: TellDeps,
  em: EntityManager,
  webhook: WebhookRow,
  reason: Ended['reason'],
  at: Date,
): Promise<void> {
  const what: Ended = { webhookId: webhook.id, reason, at: at.toISOString() };
  // Behind a key there is an organisation, and no person's address. Who has its posts is asked outside of the transaction.
  if (webhook.createdBy.startsWith('key:'))
    await deps
      .jobs()
      .enqueue(em, TELL_ADMINS_TASK, what, { key: `webhook ${webhook.id}`, maxAttempts: ATTEMPTS });
  else await tell(deps, em, webhook, what, webhook.createdBy);
}

/** The admins of the organisation, or where it has none those of the nearest one above. */
export const tellAdmins =
  (deps: TellDeps): Task =>
  async (payload) => {
    const what = ended.parse(payload);
    const { database, admins, logger } = deps;
    const [webhook] = await database.query<WebhookRow>(
      'webhook-ended',
      `select ${WEBHOOK_COLUMNS} from webhook w where w.id = $1`,
      [what.webhookId],
    );
    if (!webhook || !admins) return;
    const found = await admins.adminsOf(webhook.organisationPath);
    const nearest = webhook.organisationPath.findLast((id) =>
      found.some(({ organisationId }) => organisationId === id),
    );
    const officers = new Set(
      found.filter(({ organisationId }) => organisationId === nearest).map(({ officerId }) => officerId),
    );
    if (officers.size === 0) {
      logger.warn({ webhookId: webhook.id }, 'A webhook ended, and there is no admin to tell');
      return;
    }
    await database.transaction(async (em) => {
      for (const officerId of officers) await tell(deps, em, webhook, what, officerId);
    });
  };

const tell = (
  { jobs, sealer, secret }: TellDeps,
  em: EntityManager,
  webhook: WebhookRow,
  { reason, at }: Ended,
  officerId: string,
): Promise<void> =>
  requestNotification({ jobs: jobs(), sealer }, em, {
    notificationId: uuidFrom(keyedHash(secret, 'webhook ended', JSON.stringify([webhook.id, at, officerId]))),
    recipient: { kind: 'OFFICER', officerId },
    template: 'webhook-disabled',
    facts: factsOf(webhook, reason),
    at,
  });

const factsOf = ({ organisationId, label, url }: WebhookRow, reason: Ended['reason']) => ({
  console: organisationId === null ? 'national' : 'agency',
  label,
  // Never the path: it may hold a secret of the receiver's.
  host: new URL(url).hostname,
  reason,
});
