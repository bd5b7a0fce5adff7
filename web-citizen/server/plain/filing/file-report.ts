import { randomUUID } from 'node:crypto';
import { formatAccessCode, formatReportNumber, formatTime, localDateOf } from '@lapor/wording';
import { attachFile } from '../attached-files.ts';
import { CATEGORIES, CATEGORY_BY_ID, REGION, REGIONS, SUGGEST } from '../documents.ts';
import type { PlainRequest, VisitorGraph } from '../exchange.ts';
import { hidden, NO_FAULTS, type Choice, type Faults } from '../fields.ts';
import { html } from '../html.ts';
import { BASE, renderDocument, type Frame } from '../layout.ts';
import {
  checkStep,
  emptyDraft,
  firstOpenStep,
  locateFault,
  readDraft,
  STEPS,
  type Category,
  type Draft,
  type Step,
} from './draft.ts';
import { sendReport, type Turn } from './send.ts';
import type { StepView } from './step-view.ts';
import { renderStep } from './steps.ts';

/** A page of filing, and the language of whoever changed it there. */
export interface FilingAnswer {
  status: number;
  html: string;
  retryAfterSeconds?: number;
  isDraft?: boolean;
}

/** The last zone of the country: where the day has come first. */
const EARLIEST_ZONE = 'Asia/Jayapura';
/** Times are told as most readers have them. */
const TOLD_ZONE = 'Asia/Jakarta';

/** The first page of a new report. */
export const beginReport = (frame: Frame): FilingAnswer => ({
  status: 200,
  html: renderStep({ ...blank(frame), step: 'kejadian', draft: emptyDraft(randomUUID()) }),
  isDraft: true,
});

const blank = (frame: Frame) => ({
  frame,
  category: null,
  region: null,
  faults: NO_FAULTS,
  choices: [],
  search: '',
  isChange: false,
});

/** A form that was sent: goes on, goes back, searches, uploads or sends the report. */
export async function continueReport(
  request: PlainRequest,
  frame: Frame,
  now: Date,
  hasToken: boolean,
): Promise<FilingAnswer> {
  const { form } = request;
  const draft = readDraft(form);
  if (!draft) return beginReport(frame);
  const graph = request.graph(null);
  const today = localDateOf(now, EARLIEST_ZONE);
  const step = stepOf(form.get('langkah'));
  const isChange = form.get('dari') === 'periksa';
  const search = (form.get('cari') ?? '').trim().slice(0, 100);
  const go = form.get('ke') ?? 'lanjut';
  const category = await findCategory(graph, draft.kategori);
  const turn = turnOf(form);
  const show = async (at: Step, more: Partial<StepView> = {}, status = 200): Promise<FilingAnswer> => {
    const shown = await choicesOf(graph, at, draft, more.search ?? '');
    const view = {
      ...blank(frame),
      ...shown,
      step: at,
      draft,
      category,
      isChange,
      turn: turn ?? undefined,
      ...more,
    };
    return { status, html: renderStep(view), isDraft: true };
  };
  const { words } = frame;
  if (!hasToken)
    return show(step, { search, note: { heading: words.expiredHeading, text: words.expiredText } }, 403);
  const here = () => faultsOf(frame, checkStep(step, draft, category, today));

  if (go === 'bahasa') return show(step, { search });
  if (go === 'baru') {
    draft.key = randomUUID();
    // Files belong to the key with which they came.
    draft.berkas = [];
    return show('periksa', { turn: undefined });
  }
  if (go === 'cari' && (step === 'kategori' || search !== '')) return show(step, { search });
  if (go === 'kembali') return show(STEPS[Math.max(0, indexOf(step) - 1)]!, { isChange: false });
  if (go.startsWith('ubah-')) return show(stepOf(go.slice(5)), { isChange: true });
  if (step === 'foto') return photos(request, draft, go, show, frame);
  if (go === 'kirim') {
    const open = firstOpenStep(draft, category, today);
    if (open !== 'periksa') {
      const faults = faultsOf(frame, checkStep(open, draft, category, today));
      return show(open, { faults, isChange: true }, 422);
    }
    return send(graph, { draft, category, turn, now, frame, show });
  }

  const faults = here();
  if (step === 'tempat' && search !== '' && draft.wilayah === '') {
    faults.set('wilayah', words.regionUnsearched);
    return show(step, { search, faults }, 422);
  }
  if (faults.size > 0) return show(step, { faults }, 422);
  // A sensitive category proposes confidential once, when it is chosen; it is the reporter's to take back.
  if (step === 'kategori' && category?.isSensitive && form.get('kategoriTadi') !== category.id)
    draft.rahasia = true;
  if (isChange) return show(firstOpenStep(draft, category, today), { isChange: false });
  return show(STEPS[Math.min(STEPS.length - 1, indexOf(step) + 1)]!);
}

type Show = (at: Step, more?: Partial<StepView>, status?: number) => Promise<FilingAnswer>;

const indexOf = (step: Step) => STEPS.findIndex((each) => each === step);
const stepOf = (name: string | undefined): Step =>
  name === 'foto' ? 'foto' : (STEPS.find((step) => step === name) ?? 'kejadian');

const faultsOf = ({ words }: Frame, found: ReturnType<typeof checkStep>): Map<string, string> =>
  new Map(found.map(([field, word]) => [field, words.faultTexts[word]]));

function turnOf(form: ReadonlyMap<string, string>): Turn | null {
  const [token, at] = [form.get('giliran') ?? '', form.get('giliranPukul') ?? ''];
  return token !== '' && !Number.isNaN(Date.parse(at)) ? { token: token.slice(0, 1_000), at } : null;
}

async function photos(request: PlainRequest, draft: Draft, go: string, show: Show, { words }: Frame) {
  const faulty = (text: string) => show('foto', { faults: new Map([['berkas', text]]) }, 422);
  if (go.startsWith('hapus-')) {
    draft.berkas = draft.berkas.filter(({ id }) => id !== go.slice(6));
    return show('foto');
  }
  const upload = (name: string, content: Uint8Array) =>
    request.upload({ submissionKey: draft.key }, name, content);
  const attached = await attachFile(request, draft.berkas, upload, words);
  if ('fault' in attached) return faulty(attached.fault);
  if (go === 'unggah' && !attached.isNew) return faulty(words.photoMissing);
  draft.berkas = attached.files;
  return show(go === 'unggah' ? 'foto' : 'periksa', { isChange: false });
}

interface Sending {
  draft: Draft;
  category: Category | null;
  turn: Turn | null;
  now: Date;
  frame: Frame;
  show: Show;
}

async function send(
  graph: VisitorGraph,
  { draft, category, turn, now, frame, show }: Sending,
): Promise<FilingAnswer> {
  const { words } = frame;
  const wait = async (next: Turn): Promise<FilingAnswer> => {
    const text = words.waitText(formatTime(words.words, next.at, TOLD_ZONE));
    const shown = await show('periksa', { turn: next, note: { heading: words.waitHeading, text } }, 429);
    const seconds = Math.ceil((Date.parse(next.at) - now.getTime()) / 1_000);
    return { ...shown, retryAfterSeconds: Math.max(1, seconds) };
  };
  // Asked before its time a place would be lost.
  if (turn && Date.parse(turn.at) > now.getTime()) return wait(turn);
  const sent = await sendReport(graph, draft, category, turn);
  switch (sent.kind) {
    case 'sent':
      return { status: 200, html: renderDone(frame, sent) };
    case 'refused': {
      const places = sent.faults.map(locateFault);
      const step = places[0]?.step ?? 'periksa';
      const faults: Faults = new Map(
        places
          .filter((place) => place.step === step)
          .map(({ field, word }) => [field, words.faultTexts[word]]),
      );
      return show(step, { faults, isChange: true }, 422);
    }
    case 'conflict':
      return show(
        'periksa',
        { note: { heading: words.conflictHeading, text: words.conflictText }, isConflict: true },
        409,
      );
    case 'busy': {
      if (sent.turn) return wait(sent.turn);
      const text = words.waitFull(Math.max(1, Math.ceil(sent.retryAfterSeconds / 60)));
      const shown = await show(
        'periksa',
        { turn: undefined, note: { heading: words.waitHeading, text } },
        429,
      );
      return { ...shown, retryAfterSeconds: sent.retryAfterSeconds };
    }
    case 'unreachable':
      return {
        ...(await show('periksa', { note: { heading: words.notSentHeading, text: words.notSentText } }, 503)),
        retryAfterSeconds: 5,
      };
  }
}

/** Number and code, once more however often the same form is sent. They stand in no address. */
function renderDone(frame: Frame, { number, accessCode }: { number: string; accessCode: string }): string {
  const { words, token } = frame;
  return renderDocument(frame, {
    title: words.doneHeading,
    body: html` <h1>${words.doneHeading}</h1>
      <dl class="keys">
        <dt>${words.number}</dt>
        <dd id="nomor">${formatReportNumber(number)}</dd>
        <dt>${words.code}</dt>
        <dd id="kode">${formatAccessCode(accessCode)}</dd>
      </dl>
      <p><strong>${words.codeOnce}</strong></p>
      <form method="post" action="${BASE}/lacak">
        ${hidden('tanda', token)}${hidden('nomor', number)}${hidden('kode', accessCode)}
        <p><button type="submit" class="main">${words.openMine}</button></p>
      </form>
      <h2>${words.doneNext}</h2>
      <ol>
        ${words.doneSteps.map((step) => html`<li>${step}</li>`)}
      </ol>`,
  });
}

async function findCategory(graph: VisitorGraph, id: string): Promise<Category | null> {
  if (id === '') return null;
  const data = await graph(CATEGORY_BY_ID, { id });
  // Not to be asked now is not unknown: what was chosen is kept.
  if (!data) return { id, name: id, path: id, isSensitive: false, identityRequirement: 'NONE' };
  return (data.category as Category | null) ?? null;
}

type Region = { code: string; name: string; fullName: string };

async function findRegion(graph: VisitorGraph, code: string): Promise<Region | null> {
  if (code === '') return null;
  const data = await graph(REGION, { code });
  return data ? ((data.region as Region | null) ?? null) : { code, name: code, fullName: code };
}

/** What a step lets choose from: the chosen one first, then what was found or is suggested. */
async function choicesOf(graph: VisitorGraph, step: Step, draft: Draft, search: string) {
  if (step === 'kategori') {
    const found = search === '' ? await suggested(graph, draft) : await searched(graph, search);
    const chosen = await findCategory(graph, draft.kategori);
    const all = chosen ? [chosen, ...found.filter(({ id }) => id !== chosen.id)] : found;
    return {
      search,
      choices: all.map(({ id, name, path }): Choice => ({
        value: id,
        label: name,
        note: noteOf(path, name),
      })),
    };
  }
  if (step === 'tempat') {
    const data = search === '' ? null : await graph(REGIONS, { search });
    const found = (data?.regions ?? []) as Region[];
    const chosen = await findRegion(graph, draft.wilayah);
    const all = chosen ? [chosen, ...found.filter(({ code }) => code !== chosen.code)] : found;
    return {
      search,
      choices: all.map(({ code, name, fullName }): Choice => ({
        value: code,
        label: name,
        note: noteOf(fullName, name),
      })),
    };
  }
  if (step === 'periksa') return { region: await findRegion(graph, draft.wilayah) };
  return {};
}

const noteOf = (long: string, short: string) => (long === short ? undefined : long);

async function suggested(graph: VisitorGraph, { isi, wilayah }: Draft): Promise<Category[]> {
  const data = await graph(SUGGEST, { text: isi, regionCode: wilayah || null });
  const { categories } = (data?.suggestRouting ?? { categories: [] }) as {
    categories: { category: Category }[];
  };
  return categories.length > 0 ? categories.map(({ category }) => category) : searched(graph, null);
}

const searched = async (graph: VisitorGraph, search: string | null): Promise<Category[]> =>
  ((await graph(CATEGORIES, { search }))?.categories ?? []) as Category[];
