import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Jobs } from '@lapor/jobs';
import { ATTEMPTS_OF_NEWS } from './request-notification.ts';
import { ANSWER_ATTEMPTS, ANSWER_TEMPLATE } from './send-message.ts';
import { SEND_ANSWER_TASK, SEND_TASK } from './send-task.ts';

export const TIDY_TASK = 'release-held-messages';

/** So many are awake and not tried yet: no more are woken than can be sent, so that what is told in the morning finds its way. */
const MOST_AWAKE = 300;

/** Wakes what waited for the morning. */
export async function releaseHeld(deps: { database: Database; jobs: Jobs; clock: Clock }): Promise<number> {
  const { database, jobs, clock } = deps;
  return database.transaction(async (em) => {
    const due = await em.execute<{ id: string; template: string }[]>(
      `update delivery set held_until = null where id in
         (select id from delivery where held_until <= ? order by held_until, id
          limit greatest(0, ? - (select count(*) from delivery where finished_at is null and state = 'WAITING' and held_until is null
            and reason in ('QUIET_HOURS', 'CAP_OF_THE_DAY')))
          for update skip locked) returning id, template`,
      [clock.now().toISOString(), MOST_AWAKE],
    );
    for (const { id, template } of due) {
      const isAnswer = template === ANSWER_TEMPLATE;
      const maxAttempts = isAnswer ? ANSWER_ATTEMPTS : ATTEMPTS_OF_NEWS;
      const task = isAnswer ? SEND_ANSWER_TASK : SEND_TASK;
      await jobs.enqueue(em, task, { deliveryId: id }, { key: id, maxAttempts });
    }
    return due.length;
  });
}
