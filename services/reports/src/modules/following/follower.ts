import { keyedHash } from '@lapor/sealing';
import type { Viewer } from '@lapor/viewer';
import { readSignedId, signedId } from '../link/index.ts';
import type { ReportsDependencies } from '../report/index.ts';

type Keys = Pick<ReportsDependencies, 'lookupSecret'>;

/** Under which a citizen's own follows are found; another hash than that of the own reports, so that nobody can join the two. */
export const followerHash = ({ lookupSecret }: Keys, accountId: string): Buffer =>
  keyedHash(lookupSecret, 'follower', accountId);

/** The account that may follow: a citizen's. */
export const followingAccount = (viewer: Viewer): string | null =>
  viewer.kind === 'citizen' && !viewer.apiKey ? (viewer.accountId ?? null) : null;

/** The context in which the account of a follow is sealed. */
export const sealContext = (followId: string): string => `follow:${followId}`;

/** Ends one follow, without signing in. */
export const unfollowToken = ({ lookupSecret }: Keys, followId: string): string =>
  signedId(lookupSecret, 'unfollow', followId);

export const readUnfollowToken = ({ lookupSecret }: Keys, token: string): string | null =>
  readSignedId(lookupSecret, 'unfollow', token);
