import { z } from 'zod';
import type { Task } from '@lapor/jobs';
import type { Deps } from '../../deps.ts';
import { writeAudit } from '../audit/index.ts';

export const TAKE_OVER_NAME_TASK = 'take-over-name';

const payloadShape = z.object({ officerId: z.string() });

/** Asks for the name of an officer who was renamed, and gives it to the account. Events carry no names. */
export function takeOverName({ database, clock, officerDirectory }: Deps): Task {
  return async (payload) => {
    const { officerId } = payloadShape.parse(payload);
    const contact = await officerDirectory.contactOf(officerId);
    if (!contact) return;
    await database.transaction(async (em) => {
      const renamed = await em.execute<unknown[]>(
        `update account set name = ?, "updatedAt" = current_timestamp
         where id = ? and kind = 'officer' and name <> ? returning id`,
        [contact.name, officerId, contact.name],
      );
      if (renamed.length > 0)
        await writeAudit(em, { at: clock.now(), action: 'NAME_CHANGED', accountId: officerId });
    });
  };
}
