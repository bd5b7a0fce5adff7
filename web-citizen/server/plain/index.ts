import type { PlainAnswer, PlainCookie, PlainPages, PlainRequest } from './exchange.ts';
import { beginReport, continueReport } from './filing/file-report.ts';
import { FORM_COOKIE, isOurForm, markOf, tokenOf } from './forms.ts';
import { actionOf, change, changeFiles, readAsked, readTried, type Tried } from './following/actions.ts';
import { answerLostCode, renderLostCode } from './following/lost-code.ts';
import { openReport, renderOpenForm } from './following/open-report.ts';
import { findReport, type ShownReport } from './following/report.ts';
import { hasFailed, renderReport } from './following/report-page.ts';
import { html } from './html.ts';
import { BASE, renderDocument, renderNotice, type Frame } from './layout.ts';
import { renderPublicList } from './public-list.ts';
import { seenByProtection } from './filing/who-sees-what.ts';
import { styleSheet } from './styles.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';

export type * from './exchange.ts';

export interface PlainOptions {
  /** Key of the forms' secrets, the same in every process. */
  formSecret: string;
  clock: { now(): Date };
}

const LANGUAGE_COOKIE = 'lapor_bahasa';
/** The right to the report that was opened last. */
const GRANT_COOKIE = 'lapor_laporan';
const YEAR = 365 * 86_400;
const HALF_A_DAY = 43_200;
const TWO_HOURS = 7_200;

type Part = { status: number; html: string } & Partial<PlainAnswer>;

/** Filing and following without script, under `/sederhana`: every page a document, every change a form. */
export function createPlainPages({ formSecret, clock }: PlainOptions): PlainPages {
  const styles = `${BASE}/gaya-${styleSheet().version}.css`;
  return async (request) => {
    const { mark, isNew } = markOf(request.cookies);
    const { words, cookie } = languageOf(request);
    const other = new URLSearchParams(request.query);
    other.set('lang', words.lang === 'id' ? 'en' : 'id');
    const frame: Frame = {
      words,
      styles,
      token: tokenOf(formSecret, mark),
      languageHref: request.method === 'GET' ? `${request.path}?${other.toString()}` : null,
    };
    const hasToken = isOurForm(formSecret, mark, request.form.get('tanda'));
    const part = await answer(request, frame, clock.now(), hasToken);
    return {
      ...part,
      cookies: [
        ...(isNew ? [{ name: FORM_COOKIE, value: mark, seconds: HALF_A_DAY }] : []),
        ...(cookie ? [cookie] : []),
        ...(part.cookies ?? []),
      ],
    };
  };
}

/** Asked for in the address or by a form's button; else what was asked for before; else Indonesian. */
function languageOf({ query, cookies, form }: PlainRequest) {
  const before = cookies.get(LANGUAGE_COOKIE) === 'en' ? 'en' : 'id';
  const asked = query.get('lang');
  const language =
    asked === 'id' || asked === 'en'
      ? asked
      : form.get('ke') === 'bahasa'
        ? before === 'id'
          ? 'en'
          : 'id'
        : before;
  const cookie: PlainCookie | null =
    language === before ? null : { name: LANGUAGE_COOKIE, value: language, seconds: YEAR };
  return { words: language === 'en' ? en : id, cookie };
}

const REPORT = /^\/sederhana\/laporan\/(\d{8})$/;

async function answer(request: PlainRequest, frame: Frame, now: Date, hasToken: boolean): Promise<Part> {
  const { method, fault } = request;
  const { words } = frame;
  const path = request.path.length > BASE.length + 1 ? request.path.replace(/\/$/, '') : BASE;
  const isPost = method === 'POST';
  if (fault === 'TOO_LARGE')
    return {
      status: 413,
      html: renderNotice(frame, { heading: words.tooLargeHeading, text: words.tooLargeText }),
    };
  if (fault === 'BROKEN')
    return {
      status: 500,
      html: renderNotice(frame, { heading: words.brokenHeading, text: words.brokenText }),
    };
  if (fault)
    return {
      status: 415,
      html: renderNotice(frame, { heading: words.notReadHeading, text: words.notReadText }),
    };
  const number = REPORT.exec(path)?.[1];
  if (number)
    return isPost ? act(request, frame, number, now, hasToken) : show(request, frame, number, now, null);
  switch (path) {
    case `${BASE}/lapor`:
      return isPost ? continueReport(request, frame, now, hasToken) : beginReport(frame);
    case `${BASE}/lacak`:
      return isPost
        ? open(request, frame, now, hasToken)
        : {
            status: 200,
            html: renderOpenForm(frame, { number: (request.query.get('nomor') ?? '').slice(0, 20) }),
          };
    case `${BASE}/kode`:
      return isPost
        ? answerLostCode(request, frame, hasToken)
        : {
            status: 200,
            html: renderLostCode(frame, { number: (request.query.get('nomor') ?? '').slice(0, 20) }),
          };
    case `${BASE}/tutup`:
      return isPost && hasToken ? close(frame) : lost(frame);
  }
  if (isPost) return lost(frame);
  switch (path) {
    case BASE:
      return { status: 200, html: renderHome(frame) };
    case `${BASE}/laporan`: {
      const list = await renderPublicList(frame, request.graph(null), request.query);
      return 'number' in list ? { status: 303, html: '', location: `${BASE}/laporan/${list.number}` } : list;
    }
    default:
      return lost(frame);
  }
}

const lost = (frame: Frame): Part => ({
  status: 404,
  html: renderNotice(frame, { heading: frame.words.lostHeading, text: frame.words.lostText }),
});

const renderHome = (frame: Frame): string => {
  const { words } = frame;
  return renderDocument(frame, {
    title: words.homeTitle,
    body: html` <h1>${words.homeHeading}</h1>
      <p>${words.homeLead}</p>
      <p class="aside">${words.danger}</p>
      <p class="buttons">
        <a class="main" href="${BASE}/lapor">${words.file}</a>
        <a class="other" href="${BASE}/lacak">${words.follow}</a>
      </p>
      <section>
        <h2>${words.homeDecide}</h2>
        ${seenByProtection(words)}
      </section>
      <p><a href="/">${words.fullVersion}</a>: ${words.fullVersionText}</p>`,
  });
};

/** The right to the report stays in this browser for two hours; no script can read it. */
async function open(request: PlainRequest, frame: Frame, now: Date, hasToken: boolean): Promise<Part> {
  const opened = await openReport(request, frame, now, hasToken);
  if (opened.kind === 'form') return opened;
  const cookies = [{ name: GRANT_COOKIE, value: opened.grant, seconds: TWO_HOURS }];
  const { kept, number } = opened;
  const action = actionOf(kept?.action);
  if (!kept || !action) return { status: 303, html: '', location: `${BASE}/laporan/${number}`, cookies };
  const typed = new Map([
    [`tulisan-${action}`, kept.text],
    ['berkas', kept.files],
  ]);
  const tried = readTried(typed, action);
  const part = await show(request, frame, number, now, tried, opened.grant);
  return { ...part, cookies };
}

const close = (frame: Frame): Part => ({
  status: 200,
  html: renderNotice(frame, { heading: frame.words.followHeading, text: frame.words.closed }),
  cookies: [{ name: GRANT_COOKIE, value: null, seconds: 0 }],
});

async function show(
  request: PlainRequest,
  frame: Frame,
  number: string,
  now: Date,
  tried: Tried | null,
  grant = request.cookies.get(GRANT_COOKIE) ?? null,
): Promise<Part> {
  const report = await findReport(request.graph(grant), number);
  return shown(frame, report, number, {
    now,
    tried,
    wasReceived: tried === null && request.query.get('ok') === '1' && report?.viewerIsReporter === true,
  });
}

function shown(
  frame: Frame,
  report: ShownReport | null | undefined,
  number: string,
  more: Parameters<typeof renderReport>[2],
): Part {
  const { words } = frame;
  if (report) return { status: hasFailed(more.tried) ? 422 : 200, html: renderReport(frame, report, more) };
  if (report === undefined)
    return {
      status: 503,
      html: renderNotice(frame, { heading: words.brokenHeading, text: words.unreachable }),
      retryAfterSeconds: 5,
    };
  const way = html`<p><a href="${BASE}/lacak?nomor=${number}">${words.followHeading}</a></p>`;
  return {
    status: 404,
    html: renderNotice(frame, { heading: words.notFoundHeading, text: words.notFoundText, more: way }),
  };
}

/** A change by the reporter. What was typed stays, whatever is wrong: the form, the right, the words or the network. */
async function act(
  request: PlainRequest,
  frame: Frame,
  number: string,
  now: Date,
  hasToken: boolean,
): Promise<Part> {
  const { form } = request;
  const { words } = frame;
  const asked = readAsked(form.get('ke'));
  const { action } = asked;
  const tried = readTried(form, action);
  const grant = request.cookies.get(GRANT_COOKIE) ?? null;
  if (!action) return show(request, frame, number, now, null);
  if (!hasToken) {
    const part = await show(request, frame, number, now, { ...tried, note: words.expiredText });
    return { ...part, status: 403 };
  }
  const graph = request.graph(grant);
  const report = await findReport(graph, number);
  if (!report?.viewerIsReporter) {
    const kept = { text: tried.text, action, files: form.get('berkas') ?? '' };
    const note = report === undefined ? words.unreachable : undefined;
    return { status: report === undefined ? 503 : 403, html: renderOpenForm(frame, { number, kept, note }) };
  }
  const attached = await changeFiles(request, asked, { ...tried, action }, grant, words);
  if (attached.isDone) return show(request, frame, number, now, attached.tried);
  const failed = await change(graph, report, attached.tried, form, words);
  if (!failed) return { status: 303, html: '', location: `${BASE}/laporan/${number}?ok=1` };
  return show(request, frame, number, now, failed);
}
