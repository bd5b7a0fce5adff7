import { isPlaceholder, namesInBraces, type Placeholder } from '@lapor/wording';

/** Placeholders that an answer still bears: nobody shall read them. */
export const leftIn = (text: string): string[] =>
  namesInBraces(text)
    .filter(isPlaceholder)
    .map((name) => `{${name}}`);

/** The text with a placeholder where the caret stands, in the place of what is selected. */
export function withPlaceholder(
  text: string,
  { from, to }: { from: number; to: number },
  name: Placeholder,
): { text: string; caret: number } {
  const word = `{${name}}`;
  return { text: text.slice(0, from) + word + text.slice(to), caret: from + word.length };
}

/** Whether a template is found by the words that were typed: each of them in its title or text. */
export const isFoundBy = ({ title, text }: { title: string; text: string }, search: string): boolean =>
  search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${title} ${text}`.toLowerCase().includes(word));
