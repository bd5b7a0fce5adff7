import { useMessages, type StaffMessageId, type Text } from '@lapor/staff';
import type indonesian from '../locales/id.json';

export type AdminMessageId = StaffMessageId | keyof typeof indonesian;

export const useText = (): Text<AdminMessageId> => useMessages<AdminMessageId>();
