/** The language to write in: Indonesian unless English is asked for first. */
export const languageOf = (acceptLanguage: string | undefined | null): 'id' | 'en' =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'id';
