import { i18n, type Messages } from '@lingui/core';
import { useMessages, type StaffMessageId, type Text } from '../language/use-text.ts';
import english from './locales/en.json';
import indonesian from './locales/id.json';

// The words of webhooks travel with them, not with what a console begins with.
i18n.load({ id: indonesian as unknown as Messages, en: english as unknown as Messages });

export type WebhookMessageId = StaffMessageId | keyof typeof indonesian;

export const useText = (): Text<WebhookMessageId> => useMessages<WebhookMessageId>();

/** A word for a code of the server, or the code itself. */
export function useCodeText(): (prefix: string, code: string) => string {
  const t = useText();
  return (prefix, code) => {
    const id = `${prefix}.${code}`;
    return Object.hasOwn(indonesian, id) ? t(id as WebhookMessageId) : code;
  };
}
