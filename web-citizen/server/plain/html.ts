import { escapeMarkup } from '../escape.ts';

/** Markup that is safe as it stands: what was put into it was escaped. */
export interface Html {
  readonly markup: string;
}

/** Everything but `Html` is written as text; nothing is written for what is not there. */
export type Value = Html | string | number | null | undefined | false | readonly Value[];

const isHtml = (value: object): value is Html => 'markup' in value;

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeMarkup(value);
  if (typeof value === 'number') return String(value);
  return isHtml(value) ? value.markup : value.map(written).join('');
}

/** A piece of a page. Values stand between tags or in quoted attributes, where stored text can only be text. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: parts.reduce((text, part, index) => text + written(values[index - 1]) + part),
});

/** An attribute that is there or not, such as `checked`. */
export const when = (condition: boolean, attribute: 'checked' | 'selected' | 'required'): Html => ({
  markup: condition ? ` ${attribute}` : '',
});
