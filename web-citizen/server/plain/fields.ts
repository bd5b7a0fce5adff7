import { html, when, type Html, type Value } from './html.ts';
import type { PlainWords } from './words/id.ts';

/** A fault beside its field: name of the field, words. */
export type Faults = ReadonlyMap<string, string>;

export const NO_FAULTS: Faults = new Map();

const idOf = (name: string) => `f-${name}`;

interface Field {
  name: string;
  label: string;
  hint?: string | undefined;
  value: string;
  faults: Faults;
  words: PlainWords;
}

const describedBy = ({ name, hint, faults }: Field): Html | null => {
  const ids = [faults.has(name) && `${idOf(name)}-salah`, hint && `${idOf(name)}-ket`]
    .filter(Boolean)
    .join(' ');
  return ids ? html` aria-describedby="${ids}"` : null;
};
const invalid = ({ name, faults }: Field): Html | null =>
  faults.has(name) ? html` aria-invalid="true"` : null;
const fault = ({ name, faults, words }: Pick<Field, 'name' | 'faults' | 'words'>): Html | null =>
  faults.has(name)
    ? html`<p class="fault" id="${idOf(name)}-salah">
        <strong>${words.errorPrefix}</strong> ${faults.get(name)}
      </p>`
    : null;

const labelled = (field: Field, control: Html): Html =>
  html` <div class="field">
    <label for="${idOf(field.name)}">${field.label}</label>
    ${field.hint && html`<p class="hint" id="${idOf(field.name)}-ket">${field.hint}</p>`} ${fault(field)}
    ${control}
  </div>`;

interface TextField extends Field {
  type?: 'text' | 'search' | 'email' | 'tel' | 'date';
  most?: number;
  autocomplete?: string;
  inputmode?: 'numeric' | 'tel' | 'email';
}

/** A line of text with its label, hint and fault. */
export const textField = (field: TextField): Html =>
  labelled(
    field,
    html`<input
      id="${idOf(field.name)}"
      name="${field.name}"
      type="${field.type ?? 'text'}"
      value="${field.value}"
      ${
        field.most ? html` maxlength="${field.most}"` : null
      }${field.autocomplete ? html` autocomplete="${field.autocomplete}"` : null}${
        field.inputmode ? html` inputmode="${field.inputmode}"` : null
      }${describedBy(field)}${invalid(field)}
    />`,
  );

/** Several lines. A line break first, or a browser would swallow one that the text begins with. */
export const textArea = (field: Field & { rows: number; most: number }): Html =>
  labelled(
    field,
    html`<textarea
      id="${idOf(field.name)}"
      name="${field.name}"
      rows="${field.rows}"
      maxlength="${field.most}"
      ${describedBy(field)}${invalid(field)}
    >
${field.value}</textarea>`,
  );

export interface Choice {
  value: string;
  label: string;
  note?: string | undefined;
}

/** One of several. */
export const radios = (
  field: Omit<Field, 'label'> & { legend: string; choices: readonly Choice[] },
): Html => html`
<fieldset${field.faults.has(field.name) ? html` aria-describedby="${idOf(field.name)}-salah"` : null}>
<legend>${field.legend}</legend>
${field.hint && html`<p class="hint">${field.hint}</p>`}
${fault(field)}
${field.choices.map(
  ({ value, label, note }, index) =>
    html` <div class="choice">
      <input
        type="radio"
        id="${index === 0 ? idOf(field.name) : `${idOf(field.name)}-${index}`}"
        name="${field.name}"
        value="${value}"
        ${when(value === field.value, 'checked')}
      />
      <label for="${index === 0 ? idOf(field.name) : `${idOf(field.name)}-${index}`}"
        >${label}${note && html` <span class="note">${note}</span>`}</label
      >
    </div>`,
)}
</fieldset>`;

/** Yes or no. */
export const checkbox = (field: Omit<Field, 'value'> & { checked: boolean }): Html =>
  html` <div class="choice">
    <input
      type="checkbox"
      id="${idOf(field.name)}"
      name="${field.name}"
      value="1"
      ${when(field.checked, 'checked')}${
        field.hint ? html` aria-describedby="${idOf(field.name)}-ket"` : null
      }
    />
    <label for="${idOf(field.name)}">${field.label}</label>
    ${field.hint && html`<p class="hint" id="${idOf(field.name)}-ket">${field.hint}</p>`} ${fault(field)}
  </div>`;

/** What a form carries along unseen. */
export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

/** A button that says which way; the value is what the form is sent with. */
export const button = (value: string, label: Value, look: 'main' | 'other' | 'link' = 'main'): Html =>
  html`<button type="submit" name="ke" value="${value}" class="${look}">${label}</button>`;

/** All faults first, each leading to its field. */
export const faultSummary = (faults: Faults, words: PlainWords): Html | null =>
  faults.size === 0
    ? null
    : html` <div class="summary" role="alert">
        <h2>${words.faults(faults.size)}</h2>
        <ul>
          ${[...faults].map(([name, text]) => html`<li><a href="#${idOf(name)}">${text}</a></li>`)}
        </ul>
      </div>`;
