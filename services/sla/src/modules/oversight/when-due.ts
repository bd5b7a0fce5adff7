import type { RuleBook } from '../clock/index.ts';
import type { DueHandler } from '../timer/index.ts';
import { draftLetter } from './draft-letter.ts';
import { openCaseByRule } from './open-case.ts';

/**
 * What the Ombudsman's rules do when an instant has come: the clock of the Ombudsman that ran out opens a case, a missed clarification
 * drafts the letter. Both bear the instant of the rule, however late it is found.
 */
export const oversee =
  (readRules: () => Promise<RuleBook>): DueHandler =>
  async ({ em, now }, due) => {
    const concerned = due.filter(
      ({ kind, clockKind }) => kind === 'CLARIFICATION' || (kind === 'BREACH' && clockKind === 'OMBUDSMAN'),
    );
    if (concerned.length === 0) return;
    const rules = await readRules();
    for (const { kind, reportId, clockId, dueAt } of concerned) {
      if (kind === 'CLARIFICATION')
        await draftLetter(em, { clarificationId: clockId, at: dueAt }, rules, now);
      else await openCaseByRule(em, { reportId, clockId, at: dueAt }, rules, now);
    }
  };
