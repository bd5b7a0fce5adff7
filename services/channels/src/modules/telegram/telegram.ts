/** A bot that people write to. */
export interface Telegram {
  botToken: string;
  /** Shown by Telegram with each update, as it was told by `setWebhook`. */
  webhookSecret: string;
  /** Absent: https://api.telegram.org. */
  apiUrl?: string | undefined;
}

export const apiOf = ({ apiUrl }: Telegram): string =>
  (apiUrl ?? 'https://api.telegram.org').replace(/\/+$/u, '');
