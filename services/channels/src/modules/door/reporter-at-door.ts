import type { ReporterAtDoor } from '../delivery/index.ts';
import { findConversation, findHeld, holdSender, isStopped, saveConversation } from './repository.ts';
import type { OpenedReport } from './state.ts';
import { senderOf } from './take-in.ts';
import { openHeld, type ReporterDeps } from './tools.ts';

/** What a door says of an answer; `null`: nothing but that there is one. */
export type WordsOfAnswer = (report: OpenedReport, template: string) => string | null;

/** What delivery asks about those who are reached by a door. */
export function reporterAtDoor(
  deps: ReporterDeps,
  doors: readonly { channel: string; wordsOf: WordsOfAnswer }[],
): ReporterAtDoor {
  const { database, sealer, clock } = deps;
  return {
    async hasStopped(phone) {
      for (const { channel } of doors)
        if (await isStopped(database, senderOf(deps, channel, phone))) return true;
      return false;
    },
    async find(reportId, template) {
      const held = await findHeld(database, sealer, reportId);
      const door = doors.find(({ channel }) => channel === held?.sender.door);
      if (!held || !door) return null;
      const opened = await openHeld(deps, held.sender, held.report);
      return {
        shortCode: held.report.shortCode,
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
        const { conversation, dueAt } = await findConversation(database, sealer, held.sender);
        await saveConversation(em, sealer, held.sender, {
          conversation: { ...conversation, reportId },
          dueAt,
          at: clock.now(),
        });
      });
    },
  };
}
