import { i18n, type Messages } from '@lingui/core';
import { words as indonesian } from '@lapor/wording/id-basic';
import type { BasicWords, Words } from '@lapor/wording';
import firstIndonesian from '../locales/id.json?part=first';
import { readStored, writeStored } from './stored.ts';

export type Language = 'id' | 'en';

interface Source {
  first: () => Promise<Messages>;
  soon: () => Promise<Messages>;
  receipt: () => Promise<Messages>;
  later: () => Promise<{ messages: Messages; words: Words }>;
  basicWords: () => Promise<BasicWords>;
}

// Indonesian travels with the entry; the other language, and what is said later, come when they are asked for.
const sources: Record<Language, Source> = {
  id: {
    first: async () => firstIndonesian,
    soon: async () => (await import('../locales/id.json?part=soon')).default,
    receipt: async () => (await import('../locales/id.json?part=receipt')).default,
    later: async () => (await import('./later-id.ts')).later,
    basicWords: async () => indonesian,
  },
  en: {
    first: async () => (await import('../locales/en.json?part=first')).default,
    soon: async () => (await import('../locales/en.json?part=soon')).default,
    receipt: async () => (await import('../locales/en.json?part=receipt')).default,
    later: async () => {
      const [{ default: more }, { words }] = await Promise.all([
        import('../locales/en.json?part=more'),
        import('@lapor/wording/en'),
      ]);
      return { messages: more, words };
    },
    basicWords: async () => (await import('@lapor/wording/en-basic')).words,
  },
};

let soonWanted = false;
let moreWanted = false;
let receiptWanted = false;
let allWords: Words | null = null;

/** Loads all that is wanted so far in a language and makes it the one that is read; answers its first words. */
export async function activateLanguage(language: Language): Promise<BasicWords> {
  const source = sources[language];
  const [first, words] = await Promise.all([
    source.first(),
    source.basicWords(),
    soonWanted && loadSoonOf(language),
    moreWanted && loadMoreOf(language),
    receiptWanted && loadReceiptWordsOf(language),
  ]);
  i18n.load(language, first);
  i18n.activate(language);
  document.documentElement.lang = language;
  return words;
}

async function loadSoonOf(language: Language): Promise<void> {
  const [messages] = await Promise.all([sources[language].soon(), import('./soon-styles.ts')]);
  i18n.load(language, messages);
}

async function loadMoreOf(language: Language): Promise<void> {
  const [{ messages, words }] = await Promise.all([sources[language].later(), import('./more-styles.ts')]);
  i18n.load(language, messages);
  allWords = words;
}

async function loadReceiptWordsOf(language: Language): Promise<void> {
  i18n.load(language, await sources[language].receipt());
}

const currentLanguage = () => i18n.locale as Language;

/** Messages and styles of what stands on the first pages and is not needed to file a report. */
export async function loadSoon(): Promise<void> {
  soonWanted = true;
  await loadSoonOf(currentLanguage());
}

/** Messages, words and styles of the pages behind the first ones; called by every such page before it is shown. */
export async function loadMore(): Promise<void> {
  moreWanted = true;
  await Promise.all([loadSoon(), loadMoreOf(currentLanguage())]);
}

/** Messages of the page that checks receipts. */
export async function loadReceiptWords(): Promise<void> {
  receiptWanted = true;
  await loadReceiptWordsOf(currentLanguage());
}

/** All shared words of the language that is read, on the pages that have loaded them. */
export function loadedWords(): Words {
  if (!allWords) throw new Error('This page must load more messages first');
  return allWords;
}

export const storedLanguage = (): Language => (readStored('language') === 'en' ? 'en' : 'id');
export const storeLanguage = (language: Language) => writeStored('language', language);
