import { button } from '../fields.ts';
import { html, type Html } from '../html.ts';
import { MOST_FILES } from './draft.ts';
import type { StepView } from './steps.ts';

/** Files one at a time: what fails on a slow network is one of them. */
export function renderPhotos({ frame: { words }, draft, faults }: StepView): Html {
  const fault = faults.get('berkas');
  return html` <p>${words.photoHint}</p>
    ${
      draft.berkas.length === 0
        ? html`<p>${words.photoNone}</p>`
        : html`<ul class="files">
            ${draft.berkas.map(
              ({ id, name }) =>
                html`<li>${name} ${button(`hapus-${id}`, words.photoRemove(name), 'link')}</li>`,
            )}
          </ul>`
    }
    ${
      draft.berkas.length >= MOST_FILES
        ? html`<p>${words.photoGone}</p>`
        : html` <div class="field">
              <label for="f-berkas">${words.photoFile}</label>
              ${fault && html`<p class="fault" id="f-berkas-salah"><strong>${words.errorPrefix}</strong> ${fault}</p>`}
              <input
                type="file"
                id="f-berkas"
                name="unggahan"
                accept="image/jpeg,image/png,image/webp,application/pdf"
                ${fault && html` aria-describedby="f-berkas-salah" aria-invalid="true"`}
              />
            </div>
            ${button('unggah', words.photoAdd, 'other')}`
    }
    <p class="buttons">${button('periksa', words.next)}</p>
    <p class="hint">${words.nothingSentYet}</p>`;
}
