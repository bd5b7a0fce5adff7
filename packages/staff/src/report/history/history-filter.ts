import type { HistoryKind } from '@lapor/wording';
import { isConversation, lookOf } from './entry-look.ts';

/** What one looks for in a long history. */
export const HISTORY_VIEWS = ['ALL', 'TALK', 'ANSWERS', 'STEPS', 'PROTECTION'] as const;
export type HistoryView = (typeof HISTORY_VIEWS)[number];

/** Who may see what: flags, publication, redaction, opened identities. */
const PROTECTION: ReadonlySet<HistoryKind> = new Set([
  'FLAGGED',
  'FLAG_REMOVED',
  'IDENTITY_REVEALED',
  'PUBLISHED',
  'WITHHELD',
  'REDACTED',
]);

interface Entry {
  kind: HistoryKind;
  text: string | null;
}

const belongs: Record<HistoryView, (entry: Entry) => boolean> = {
  ALL: () => true,
  TALK: isConversation,
  ANSWERS: ({ kind }) => lookOf(kind).frame === 'official',
  STEPS: ({ kind }) => lookOf(kind).frame === 'plain' && !PROTECTION.has(kind),
  PROTECTION: ({ kind }) => PROTECTION.has(kind),
};

/** The entries of a view, in the order they came. */
export const entriesOf = <One extends Entry>(history: readonly One[], view: HistoryView): One[] =>
  history.filter(belongs[view]);
