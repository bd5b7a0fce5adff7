import {
  archivedIcon,
  bellIcon,
  checkIcon,
  closeIcon,
  duplicateIcon,
  editIcon,
  eyeIcon,
  hiddenIcon,
  keyIcon,
  lockIcon,
  mailIcon,
  messageIcon,
  returnedIcon,
  routeIcon,
  searchIcon,
  sendIcon,
  starIcon,
  toolIcon,
  undoIcon,
  userIcon,
  type EntryTone,
  type Glyph,
} from '@lapor/ui';
import type { HistoryFacts, HistoryKind, Words } from '@lapor/wording';

/** `official`: an agency's answer, framed. `talk`: a bubble. `plain`: a sentence. */
export type EntryForm = 'official' | 'talk' | 'plain';

interface EntryLook {
  icon: Glyph;
  form: EntryForm;
  tone?: EntryTone;
}

export const looks: Record<HistoryKind, EntryLook> = {
  SUBMITTED: { icon: sendIcon, form: 'talk', tone: 'you' },
  COMPLETED_DATA: { icon: userIcon, form: 'talk', tone: 'you' },
  VERIFIED: { icon: searchIcon, form: 'plain' },
  POSTPONED: { icon: bellIcon, form: 'talk' },
  ARCHIVED: { icon: archivedIcon, form: 'plain' },
  APPEALED: { icon: undoIcon, form: 'talk', tone: 'you' },
  RECLASSIFIED: { icon: editIcon, form: 'plain' },
  DISPOSED: { icon: routeIcon, form: 'plain' },
  CO_HANDLERS_CHANGED: { icon: routeIcon, form: 'plain' },
  LEAD_CHANGED: { icon: routeIcon, form: 'plain' },
  RETURNED: { icon: returnedIcon, form: 'plain' },
  ACKNOWLEDGED: { icon: toolIcon, form: 'official', tone: 'official' },
  PLANNED: { icon: toolIcon, form: 'official', tone: 'official' },
  RESULT: { icon: toolIcon, form: 'official', tone: 'official' },
  OBSTACLE: { icon: toolIcon, form: 'official', tone: 'official' },
  CORRECTED: { icon: toolIcon, form: 'official', tone: 'official' },
  // Officers alone see these two.
  ANSWER_PROPOSED: { icon: toolIcon, form: 'plain' },
  ANSWER_REJECTED: { icon: toolIcon, form: 'plain' },
  REPLIED: { icon: messageIcon, form: 'talk' },
  INFORMATION_REQUESTED: { icon: messageIcon, form: 'talk' },
  CLOSING_PROPOSED: { icon: checkIcon, form: 'plain' },
  CONFIRMED: { icon: checkIcon, form: 'talk', tone: 'done' },
  COMPLETED: { icon: checkIcon, form: 'plain', tone: 'done' },
  DISPUTED: { icon: undoIcon, form: 'talk', tone: 'you' },
  RATED: { icon: starIcon, form: 'talk', tone: 'you' },
  WITHDRAWN: { icon: closeIcon, form: 'plain' },
  FLAGGED: { icon: lockIcon, form: 'plain' },
  FLAG_REMOVED: { icon: eyeIcon, form: 'plain' },
  IDENTITY_REVEALED: { icon: keyIcon, form: 'plain' },
  PUBLISHED: { icon: eyeIcon, form: 'plain' },
  WITHHELD: { icon: hiddenIcon, form: 'plain' },
  MARKED_DUPLICATE: { icon: duplicateIcon, form: 'plain' },
  UNMARKED_DUPLICATE: { icon: duplicateIcon, form: 'plain' },
  REDACTED: { icon: hiddenIcon, form: 'plain' },
  REASSIGNED: { icon: routeIcon, form: 'plain' },
  HANDED_OVER: { icon: mailIcon, form: 'plain' },
  HAND_OVER_ENDED: { icon: mailIcon, form: 'plain' },
  MESSAGE: { icon: messageIcon, form: 'talk' },
};

/** Steps that say nothing new to a reader when another step of the same moment follows from them. */
const impliedBy: Partial<Record<HistoryKind, HistoryKind>> = {
  VERIFIED: 'DISPOSED',
  PUBLISHED: 'DISPOSED',
  REDACTED: 'DISPOSED',
  CONFIRMED: 'COMPLETED',
};

interface Step {
  kind: HistoryKind;
  at: string;
  text: string | null;
}

/** The history as a citizen reads it: without steps another one of the same moment already tells. */
export const tellingSteps = <Entry extends Step>(history: readonly Entry[]): Entry[] =>
  history.filter((entry) => {
    const by = impliedBy[entry.kind];
    return entry.text !== null || !by || !history.some((other) => other.kind === by && other.at === entry.at);
  });

/** The question the reporter has not answered yet: the newest thing said between the two. */
export function openQuestion<Entry extends Step>(history: readonly Entry[]): Entry | null {
  const latest = history.find(({ kind }) => kind === 'INFORMATION_REQUESTED' || kind === 'REPLIED');
  return latest?.kind === 'INFORMATION_REQUESTED' ? latest : null;
}

/** What was said between the reporter and those who handle the report, answers among it. */
export const isTalk = ({ kind, text }: Pick<Step, 'kind' | 'text'>): boolean =>
  kind === 'SUBMITTED' || (text !== null && looks[kind].form !== 'plain');

/** What has happened since the page was read, newest first. */
export const newEntries = <Entry extends Step & { id: string }>(
  history: readonly Entry[],
  seen: ReadonlySet<string>,
): Entry[] => tellingSteps(history).filter(({ id }) => !seen.has(id));

interface ToldEntry extends Pick<HistoryFacts, 'kind' | 'actorKind' | 'reasonCode'> {
  organisation: { name: string } | null;
  toOrganisation: { name: string } | null;
}

/** What an entry says in one sentence, to its reporter or about the reporter. */
export const sentenceOf = (words: Words, entry: ToldEntry, toReporter: boolean): string =>
  words.history({
    kind: entry.kind,
    actorKind: entry.actorKind,
    toReporter,
    organisation: entry.organisation?.name,
    toOrganisation: entry.toOrganisation?.name,
    reasonCode: entry.reasonCode,
  });
