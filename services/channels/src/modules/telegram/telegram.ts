import { nameOfMessage } from '../provider/index.ts';

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

/** A message is known by its chat and its number there, which is kept so that nobody reads the chat. */
export const nameIn = ({ botToken }: Telegram, chat: number | string, number: number): string =>
  nameOfMessage(botToken, `${chat}:${number}`);
