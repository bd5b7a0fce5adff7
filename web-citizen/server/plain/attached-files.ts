import type { PlainRequest, Uploaded } from './exchange.ts';
import { html, type Html } from './html.ts';
import type { PlainWords } from './words/id.ts';

export const MOST_FILES = 5;

/** A file that was uploaded and is attached when its form is sent. */
export interface AttachedFile {
  id: string;
  name: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
export const isUuid = (text: string): boolean => UUID.test(text);

/** As a form carries them: one line a file, id, a blank, name. */
export const readFiles = (text: string): AttachedFile[] =>
  text
    .split('\n')
    .map((line) => ({ id: line.slice(0, 36), name: line.slice(37, 160) }))
    .filter(({ id }) => isUuid(id))
    .slice(0, MOST_FILES);

export const writeFiles = (files: readonly AttachedFile[]): string =>
  files.map(({ id, name }) => `${id} ${name.replaceAll('\n', ' ')}`).join('\n');

/** Uploads the file that came with a form, if there is one and room for it; a fault in words when it cannot be taken. */
export async function attachFile(
  { file }: Pick<PlainRequest, 'file'>,
  files: readonly AttachedFile[],
  upload: (fileName: string, content: Uint8Array) => Promise<Uploaded>,
  words: PlainWords,
): Promise<{ files: AttachedFile[]; isNew: boolean } | { fault: string }> {
  if (!file || files.length >= MOST_FILES) return { files: [...files], isNew: false };
  const uploaded = 'code' in file.content ? file.content : await upload(file.fileName, file.content);
  if ('code' in uploaded) return { fault: words.photoFaults[uploaded.code] ?? words.photoFailed };
  return { files: [...files, { id: uploaded.id, name: file.fileName.slice(0, 120) }], isNew: true };
}

interface FileChoice {
  /** Name of the field for faults; its id is `f-<name>`. */
  name: string;
  files: readonly AttachedFile[];
  fault: string | undefined;
  words: PlainWords;
  /** What the button is sent with that uploads the chosen file. */
  uploadAs: string;
  /** Begin of what the button is sent with that takes a file away; its id follows. */
  removeAs: string;
  /** Where these buttons lead, when the form itself leads elsewhere. */
  action?: string;
}

/** Files one at a time: what fails on a slow network is one of them. */
export function renderFileChoice({
  name,
  files,
  fault,
  words,
  uploadAs,
  removeAs,
  action,
}: FileChoice): Html {
  const step = (value: string, label: string, look: 'other' | 'link') =>
    html`<button
      type="submit"
      name="ke"
      value="${value}"
      class="${look}"
      ${action ? html` formaction="${action}"` : null}
    >
      ${label}
    </button>`;
  return html` ${
    files.length === 0
      ? html`<p>${words.photoNone}</p>`
      : html`<ul class="files">
          ${files.map(
            (file) =>
              html`<li>
                ${file.name} ${step(`${removeAs}${file.id}`, words.photoRemove(file.name), 'link')}
              </li>`,
          )}
        </ul>`
  }
  ${
    files.length >= MOST_FILES
      ? html`<p>${words.photoGone}</p>`
      : html` <div class="field">
            <label for="f-${name}">${words.photoFile}</label>
            ${fault && html`<p class="fault" id="f-${name}-salah"><strong>${words.errorPrefix}</strong> ${fault}</p>`}
            <input
              type="file"
              id="f-${name}"
              name="unggahan"
              accept="image/jpeg,image/png,image/webp,application/pdf"
              ${fault && html` aria-describedby="f-${name}-salah" aria-invalid="true"`}
            />
          </div>
          ${step(uploadAs, words.photoAdd, 'other')}`
  }`;
}
