import { useMessages, type Text } from '@lapor/staff';
import { i18n, type Messages } from '@lingui/core';
import type { AdminMessageId } from '../app/use-text.ts';
import english from './locales/en.json';
import indonesian from './locales/id.json';

// The words of these pages travel with them, not with the console's first page.
i18n.load({ id: indonesian as unknown as Messages, en: english as unknown as Messages });

export type ChannelsMessageId = AdminMessageId | keyof typeof indonesian;

export const useText = (): Text<ChannelsMessageId> => useMessages<ChannelsMessageId>();

/** A word for a code of the server, or the code itself: a newer server may tell of more. */
export function useCodeText(): (prefix: string, code: string) => string {
  const t = useText();
  return (prefix, code) => {
    const id = `${prefix}.${code}`;
    return Object.hasOwn(indonesian, id) ? t(id as ChannelsMessageId) : code;
  };
}
