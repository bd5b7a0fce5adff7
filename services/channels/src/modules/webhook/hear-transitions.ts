import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';
import { envelope, typeOf } from './envelope.ts';
import { tell } from './recipients.ts';
import { asArray } from './repository.ts';
import { withdraw } from './withdraw.ts';

type Transition = EventOf<'report.transitioned'>;

interface Known {
  id: string;
  organisationId: string | null;
  eventTypes: string[];
  createdAt: Date;
}

/**
 * Notes, with the event itself, what each webhook is to be told of it. Old transitions are not told to a webhook that came later:
 * an outbox may bring them again from its beginning.
 */
export function hearTransitions({ publicUrl }: { publicUrl: string }) {
  return async (em: EntityManager, events: readonly Transition[]): Promise<void> => {
    const organisations = new Set(
      events.flatMap(({ payload: { assignments, desk } }) => [
        ...assignments.flatMap(({ path, organisationId }) => [...path, organisationId]),
        ...(desk ? [...desk.path, desk.organisationId] : []),
      ]),
    );
    const reportIds = [...new Set(events.map(({ payload }) => payload.reportId))];
    const held = await em.execute<{ webhookId: string; reportId: string }[]>(
      `select webhook_id as "webhookId", report_id as "reportId" from webhook_report where report_id = any(?::text[])`,
      [asArray(reportIds)],
    );
    const webhooks = await em.execute<Known[]>(
      `select id, organisation_id as "organisationId", event_types as "eventTypes", created_at as "createdAt" from webhook
       where state <> 'DISABLED' and (organisation_id is null or organisation_id = any(?::text[]) or id = any(?::uuid[])) order by id`,
      [asArray([...organisations]), asArray(held.map(({ webhookId }) => webhookId))],
    );
    const holdings = new Set(held.map(({ webhookId, reportId }) => `${webhookId} ${reportId}`));
    for (const { payload, occurredAt } of events) {
      if (payload.isConfidential) await withdraw(em, publicUrl, payload);
      await note(em, publicUrl, webhooks, holdings, payload, occurredAt);
    }
  };
}

async function note(
  em: EntityManager,
  publicUrl: string,
  webhooks: readonly Known[],
  holdings: Set<string>,
  event: Transition['payload'],
  occurredAt: Date,
): Promise<void> {
  const { number, reportId, kind } = event;
  if (!number) return;
  const listeners = webhooks
    .filter(({ createdAt }) => new Date(createdAt) <= occurredAt)
    .map((webhook) => ({ ...webhook, holds: holdings.has(`${webhook.id} ${reportId}`) }));
  const hasEnded = event.state === 'COMPLETED' || event.state === 'ARCHIVED';
  for (const { listenerId, saying, holds } of tell(event, listeners)) {
    const at = occurredAt.toISOString();
    if (holds) holdings.add(`${listenerId} ${reportId}`);
    else holdings.delete(`${listenerId} ${reportId}`);
    await em.execute(
      holds
        ? `insert into webhook_report (webhook_id, report_id, told_at, has_ended) values (?, ?, ?, ?)
           on conflict (report_id, webhook_id) do update set told_at = excluded.told_at, has_ended = excluded.has_ended`
        : 'delete from webhook_report where webhook_id = ? and report_id = ?',
      holds ? [listenerId, reportId, at, hasEnded] : [listenerId, reportId],
    );
    if (saying === null) continue;
    const id = `msg_${randomUUID()}`;
    await em.execute(
      `insert into webhook_message (id, webhook_id, report_id, number, type, payload, state, created_at, due_since, next_at)
       values (?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?)`,
      [
        id,
        listenerId,
        reportId,
        number,
        typeOf(saying, kind),
        envelope(id, saying, { ...event, number }, publicUrl),
        at,
        at,
        at,
      ],
    );
  }
}
