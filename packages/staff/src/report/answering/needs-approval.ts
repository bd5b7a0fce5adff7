import type { Message } from './consequences.ts';

interface Acting {
  assignments: readonly { organisation: { id: string } }[];
  handler: { id: string } | null;
}

/** For which unit somebody of this workplace answers: the own one where it handles the report, else the lead below it. */
export const actingUnit = ({ assignments, handler }: Acting, workplaceId: string): string | null =>
  assignments.find(({ organisation }) => organisation.id === workplaceId)?.organisation.id ??
  handler?.id ??
  null;

interface Approval {
  mode: 'NONE' | 'RESULTS' | 'ALL';
  setBy: { id: string } | null;
}

/** Whether what is written waits for approval first. Of a confidential report the unit’s own rule alone counts: nobody above may know of it. */
export function needsApproval(
  approval: Approval | null | undefined,
  message: Message,
  { unitId, isConfidential }: { unitId: string | null; isConfidential: boolean },
): boolean {
  if (!approval || message === 'QUESTION' || message === 'MESSAGE' || message === 'REPLY') return false;
  if (isConfidential && approval.setBy?.id !== unitId) return false;
  return approval.mode === 'ALL' || (approval.mode === 'RESULTS' && message === 'RESULT');
}
