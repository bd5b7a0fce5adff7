import { useLingui } from '@lingui/react';
import { useCallback } from 'react';
import type indonesian from '../locales/id.json';

/** Ids of the messages this package owns. */
export type StaffMessageId = keyof typeof indonesian;

export type Text<Id extends string> = (id: Id, values?: Record<string, string | number>) => string;

/** Finds messages by id; an id that no catalogue has does not compile. */
export function useMessages<Id extends string>(): Text<Id> {
  const { i18n } = useLingui();
  return useCallback(
    (id: Id, values?: Record<string, string | number>) => i18n._(id, values),
    // A new function with each language, so that what memoises on it is made again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [i18n, i18n.locale],
  );
}

export const useText = (): Text<StaffMessageId> => useMessages<StaffMessageId>();
