import { hasRole, isNationalDesk, ombudsmanReaches, type PostRole, type Viewer } from '@lapor/viewer';
import { addresseeOf } from './addressee.ts';
import type { CaseAct } from './vocabulary.ts';

/** What decides who has to do with a case. */
export interface CaseAccess {
  /** Where it happened. */
  regionCode: string | null;
  /** The office of the Ombudsman that works on the case; `null` while there is none. */
  officeId: string | null;
  isConfidential: boolean;
  /** Who has the report: handling units and a unit that verifies; each path runs from the government's root to the unit. */
  handlers: readonly { organisationId: string; role: string; path: readonly string[] }[];
}

const HANDLING: readonly PostRole[] = ['AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER'];

/** The office of the place, the office that was given the case, and the national office. */
const oversees = (viewer: Viewer, { regionCode, officeId }: CaseAccess): boolean =>
  viewer.posts.some(
    ({ role, organisationId }) =>
      role === 'OMBUDSMAN' && (organisationId === officeId || ombudsmanReaches(organisationId, regionCode)),
  );

/** The office that has the case, and the national one. */
const worksOn = (viewer: Viewer, { officeId }: CaseAccess): boolean =>
  hasRole(viewer, 'OMBUDSMAN', 'ombudsman') || (officeId !== null && hasRole(viewer, 'OMBUDSMAN', officeId));

/** A post reaches its subtree; of a confidential report the handling unit alone knows. */
const worksThere = (
  viewer: Viewer,
  { isConfidential, handlers }: CaseAccess,
  roles: readonly string[],
): boolean =>
  handlers.some(
    ({ organisationId, role, path }) =>
      roles.includes(role) &&
      viewer.posts.some(
        (post) =>
          HANDLING.includes(post.role) &&
          (isConfidential ? post.organisationId === organisationId : path.includes(post.organisationId)),
      ),
  );

/** Who gives the clarification: whoever leads or verifies, and the national desk where no unit does. */
const answersFor = (viewer: Viewer, access: CaseAccess): boolean =>
  access.handlers.some(({ role }) => ANSWERING.includes(role))
    ? worksThere(viewer, access, ANSWERING)
    : isNationalDesk(viewer);
const ANSWERING = ['LEAD', 'VERIFIER'];

/** A person, not a key: cases are letters between people. */
const isPerson = (viewer: Viewer): boolean => !viewer.apiKey && viewer.accountId !== undefined;

/** Whether the viewer reads the case: whoever oversees it, the national desk, those who have the report, and KSP what is not confidential. */
export const mayRead = (viewer: Viewer, access: CaseAccess): boolean =>
  isPerson(viewer) &&
  (oversees(viewer, access) ||
    isNationalDesk(viewer) ||
    worksThere(viewer, access, ['LEAD', 'CO_HANDLER', 'VERIFIER']) ||
    (!access.isConfidential && hasRole(viewer, 'KSP_MONITOR')));

/**
 * Whether the case leads the viewer to the report itself, which `reports` judges once more: of a confidential one only the desk and the
 * handling unit; an office elsewhere that was given the case reads what is published.
 */
export const mayFollowToReport = (viewer: Viewer, access: CaseAccess & { isPublished: boolean }): boolean =>
  isNationalDesk(viewer) ||
  worksThere(viewer, access, ['LEAD', 'CO_HANDLER', 'VERIFIER']) ||
  (!access.isConfidential &&
    (access.isPublished ||
      hasRole(viewer, 'KSP_MONITOR') ||
      viewer.posts.some(
        ({ role, organisationId }) =>
          role === 'OMBUDSMAN' && ombudsmanReaches(organisationId, access.regionCode),
      )));

/** Whether the viewer reads why the reporter asked for it: words to the Ombudsman alone. */
export const mayReadReason = (viewer: Viewer, access: CaseAccess): boolean =>
  isPerson(viewer) && oversees(viewer, access);

/** Who does what with a case; whether its state allows it is the lifecycle's. */
export function mayAct(viewer: Viewer, access: CaseAccess, act: CaseAct): boolean {
  if (!isPerson(viewer)) return false;
  switch (act) {
    case 'clarify':
      return answersFor(viewer, access);
    case 'write':
      return worksOn(viewer, access) || answersFor(viewer, access);
    case 'ask':
    case 'assign':
    case 'recommend':
    case 'close':
      return worksOn(viewer, access);
  }
}

/** Whether the viewer opens a case of the Ombudsman's own accord: of what it may read. */
export const mayOpen = (viewer: Viewer, access: CaseAccess): boolean =>
  isPerson(viewer) && !access.isConfidential && oversees(viewer, access);

/** Whether the viewer approves letters of the case: the Ombudsman that has it, or KSP of what is not confidential. */
export const mayApprove = (viewer: Viewer, access: CaseAccess): boolean =>
  isPerson(viewer) && (worksOn(viewer, access) || (!access.isConfidential && hasRole(viewer, 'KSP_MONITOR')));

/** Whether the viewer reads a letter: a draft is of those who may approve it; the agency reads what was sent, above all its head. */
export const mayReadLetter = (
  viewer: Viewer,
  access: CaseAccess,
  letter: { isDraft: boolean; addresseeId: string },
): boolean =>
  isPerson(viewer) &&
  (mayApprove(viewer, access) ||
    (mayRead(viewer, access) && (!letter.isDraft || oversees(viewer, access))) ||
    (!letter.isDraft && isAddressed(viewer, access, letter)));

/** Whether the viewer says what was replied: who approves letters, and the head to whom it went. */
export const mayReply = (
  viewer: Viewer,
  access: CaseAccess,
  letter: { isDraft: boolean; addresseeId: string },
): boolean => isPerson(viewer) && (mayApprove(viewer, access) || isAddressed(viewer, access, letter));

/** The head to whom it went; once a report is confidential, only as long as it would go there now. */
const isAddressed = (viewer: Viewer, access: CaseAccess, { addresseeId }: { addresseeId: string }): boolean =>
  hasRole(viewer, 'AGENCY_HEAD', addresseeId) &&
  (!access.isConfidential || addresseeOf(access) === addresseeId);
