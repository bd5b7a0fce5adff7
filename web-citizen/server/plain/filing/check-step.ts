import { formatDay } from '@lapor/wording';
import { button } from '../fields.ts';
import { html, type Html, type Value } from '../html.ts';
import { isAnonymous, titleOf } from './draft.ts';
import type { StepView } from './step-view.ts';
import { seenWithDraft } from './who-sees-what.ts';

/** Everything that will be sent, each part with its way back, and the button that sends it. */
export function renderCheck({ frame: { words }, draft, category, region, isConflict }: StepView): Html {
  const anonymous = isAnonymous(draft, category);
  const contacts = [draft.nama, draft.telepon, draft.surel].map((text) => text.trim()).filter(Boolean);
  const part = (heading: string, step: string, rows: readonly (readonly [string, Value])[]) =>
    html` <section>
      <h2>${heading}</h2>
      <dl>
        ${rows.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      <p>${button(`ubah-${step}`, words.changeOf(heading), 'link')}</p>
    </section>`;
  return html` ${part(words.report, 'kejadian', [
      [words.title, titleOf(draft)],
      [words.text, html`<span class="prewrap">${draft.isi.trim()}</span>`],
      [words.kind, words.words.kinds[draft.jenis]],
    ])}
    ${part(words.category, 'kategori', [[words.category, category?.path ?? words.decidedByOfficer]])}
    ${part(words.place, 'tempat', [
      [words.region, region?.fullName ?? words.notSaid],
      [words.placeText, draft.patokan.trim() || words.notSaid],
      [words.time, draft.sejak ? formatDay(words.words, draft.sejak, 'date') : words.notSaid],
    ])}
    ${part(words.contact, 'kontak', [
      [words.contact, anonymous || contacts.length === 0 ? words.newsOnlyByCode : contacts.join(', ')],
      [
        words.protection,
        [anonymous && words.anonymousShort, draft.rahasia && words.confidentialShort]
          .filter(Boolean)
          .join(', ') || words.open,
      ],
    ])}
    ${part(words.photoHeading, 'foto', [
      [words.photoHeading, draft.berkas.map(({ name }) => name).join(', ') || words.photoNone],
    ])}
    ${seenWithDraft(draft, category, words)}
    <p>${words.truth}</p>
    <p class="buttons">
      ${isConflict ? button('baru', words.fileAnother) : button('kirim', words.send)}${button('kembali', words.back, 'other')}
    </p>
    <p class="hint">${words.sendOnce}</p>`;
}
