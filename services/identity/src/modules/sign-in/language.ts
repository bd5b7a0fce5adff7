/** The language to write in: Indonesian unless English is asked for first. */
export const languageOf = (headers: Headers | undefined | null): 'id' | 'en' =>
  /^\s*en\b/i.test(headers?.get('accept-language') ?? '') ? 'en' : 'id';
