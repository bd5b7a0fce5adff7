/** An account at X and the app that acts for it. */
export interface X {
  consumerKey: string;
  /** Signs requests and callbacks. */
  consumerSecret: string;
  accessToken: string;
  accessSecret: string;
  /** Of the account itself: what it writes is no message to it. */
  userId: string;
  /** Absent: https://api.x.com. */
  apiUrl?: string | undefined;
}

export const apiOf = ({ apiUrl }: X): string => (apiUrl ?? 'https://api.x.com').replace(/\/+$/u, '');

/** Where photos of direct messages lie, by the documentation. */
export const FILES_ORIGIN = 'https://ton.twitter.com';
