import { z } from 'zod';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReportTransitioned } from '@lapor/events';
import { envelope, typeOf } from './envelope.ts';
import { placesOf } from './recipients.ts';
import { asArray } from './repository.ts';
import { CHANGED_TYPE, LEFT_TYPE } from './vocabulary.ts';

/** Of a message as it was written: its own time and state, which stay. */
const written = z.object({ time: z.string(), data: z.object({ state: z.string().optional() }) });

/**
 * A report is confidential: what waits and what the log keeps of it say no more of it than a message of today would. Whoever does not
 * handle it gets none of that any more, also not again from the log; nor does who has not asked for this type.
 */
export async function withdraw(
  em: EntityManager,
  publicUrl: string,
  event: ReportTransitioned,
): Promise<void> {
  const { reportId } = event;
  // First the webhooks, then their messages, like every lane.
  await em.execute(
    'select 1 from webhook where id in (select webhook_id from webhook_message where report_id = ?) order by id for update',
    [reportId],
  );
  // What already says no more, and that it left, names nobody.
  const rows = await em.execute<{ id: string; number: string; payload: string }[]>(
    `select id, number, payload from webhook_message where report_id = ? and type not in (?, ?) order by position for update`,
    [reportId, CHANGED_TYPE, LEFT_TYPE],
  );
  if (rows.length === 0) return;
  const type = typeOf('CONFIDENTIAL', event.kind);
  for (const { id, number, payload } of rows) {
    const { time, data } = written.parse(JSON.parse(payload));
    const state = (data.state ?? event.state) as ReportTransitioned['state'];
    await em.execute('update webhook_message set type = ?, payload = ? where id = ?', [
      type,
      envelope(id, 'CONFIDENTIAL', { ...event, number, state, at: time }, publicUrl),
      id,
    ]);
  }
  await em.execute(
    `update webhook_message m set is_withdrawn = true,
       last_error = case when m.state = 'WAITING' then 'WITHDRAWN' else m.last_error end,
       next_at = null, state = case when m.state = 'WAITING' then 'FAILED' else m.state end
     from webhook w where w.id = m.webhook_id and m.id = any(?::text[])
       and (w.organisation_id is null or w.organisation_id <> all(?::text[])
         or (cardinality(w.event_types) > 0 and ? <> all(w.event_types)))`,
    [
      asArray(rows.map(({ id }) => id)),
      asArray(placesOf(event).map(({ organisationId }) => organisationId)),
      CHANGED_TYPE,
    ],
  );
}
