import { checkbox, button, faultSummary, hidden, radios, textArea, textField } from '../fields.ts';
import { html, type Html, type Value } from '../html.ts';
import { BASE, renderDocument, type Frame } from '../layout.ts';
import { draftFields, isAnonymous, LONGEST, STEPS, type Category, type Draft, type Step } from './draft.ts';
import { renderCheck } from './check-step.ts';
import { renderPhotos } from './photo-step.ts';
import type { StepView } from './step-view.ts';
import { seenByProtection } from './who-sees-what.ts';

const VISIBLE: Readonly<Record<Step, readonly string[]>> = {
  kejadian: ['isi', 'judul', 'jenis'],
  kategori: ['kategori'],
  tempat: ['wilayah', 'patokan', 'sejak'],
  kontak: ['nama', 'telepon', 'surel', 'tampilkanNama', 'anonim', 'rahasia'],
  foto: [],
  periksa: [],
};

/** One step as a whole page; its form carries everything typed in the others. */
export function renderStep(view: StepView): string {
  const { frame, step, draft, faults, note, turn } = view;
  const { words } = frame;
  const { heading, body } = BODIES[step](view);
  const visible = new Set(VISIBLE[step]);
  if (step === 'kontak' && needsIdentity(view.category))
    for (const name of ['nik', 'alamat']) visible.add(name);
  // Not offered, so kept as it was: another category may bring it back.
  if (step === 'kontak' && needsIdentity(view.category)) visible.delete('anonim');
  const at = STEPS.findIndex((each) => each === step);
  return renderDocument(frame, {
    title: `${words.file}: ${heading}`,
    hasFaults: faults.size > 0,
    body: html` ${at >= 0 && html`<p class="step">${words.step(at + 1, STEPS.length)}</p>`}
      <h1>${heading}</h1>
      ${
        note &&
        html`<div class="summary" role="alert">
          <h2>${note.heading}</h2>
          <p>${note.text}</p>
        </div>`
      }
      ${faultSummary(faults, words)}
      <form
        method="post"
        action="${BASE}/lapor"
        ${step === 'foto' ? html` enctype="multipart/form-data"` : null}
        novalidate
      >
        ${hidden('tanda', frame.token)}${hidden('langkah', step)}${hidden('dari', view.isChange ? 'periksa' : '')}
        ${turn && [hidden('giliran', turn.token), hidden('giliranPukul', turn.at)]}
        ${draftFields(draft)
          .filter(([name]) => !visible.has(name))
          .map(([name, value]) => hidden(name, value))}
        ${body}
        <p class="switch">
          ${button('bahasa', html`<span lang="${words.lang === 'id' ? 'en' : 'id'}">${words.otherLanguage}</span>`, 'link')}
        </p>
      </form>`,
  });
}

export const needsIdentity = (category: Category | null): boolean =>
  category?.identityRequirement === 'IDENTITY';

const buttons = (first: Html, { words }: Frame, hasBack = true): Html =>
  html`<p class="buttons">${first}${hasBack && button('kembali', words.back, 'other')}</p>
    <p class="hint">${words.nothingSentYet}</p>`;

type Body = (view: StepView) => { heading: string; body: Value };

const what: Body = ({ frame, draft, faults }) => {
  const { words } = frame;
  return {
    heading: words.whatHeading,
    body: html` <p class="aside">${words.danger}</p>
      ${textArea({ name: 'isi', label: words.text, hint: words.textHint, value: draft.isi, rows: 8, most: LONGEST.isi, faults, words })}
      ${textField({ name: 'judul', label: words.title, hint: words.titleHint, value: draft.judul, most: LONGEST.judul, faults, words })}
      ${radios({
        name: 'jenis',
        legend: words.kind,
        value: draft.jenis,
        choices: Object.entries(words.kindTexts).map(([value, note]) => ({
          value,
          label: words.words.kinds[value as Draft['jenis']],
          note,
        })),
        faults,
        words,
      })}
      ${buttons(button('lanjut', words.next), frame, false)}`,
  };
};

const category: Body = ({ frame, draft, choices, search, faults }) => {
  const { words } = frame;
  return {
    heading: words.categoryHeading,
    body: html` ${hidden('kategoriTadi', draft.kategori)}
      ${radios({
        name: 'kategori',
        legend: words.category,
        hint: words.categoryHint,
        value: draft.kategori,
        choices: [...choices, { value: '', label: words.categoryNone }],
        faults,
        words,
      })}
      <div class="search">
        ${textField({ name: 'cari', type: 'search', label: words.categorySearch, hint: words.categorySearchHint, value: search, most: LONGEST.cari, faults, words })}
        ${button('cari', words.searchDo, 'other')}
      </div>
      ${buttons(button('lanjut', words.next), frame)}`,
  };
};

const place: Body = ({ frame, draft, choices, search, faults }) => {
  const { words } = frame;
  return {
    heading: words.placeHeading,
    body: html` <div class="search">
        ${textField({ name: 'cari', type: 'search', label: words.regionSearch, hint: words.regionSearchHint, value: search, most: LONGEST.cari, faults, words })}
        ${button('cari', words.searchDo, 'other')}
      </div>
      ${search !== '' && choices.length === 0 && html`<p role="status">${words.noResults}</p>`}
      ${radios({
        name: 'wilayah',
        legend: words.region,
        value: draft.wilayah || (search === '' ? '' : '-'),
        choices: [...choices, { value: '', label: words.regionNone }],
        faults,
        words,
      })}
      ${textField({ name: 'patokan', label: words.placeText, hint: words.placeTextHint, value: draft.patokan, most: LONGEST.patokan, faults, words })}
      ${textField({ name: 'sejak', type: 'date', label: words.occurredOn, hint: words.occurredOnHint, value: draft.sejak, faults, words })}
      ${buttons(button('lanjut', words.next), frame)}`,
  };
};

const contact: Body = ({ frame, draft, category: chosen, faults }) => {
  const { words } = frame;
  const named = needsIdentity(chosen);
  const field = (name: 'nama' | 'telepon' | 'surel' | 'nik' | 'alamat') => ({
    name,
    value: draft[name],
    faults,
    words,
  });
  return {
    heading: words.contactHeading,
    body: html` <p>${words.contactTexts[chosen?.identityRequirement ?? 'NONE']}</p>
      ${textField({ ...field('nama'), label: words.name, hint: named ? undefined : words.optional, most: LONGEST.nama, autocomplete: 'name' })}
      ${textField({ ...field('telepon'), label: words.phone, hint: words.phoneHint, type: 'tel', autocomplete: 'tel' })}
      ${textField({ ...field('surel'), label: words.email, hint: words.emailHint, type: 'email', autocomplete: 'email' })}
      ${
        named &&
        html`${textField({ ...field('nik'), label: words.nik, hint: words.nikHint, inputmode: 'numeric', autocomplete: 'off' })}
        ${textField({ ...field('alamat'), label: words.address, hint: words.optional, most: LONGEST.alamat, autocomplete: 'street-address' })}`
      }
      ${checkbox({ name: 'tampilkanNama', label: words.showName, checked: draft.tampilkanNama, faults, words })}
      <p class="hint">${words.sealed}</p>
      <fieldset>
        <legend>${words.protection}</legend>
        ${chosen?.isSensitive && html`<p>${words.whyConfidential}</p>`}
        ${
          named
            ? html`<p>${words.whyNotAnonymous}</p>`
            : checkbox({
                name: 'anonim',
                label: words.anonymous,
                hint: words.anonymousText,
                checked: isAnonymous(draft, chosen),
                faults,
                words,
              })
        }
        ${checkbox({ name: 'rahasia', label: words.confidential, hint: words.confidentialText, checked: draft.rahasia, faults, words })}
        <p class="hint">${words.onlyYouUndo}</p>
      </fieldset>
      ${seenByProtection(words)} ${buttons(button('lanjut', words.next), frame)}`,
  };
};

const BODIES: Readonly<Record<Step, Body>> = {
  kejadian: what,
  kategori: category,
  tempat: place,
  kontak: contact,
  foto: (view) => ({ heading: view.frame.words.photoHeading, body: renderPhotos(view) }),
  periksa: (view) => ({ heading: view.frame.words.checkHeading, body: renderCheck(view) }),
};
