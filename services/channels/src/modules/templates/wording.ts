/** By what a wording goes: messengers share one. */
export const MEDIA = ['MAIL', 'PHONE', 'MESSENGER'] as const;
export type Medium = (typeof MEDIA)[number];

/** The words of a template as somebody wrote them, with placeholders: `{nomor}`. */
export interface Wording {
  /** Of a mail; else `null`. */
  subject: string | null;
  body: string;
}

/** A wording that cannot be filled any more; the built-in one goes instead. The message is a code. */
export class BrokenWording extends Error {
  override name = 'BrokenWording';
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Names of the placeholders in a text, in order. */
export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);

/**
 * Puts values in the place of placeholders; values are put in as they are and not looked at again. What an empty one leaves closes up.
 * @throws BrokenWording when there is no value of that name.
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  const filled = text.replace(PLACEHOLDER, (_all, name: string) => {
    if (!Object.hasOwn(values, name)) throw new BrokenWording(`UNKNOWN_PLACEHOLDER ${name.slice(0, 40)}`);
    return values[name]!;
  });
  return filled
    .replace(/ {2,}/g, ' ')
    .replace(/ +$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
