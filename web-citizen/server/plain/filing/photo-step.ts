import { renderFileChoice } from '../attached-files.ts';
import { button } from '../fields.ts';
import { html, type Html } from '../html.ts';
import type { StepView } from './step-view.ts';

/** Photos and documents of a report that is not sent yet. */
export const renderPhotos = ({ frame: { words }, draft, faults }: StepView): Html =>
  html` <p>${words.photoHint}</p>
    ${renderFileChoice({
      name: 'berkas',
      files: draft.berkas,
      fault: faults.get('berkas'),
      words,
      uploadAs: 'unggah',
      removeAs: 'hapus-',
    })}
    <p class="buttons">${button('periksa', words.next)}</p>
    <p class="hint">${words.nothingSentYet}</p>`;
