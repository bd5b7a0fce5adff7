import type { ReportsDependencies } from '../report/index.ts';
import { readSignedId, signedId } from '../link/index.ts';

type Keys = Pick<ReportsDependencies, 'lookupSecret'>;

/** Ends the news about one report, without signing in. Good for nothing else. */
export const unsubscribeToken = ({ lookupSecret }: Keys, reportId: string): string =>
  signedId(lookupSecret, 'unsubscribe', reportId);

export const readUnsubscribeToken = ({ lookupSecret }: Keys, token: string): string | null =>
  readSignedId(lookupSecret, 'unsubscribe', token);

/** The part of the address to which a reporter's answer to a mail goes: says which report, and that we sent it. */
export const replyToken = ({ lookupSecret }: Keys, reportId: string): string =>
  signedId(lookupSecret, 'reply', reportId);

/** The report that a mail to such an address is about, or `null`. */
export const readReplyToken = ({ lookupSecret }: Keys, token: string): string | null =>
  readSignedId(lookupSecret, 'reply', token);
