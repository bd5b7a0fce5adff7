import { useMessages, type StaffMessageId, type Text } from '@lapor/staff';
import type indonesian from '../locales/id.json';

export type AgencyMessageId = StaffMessageId | keyof typeof indonesian;

export const useText = (): Text<AgencyMessageId> => useMessages<AgencyMessageId>();
