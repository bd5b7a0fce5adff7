import { act, KSP, OFFICE, silentReport, tellOrganisations, TEXT, UNIT } from './a-case.ts';
import { at } from './a-report.ts';
import type { TestService } from './a-service.ts';

/** The Ombudsman oversees some reports: by rule, with a clarification given and one missed, a letter, a recommendation, an end. */
export async function playOversight(sla: TestService): Promise<void> {
  const ids = ['silent-1', 'silent-2', 'silent-3'];
  const later = async (days: number) => {
    sla.clock.advance(days * 86_400_000);
    await sla.service.settle();
  };
  await tellOrganisations(sla, ['ombudsman'], ['ombudsman', 'ombudsman-13'], ['ombudsman', 'ombudsman-31']);
  await sla.tell(...ids.map((id) => silentReport(id).events));
  if (sla.clock.now() < at('2026-11-23 10:00')) sla.clock.set(at('2026-11-23 10:00'));
  await sla.service.settle();
  for (const id of ids) await act(sla, OFFICE, 'askClarification', { caseId: `${id}-1`, text: TEXT });
  await act(sla, UNIT, 'giveClarification', { caseId: 'silent-1-1', text: TEXT });
  await act(sla, OFFICE, 'recommend', { caseId: 'silent-1-1', text: TEXT, wordsForReporter: TEXT });
  await act(sla, OFFICE, 'closeOversight', { caseId: 'silent-1-1', outcome: 'FOLLOWED_UP', text: TEXT });
  await later(25);
  const edited = { letterId: 'silent-2-1-1', paragraphs: [TEXT, TEXT], expectedVersion: 1 };
  await act(sla, OFFICE, 'editLetter', edited);
  await act(sla, KSP, 'approveLetter', { letterId: 'silent-2-1-1', expectedVersion: 2 });
  const sent = { notificationId: 'silent-2-1-1:1', letterId: 'silent-2-1-1', outcome: 'SENT' };
  await sla.deliver('channels', 'letter.ended', [{ ...sent, at: sla.clock.now().toISOString() }]);
  await act(sla, OFFICE, 'assignOversight', { caseId: 'silent-3-1', officeId: 'ombudsman-31', reason: TEXT });
}
