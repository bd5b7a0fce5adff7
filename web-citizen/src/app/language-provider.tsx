import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { i18n } from '@lingui/core';
import type { BasicWords, Words } from '@lapor/wording';
import type catalogue from '../locales/id.json';
import { activateLanguage, loadedWords, storeLanguage, type Language } from './language.ts';

export type MessageId = keyof typeof catalogue;
export type Translate = (id: MessageId, values?: Record<string, unknown>) => string;

interface LanguageState {
  language: Language;
  words: BasicWords;
  t: Translate;
  switchLanguage: (language: Language) => Promise<void>;
}

const LanguageContext = createContext<LanguageState | null>(null);

interface LanguageProviderProps {
  initial: { language: Language; words: BasicWords };
  children: ReactNode;
}

export function LanguageProvider({ initial, children }: LanguageProviderProps) {
  const [current, setCurrent] = useState(initial);
  const switchLanguage = useCallback(async (language: Language) => {
    const words = await activateLanguage(language);
    storeLanguage(language);
    setCurrent({ language, words });
  }, []);
  // Made anew with the language, so that whatever depends on it is said anew.
  const value = useMemo(
    () => ({ ...current, t: ((id, values) => i18n._(id, values)) as Translate, switchLanguage }),
    [current, switchLanguage],
  );
  return <LanguageContext.Provider value={value}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): LanguageState {
  const state = useContext(LanguageContext);
  if (!state) throw new Error('LanguageProvider is missing');
  return state;
}

/** Words all applications share: states, kinds, dates, numbers. */
export const useWords = (): BasicWords => useLanguage().words;

/** Those of a report's page as well: its history, its clocks. */
export function useReportWords(): Words {
  useLanguage();
  return loadedWords();
}

/** This application's messages, by id. */
export const useT = (): Translate => useLanguage().t;
