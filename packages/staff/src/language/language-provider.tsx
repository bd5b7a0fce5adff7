import { i18n, type Messages } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import type { Words } from '@lapor/wording';
import { words as indonesianWords } from '@lapor/wording/id';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import indonesian from '../locales/id.json';
import { readChoice, rememberChoice } from '../storage/choices.ts';

export type Language = 'id' | 'en';

/** A console's own messages: Indonesian at hand, English loaded when it is asked for. */
export interface Catalogues {
  id: object;
  en: () => Promise<{ default: object }>;
}

interface LanguageState {
  language: Language;
  /** Resolves when the words are there; rejects when they could not be loaded. */
  choose: (language: Language) => Promise<void>;
  /** Names of states, clocks and the like, and how dates are written. */
  words: Words;
}

const LanguageContext = createContext<LanguageState | null>(null);

export function useLanguage(): LanguageState {
  const state = useContext(LanguageContext);
  if (!state) throw new Error('useLanguage needs a LanguageProvider above it');
  return state;
}

/** Words in the chosen language; the choice is kept on the device. Indonesian unless English was chosen. */
export function LanguageProvider({ catalogues, children }: { catalogues: Catalogues; children: ReactNode }) {
  const [shown, setShown] = useState<{ language: Language; words: Words }>(() => {
    i18n.load('id', { ...indonesian, ...catalogues.id } as unknown as Messages);
    i18n.activate('id');
    return { language: 'id', words: indonesianWords };
  });

  const state = useMemo<LanguageState>(() => {
    async function choose(language: Language) {
      const words = language === 'id' ? indonesianWords : await loadEnglish(catalogues);
      i18n.activate(language);
      document.documentElement.lang = language;
      rememberChoice('language', language);
      setShown({ language, words });
    }
    return { ...shown, choose };
  }, [catalogues, shown]);

  useEffect(() => {
    // Kept quietly in Indonesian when English cannot be loaded.
    if (readChoice('language') === 'en') state.choose('en').catch(() => undefined);
    // Once, at the start.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return (
    <LanguageContext.Provider value={state}>
      <I18nProvider i18n={i18n}>{children}</I18nProvider>
    </LanguageContext.Provider>
  );
}

async function loadEnglish(catalogues: Catalogues): Promise<Words> {
  const [shared, own, { words }] = await Promise.all([
    import('../locales/en.json'),
    catalogues.en(),
    import('@lapor/wording/en'),
  ]);
  i18n.load('en', { ...shared.default, ...own.default } as unknown as Messages);
  return words;
}
