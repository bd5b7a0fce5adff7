import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';
import { eraseTexts, writeEntry } from '../entry/index.ts';

/**
 * Who reported was erased: what the reporter wrote to the Ombudsman goes as well, and with it the hash of the request it came in. That
 * there was a request, and what became of it, stays. A later erasure takes what was written since.
 */
export async function eraseReportersWords(
  em: EntityManager,
  events: readonly EventOf<'report.identity-erased'>[],
): Promise<void> {
  for (const { payload } of events) {
    const { reportId, at } = payload;
    const count = await eraseTexts(em, reportId, 'REPORTER');
    await em.execute('delete from remembered_request where actor_id = ?', [`report ${reportId}`]);
    if (count > 0)
      await writeEntry(
        em,
        { kind: 'REPORTER_WORDS_ERASED', subject: reportId, payload: { count } },
        { kind: 'SYSTEM' },
        new Date(at),
      );
  }
}
