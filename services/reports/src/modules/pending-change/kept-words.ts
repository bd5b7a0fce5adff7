import type { Post, Viewer } from '@lapor/viewer';
import type { ReportsDependencies } from '../report/index.ts';

/** What an officer sent, as it lies sealed: with the posts in which it was sent, for a session may act in some of them only. */
export interface KeptWords {
  input: Record<string, unknown>;
  posts: readonly Post[];
}

type Keys = Pick<ReportsDependencies, 'sealer'>;
const context = (id: string): string => `pending-change:${id}`;

export const sealWords = ({ sealer }: Keys, id: string, words: KeptWords): Buffer =>
  sealer.seal(JSON.stringify(words), context(id));

export const openWords = ({ sealer }: Keys, id: string, sealed: Buffer): KeptWords =>
  JSON.parse(sealer.open(sealed, context(id)).toString()) as KeptWords;

/** Who acts: the officer by posts alone. Neither a report's code nor a link is kept with a change. */
export const byPosts = (accountId: string, posts: readonly Post[]): Viewer => ({
  kind: 'officer',
  accountId,
  posts,
  reportGrants: [],
});

/** The account that may take something back: an officer's who is signed in. A key or a link has nobody who would. */
export const undoingAccount = (viewer: Viewer): string | null =>
  viewer.kind === 'officer' && !viewer.apiKey ? (viewer.accountId ?? null) : null;
