import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';
import { findConversation, holdSender, saveConversation, type Sender } from './repository.ts';
import { NOTHING_YET } from './state.ts';
import type { DoorDeps } from './take-in.ts';

type ForgetDeps = Pick<DoorDeps, 'database' | 'sealer' | 'clock'>;

/** Somebody reads what this sender wrote; the event comes again. */
class SenderBusy extends Error {
  override name = 'SenderBusy';
}

/**
 * Who reported was erased: the code of the report goes, what came in about it, and whatever says that this sender filed it. Of a sender
 * without another report nothing is left but the wish to get no news.
 */
export const forgetReporters =
  (deps: ForgetDeps) =>
  async (em: EntityManager, events: readonly EventOf<'report.identity-erased'>[]): Promise<void> => {
    for (const { payload } of events) await forget(deps, em, payload.reportId);
  };

async function forget({ database, sealer, clock }: ForgetDeps, em: EntityManager, reportId: string) {
  const [sender] = await em.execute<Sender[]>(
    'select door, sender as digest from door_report where report_id = ?',
    [reportId],
  );
  // Whoever reads a message of this sender now would write again what is erased here.
  if (sender && !(await holdSender(em, sender))) throw new SenderBusy();
  await em.execute(`delete from inbound where (report_id = ? or act_report_id = ?) and state <> 'RECEIVED'`, [
    reportId,
    reportId,
  ]);
  if (!sender) return;
  const { door, digest } = sender;
  await em.execute('delete from door_report where report_id = ?', [reportId]);
  const { conversation, dueAt } = await findConversation(database, sealer, sender);
  const hasMore = conversation.draft !== null || (await hasOther(em, sender));
  if (!hasMore) {
    await em.execute('delete from inbound where door = ? and sender = ?', [door, digest]);
    const gone = await em.execute<unknown[]>(
      'delete from conversation where door = ? and sender = ? and stopped_at is null returning 1',
      [door, digest],
    );
    if (gone.length > 0) return;
  }
  const left = hasMore
    ? {
        ...conversation,
        reportId: conversation.reportId === reportId ? null : conversation.reportId,
        closing: conversation.closing?.reportId === reportId ? null : conversation.closing,
        offered: null,
      }
    : NOTHING_YET;
  await saveConversation(em, sealer, sender, { conversation: left, dueAt, at: clock.now() });
}

/** Whether a sender has another report, or wrote what nobody has read. */
async function hasOther(em: EntityManager, { door, digest }: Sender): Promise<boolean> {
  const [found] = await em.execute<{ other: boolean }[]>(
    `select exists (select from door_report where door = ? and sender = ?)
       or exists (select from inbound where door = ? and sender = ? and state in ('RECEIVED', 'WAITING_FOR_PERSON')) as other`,
    [door, digest, door, digest],
  );
  return found!.other;
}
