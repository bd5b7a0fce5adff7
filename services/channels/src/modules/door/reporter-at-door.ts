import type { ReporterAtDoor } from '../delivery/index.ts';
import { findConversation, findHeld, holdSender, isStopped, saveConversation } from './repository.ts';
import type { Door, OpenedReport } from './state.ts';
import { senderOf } from './take-in.ts';
import { openHeld, type ReporterDeps } from './open-held.ts';

/** What a door says of an answer; `null`: nothing but that there is one. */
export type WordsOfAnswer = (report: OpenedReport, template: string) => string | null;

/** What delivery asks about those who are reached by a door. */
export function reporterAtDoor(
  deps: ReporterDeps,
  doors: readonly Pick<Door, 'channel' | 'way' | 'wordsOf'>[],
): ReporterAtDoor {
  const { database, sealer, clock } = deps;
  return {
    async hasStopped(way, to) {
      for (const { channel } of doors.filter((door) => door.way === way))
        if (await isStopped(database, senderOf(deps, channel, to))) return true;
      return false;
    },
    async find(reportId, template) {
      const held = await findHeld(database, sealer, reportId);
      const door = doors.find(({ channel }) => channel === held?.sender.door);
      if (!held || !door) return null;
      const opened = await openHeld(deps, held.sender, held.report);
      return {
        way: door.way,
        to: held.report.address,
        shortCode: held.report.shortCode!,
        words: opened && !opened.report.isConfidential ? door.wordsOf(opened.report, template) : null,
      };
    },
    async noteTold(reportId) {
      const held = await findHeld(database, sealer, reportId);
      if (!held) return;
      await database.transaction(async (em) => {
        // Whoever reads a message of this sender meanwhile knows better what is spoken of.
        if (!(await holdSender(em, held.sender))) return;
        // Erased meanwhile.
        if (!(await findHeld(database, sealer, reportId))) return;
        const { conversation, dueAt, isUnreadable } = await findConversation(database, sealer, held.sender);
        if (isUnreadable) return;
        await saveConversation(em, sealer, held.sender, {
          conversation: { ...conversation, reportId },
          dueAt,
          at: clock.now(),
        });
      });
    },
  };
}
