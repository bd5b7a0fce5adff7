import {
  archivedIcon,
  bellIcon,
  checkIcon,
  completedIcon,
  duplicateIcon,
  editIcon,
  eyeIcon,
  hiddenIcon,
  infoIcon,
  keyIcon,
  mailIcon,
  messageIcon,
  organisationIcon,
  redactIcon,
  returnedIcon,
  routeIcon,
  shieldIcon,
  starIcon,
  undoIcon,
  userIcon,
  warningIcon,
  type EntryTone,
  type Glyph,
} from '@lapor/ui';
import type { HistoryKind } from '@lapor/wording';

interface EntryLook {
  icon: Glyph;
  tone?: EntryTone;
  /** How the text of the entry is framed: an agency's answer, talk, or a plain remark. */
  frame: 'official' | 'talk' | 'plain';
}

const looks: Record<HistoryKind, EntryLook> = {
  SUBMITTED: { icon: userIcon, tone: 'you', frame: 'plain' },
  COMPLETED_DATA: { icon: userIcon, tone: 'you', frame: 'talk' },
  VERIFIED: { icon: checkIcon, frame: 'plain' },
  POSTPONED: { icon: infoIcon, frame: 'plain' },
  ARCHIVED: { icon: archivedIcon, frame: 'plain' },
  APPEALED: { icon: undoIcon, tone: 'you', frame: 'talk' },
  RECLASSIFIED: { icon: editIcon, frame: 'plain' },
  DISPOSED: { icon: routeIcon, frame: 'plain' },
  CO_HANDLERS_CHANGED: { icon: organisationIcon, frame: 'plain' },
  LEAD_CHANGED: { icon: routeIcon, frame: 'plain' },
  RETURNED: { icon: returnedIcon, frame: 'plain' },
  ACKNOWLEDGED: { icon: bellIcon, tone: 'official', frame: 'official' },
  PLANNED: { icon: organisationIcon, tone: 'official', frame: 'official' },
  RESULT: { icon: organisationIcon, tone: 'official', frame: 'official' },
  OBSTACLE: { icon: warningIcon, tone: 'late', frame: 'official' },
  CORRECTED: { icon: editIcon, tone: 'official', frame: 'official' },
  ANSWER_PROPOSED: { icon: editIcon, frame: 'plain' },
  ANSWER_REJECTED: { icon: returnedIcon, frame: 'plain' },
  REPLIED: { icon: messageIcon, frame: 'talk' },
  INFORMATION_REQUESTED: { icon: messageIcon, frame: 'talk' },
  CLOSING_PROPOSED: { icon: completedIcon, frame: 'plain' },
  CONFIRMED: { icon: completedIcon, tone: 'done', frame: 'talk' },
  COMPLETED: { icon: completedIcon, tone: 'done', frame: 'plain' },
  DISPUTED: { icon: undoIcon, tone: 'you', frame: 'talk' },
  RATED: { icon: starIcon, tone: 'you', frame: 'talk' },
  WITHDRAWN: { icon: archivedIcon, tone: 'you', frame: 'talk' },
  FLAGGED: { icon: shieldIcon, frame: 'plain' },
  FLAG_REMOVED: { icon: shieldIcon, tone: 'you', frame: 'plain' },
  IDENTITY_REVEALED: { icon: keyIcon, frame: 'plain' },
  PUBLISHED: { icon: eyeIcon, frame: 'plain' },
  WITHHELD: { icon: hiddenIcon, frame: 'plain' },
  MARKED_DUPLICATE: { icon: duplicateIcon, frame: 'plain' },
  UNMARKED_DUPLICATE: { icon: undoIcon, frame: 'plain' },
  REDACTED: { icon: redactIcon, frame: 'plain' },
  REASSIGNED: { icon: routeIcon, frame: 'plain' },
  HANDED_OVER: { icon: mailIcon, frame: 'plain' },
  HAND_OVER_ENDED: { icon: mailIcon, frame: 'plain' },
  MESSAGE: { icon: messageIcon, frame: 'talk' },
};

export const lookOf = (kind: HistoryKind): EntryLook => looks[kind];

/** What people said to each other, as against steps of the procedure. */
export const isConversation = ({ kind, text }: { kind: HistoryKind; text: string | null }): boolean =>
  text !== null && looks[kind].frame !== 'plain';
