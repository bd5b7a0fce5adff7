import { useMessages, type Text } from '@lapor/staff';
import { i18n, type Messages } from '@lingui/core';
import type { AdminMessageId } from '../app/use-text.ts';
import english from './locales/en.json';
import indonesian from './locales/id.json';

// The room's words travel with the room, not with the console's first page.
i18n.load({ id: indonesian as unknown as Messages, en: english as unknown as Messages });

export type RoomMessageId = AdminMessageId | keyof typeof indonesian;

export const useText = (): Text<RoomMessageId> => useMessages<RoomMessageId>();
