import type { CaseAccess } from './policy.ts';

/** Where a report waits that no unit has: its operators are the ministry's. */
const MINISTRY_OF_THE_DESK = 'kemenpanrb';

/**
 * Whose head is written to as things stand: the highest official of the government. Of a confidential report nobody above the handling
 * unit may know: its own head is the highest there is.
 */
export function addresseeOf({
  isConfidential,
  handlers,
}: Pick<CaseAccess, 'isConfidential' | 'handlers'>): string {
  const handler =
    handlers.find(({ role }) => role === 'LEAD') ?? handlers.find(({ role }) => role === 'VERIFIER');
  if (!handler) return MINISTRY_OF_THE_DESK;
  return isConfidential ? handler.organisationId : handler.path[0]!;
}

/** A draft goes to whoever has to answer by now, not to whoever had when it was drafted; what was approved stays as it is. */
export const withAddressee = <Letter extends { approvedAt: Date | null; addresseeId: string }>(
  letter: Letter,
  access: CaseAccess,
): Letter => (letter.approvedAt === null ? { ...letter, addresseeId: addresseeOf(access) } : letter);
