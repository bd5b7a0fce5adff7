/** Keys that choose the first suggestions: those of a row of the keyboard for categories, of the next one for organisations. */
export const SUGGESTION_KEYS: Readonly<Record<'category' | 'lead', readonly string[]>> = {
  category: ['q', 'w', 'e'],
  lead: ['f', 'g', 'h'],
};
