/**
 * Stands in for `@lingui/core` in the browser: what is left of it once all messages are compiled (messages.ts) and
 * dates and numbers are written by `@lapor/wording`: texts, values and plurals. Its test holds it against the library,
 * message by message.
 */
type Token = string | [name: string, kind?: 'plural', cases?: Record<string, Text>];
type Text = string | readonly Token[];
type Values = Record<string, unknown>;

const catalogues: Record<string, Record<string, Text>> = {};

function say(text: Text, values: Values, counted?: unknown): string {
  if (typeof text === 'string') return text;
  return text
    .map((token) => {
      if (token === '#' && counted !== undefined)
        return new Intl.NumberFormat(i18n.locale).format(Number(counted));
      if (typeof token === 'string') return token;
      const [name, , cases] = token;
      const value = values[name];
      if (!cases) return value ?? '';
      const rule = new Intl.PluralRules(i18n.locale).select(Number(value));
      return say(cases[String(value)] ?? cases[rule] ?? cases['other'] ?? '', values, value);
    })
    .join('');
}

export const i18n = {
  locale: '',
  load(locale: string, messages: Record<string, Text>): void {
    catalogues[locale] = { ...catalogues[locale], ...messages };
  },
  activate(locale: string): void {
    i18n.locale = locale;
  },
  /** The message; where it is not loaded its id, which is a fault of ours and still tells something. */
  _: (id: string, values: Values = {}): string => say(catalogues[i18n.locale]?.[id] ?? id, values),
};
