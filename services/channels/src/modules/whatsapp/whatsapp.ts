/** A number of the WhatsApp Cloud API. */
export interface WhatsApp {
  /** Of a system user, for sending and for files. */
  token: string;
  phoneId: string;
  /** Signs callbacks. */
  appSecret: string;
  /** Shown when the callback is set up. */
  verifyToken: string;
  /** Name of an approved template with one text, for news after the 24 hours; absent: none goes then. */
  template?: string | undefined;
  /** Absent: https://graph.facebook.com/v23.0. */
  apiUrl?: string | undefined;
}

export const apiOf = ({ apiUrl }: WhatsApp): string =>
  (apiUrl ?? 'https://graph.facebook.com/v23.0').replace(/\/+$/u, '');

/** Where files lie, by the documentation. */
export const FILES_ORIGIN = 'https://lookaside.fbsbx.com';
