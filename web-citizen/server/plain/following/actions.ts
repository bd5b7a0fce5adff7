import { randomUUID } from 'node:crypto';
import {
  attachFile,
  isUuid,
  readFiles,
  renderFileChoice,
  writeFiles,
  type AttachedFile,
} from '../attached-files.ts';
import { CHANGES } from '../documents.ts';
import type { PlainRequest, VisitorGraph } from '../exchange.ts';
import { checkbox, faultSummary, hidden, radios, textArea, NO_FAULTS, type Faults } from '../fields.ts';
import { html, type Html } from '../html.ts';
import { BASE, type Frame } from '../layout.ts';
import type { PlainWords } from '../words/id.ts';
import type { ShownReport } from './report.ts';

/** What a reporter can do to a report, by the name of its button. */
export type Action = keyof typeof CHANGES;

export const actionOf = (name: string | undefined): Action | null =>
  name !== undefined && Object.hasOwn(CHANGES, name) ? (name as Action) : null;

/** Those that take photos and documents along. */
const WITH_FILES: ReadonlySet<Action> = new Set(['lengkapi', 'balas']);

/** What a button of a report's page asks for: the change itself, or something about its files first. */
export type Asked =
  | { action: Action | null; does: 'change' | 'upload' }
  | { action: Action | null; does: 'remove'; fileId: string };

export function readAsked(value = ''): Asked {
  const [, does, name, fileId = ''] = /^(unggah|hapus)-([a-z]+)(?:-(.+))?$/.exec(value) ?? [];
  const action = actionOf(does ? name : value);
  if (!does || !action || !WITH_FILES.has(action)) return { action: actionOf(value), does: 'change' };
  return does === 'unggah' ? { action, does: 'upload' } : { action, does: 'remove', fileId };
}

/** What was tried and did not go through: everything typed, the faults beside it, or why not. */
export interface Tried {
  action: Action | null;
  text: string;
  score: string;
  /** What was uploaded for it so far. */
  files: readonly AttachedFile[];
  faults: Faults;
  note?: string | undefined;
  requestKey: string;
}

const LONGEST: Readonly<Record<Action, number>> = {
  balas: 2_000,
  lengkapi: 2_000,
  beres: 1_000,
  belum: 1_000,
  nilai: 1_000,
  keberatan: 1_000,
  ombudsman: 1_000,
  tarik: 1_000,
};

/** How a form of this report is made, with what was typed into it before. */
function formsOf({ words, token }: Frame, report: ShownReport, tried: Tried | null) {
  const form = (action: Action, { heading, hint, fields, send }: ActionForm) => {
    const mine = tried?.action === action ? tried : null;
    const page = `${BASE}/laporan/${report.number}`;
    const hasFiles = WITH_FILES.has(action);
    return html` <section class="action" id="${action}">
      <h2>${heading}</h2>
      ${hint && html`<p>${hint}</p>`} ${mine && faultSummary(mine.faults, words)}
      <form method="post" action="${page}" ${hasFiles && html` enctype="multipart/form-data"`} novalidate>
        ${hidden('tanda', token)}${hidden('kunci', mine?.requestKey ?? randomUUID())}
        ${fields?.(mine?.text ?? '', mine?.faults ?? NO_FAULTS, mine?.score ?? '')}
        ${
          hasFiles && [
            hidden('berkas', writeFiles(mine?.files ?? [])),
            renderFileChoice({
              name: `berkas-${action}`,
              files: mine?.files ?? [],
              fault: mine?.faults.get(`berkas-${action}`),
              words,
              uploadAs: `unggah-${action}`,
              removeAs: `hapus-${action}-`,
              // Back to this form: the page is long.
              action: `${page}#${action}`,
            }),
          ]
        }
        <p class="buttons">
          <button type="submit" name="ke" value="${action}" class="${action === 'tarik' ? 'other' : 'main'}">
            ${send}
          </button>
        </p>
      </form>
    </section>`;
  };
  // Names differ from form to form: several stand on one page, and labels point to one field each.
  const area = (action: Action, label: string, hint?: string) => (value: string, faults: Faults) =>
    textArea({
      name: `tulisan-${action}`,
      label,
      hint,
      value,
      rows: 4,
      most: LONGEST[action],
      faults,
      words,
    });
  return { form, area };
}

/** The way out, after everything else. */
export function renderWithdrawal(frame: Frame, report: ShownReport, tried: Tried | null): Html | null {
  if (!report.viewerCanWithdraw) return null;
  const { words } = frame;
  const { form, area } = formsOf(frame, report, tried);
  return form('tarik', {
    heading: words.withdrawHeading,
    hint: words.withdrawText,
    fields: (text, faults) =>
      html` ${area('tarik', words.withdrawReason, words.optional)(text, faults)}
      ${checkbox({ name: 'yakin', label: words.withdrawSure, checked: false, faults, words })}`,
    send: words.withdrawDo,
  });
}

/** Forms for what may be done now, the most pressing first. */
export function renderActions(frame: Frame, report: ShownReport, tried: Tried | null): Html {
  const { words } = frame;
  const { form, area } = formsOf(frame, report, tried);
  const question = openQuestion(report);
  return html`
    ${
      report.viewerCanCompleteData &&
      form('lengkapi', {
        heading: words.dataHeading,
        hint: html`${words.dataText}${report.missingData && html`<br /><strong lang="id" class="prewrap">${report.missingData}</strong>`}`,
        fields: area('lengkapi', words.data),
        send: words.dataSend,
      })
    }
    ${report.viewerCanConfirm && form('beres', { heading: words.solvedHeading, send: words.solvedYes })}
    ${
      report.viewerCanDispute &&
      form('belum', {
        heading: report.viewerCanConfirm ? words.notSolvedSend : words.reopenHeading,
        fields: area('belum', words.notSolved, words.notSolvedHint),
        send: words.notSolvedSend,
      })
    }
    ${
      report.viewerCanRate &&
      form('nilai', {
        heading: words.rateHeading,
        hint: words.rateHint,
        fields: (text, faults, score) =>
          html` ${radios({
            name: 'nilai',
            legend: words.rateMissing,
            value: score,
            choices: words.ratings.map((label, index) => ({
              value: String(index + 1),
              label: `${index + 1} – ${label}`,
            })),
            faults,
            words,
          })}
          ${area('nilai', words.rateText, words.optional)(text, faults)}`,
        send: words.rateSend,
      })
    }
    ${
      report.viewerCanAppeal &&
      form('keberatan', {
        heading: words.appealHeading,
        hint: words.appealHint,
        fields: area('keberatan', words.appeal),
        send: words.appealSend,
      })
    }
    ${
      report.viewerCanRequestOversight &&
      form('ombudsman', {
        heading: words.lateHeading,
        hint: words.lateText,
        fields: area('ombudsman', words.oversightWhy, words.oversightWhyHint),
        send: words.oversightSend,
      })
    }
    ${
      report.viewerCanReply &&
      form('balas', {
        heading: question ? words.question : words.replyHeading,
        hint: question && html`<strong lang="id" class="prewrap">${question}</strong>`,
        fields: area('balas', words.reply, words.replyHint),
        send: words.replySend,
      })
    }
  `;
}

interface ActionForm {
  heading: string;
  hint?: Html | string | null | false;
  fields?: (text: string, faults: Faults, score: string) => Html;
  send: string;
}

/** The question that the reporter has not answered yet. */
function openQuestion({ history }: ShownReport): string | null {
  const latest = history.find(({ kind }) => kind === 'INFORMATION_REQUESTED' || kind === 'REPLIED');
  return latest?.kind === 'INFORMATION_REQUESTED' ? latest.text : null;
}

/** What was typed for an action. */
export function readTried(form: PlainRequest['form'], action: Action | null): Tried {
  const key = form.get('kunci') ?? '';
  const text = form.get(`tulisan-${action ?? ''}`) ?? '';
  return {
    action,
    text: text.replace(/\r\n?/g, '\n').replaceAll('\0', '').slice(0, 8_000),
    score: form.get('nilai') ?? '',
    files: readFiles((form.get('berkas') ?? '').replace(/\r\n?/g, '\n')),
    faults: NO_FAULTS,
    requestKey: isUuid(key) ? key : randomUUID(),
  };
}

type Answer =
  | { __typename: 'InvalidInput'; fields: { path: string; code: string }[] }
  | { __typename: 'TransitionRefused'; code: string }
  | { __typename: string };

/**
 * Takes the file that came with a form, or takes one away. `tried` goes on with what is attached now; `isDone` says that nothing else was
 * asked for.
 */
export async function changeFiles(
  request: PlainRequest,
  asked: Asked,
  tried: Tried & { action: Action },
  grant: string | null,
  words: PlainWords,
): Promise<{ tried: Tried & { action: Action }; isDone: boolean }> {
  if (!WITH_FILES.has(tried.action)) return { tried, isDone: false };
  if (asked.does === 'remove')
    return { tried: { ...tried, files: tried.files.filter(({ id }) => id !== asked.fileId) }, isDone: true };
  const faulty = (fault: string) => ({
    tried: { ...tried, faults: new Map([[`berkas-${tried.action}`, fault]]) },
    isDone: true,
  });
  const upload = async (name: string, content: Uint8Array) =>
    grant ? request.upload({ grant }, name, content) : { code: 'NO_OWNER' };
  const attached = await attachFile(request, tried.files, upload, words);
  if ('fault' in attached) return faulty(attached.fault);
  const isUpload = asked.does === 'upload';
  if (isUpload && !attached.isNew) return faulty(words.photoMissing);
  return { tried: { ...tried, files: attached.files }, isDone: isUpload };
}

/** Does it, once however often the form is sent; gives what was tried back when it did not go through. */
export async function change(
  graph: VisitorGraph,
  report: ShownReport,
  tried: Tried & { action: Action },
  form: PlainRequest['form'],
  words: PlainWords,
): Promise<Tried | null> {
  const { action, requestKey } = tried;
  const text = tried.text.trim();
  const score = /^[1-5]$/.test(tried.score) ? Number(tried.score) : null;
  const faulty = (field: string, fault: string): Tried => ({ ...tried, faults: new Map([[field, fault]]) });
  if (action === 'nilai' && score === null) return faulty('nilai', words.rateMissing);
  if (action === 'tarik' && form.get('yakin') !== '1') return faulty('yakin', words.withdrawUnsure);
  const input = {
    reportId: report.id,
    requestKey,
    ...inputOf(action, text, score),
    ...(tried.files.length > 0 ? { attachmentIds: tried.files.map(({ id }) => id) } : {}),
  };
  const answer = (await graph(CHANGES[action], { input }))?.result as Answer | null | undefined;
  if (!answer) return { ...tried, note: words.unreachable };
  if (answer.__typename === 'ReportChanged' || answer.__typename === 'OversightChanged') return null;
  if ('fields' in answer) {
    const [first] = answer.fields;
    return first?.path.includes('attachmentIds')
      ? faulty(`berkas-${action}`, words.photoFailed)
      : faulty(`tulisan-${action}`, textFault(first?.code, words));
  }
  const code = 'code' in answer ? answer.code : '';
  return { ...tried, note: words.refusedCodes[code] ?? words.refused };
}

function inputOf(action: Action, text: string, score: number | null): Record<string, unknown> {
  switch (action) {
    case 'beres':
      return {};
    case 'nilai':
      return { score, text: text || null };
    case 'tarik':
      return { reason: text || null };
    case 'ombudsman':
      return { reason: text };
    default:
      return { text };
  }
}

const textFault = (code: string | undefined, { faultTexts }: PlainWords): string =>
  code === 'TOO_LONG'
    ? faultTexts.long
    : code === 'TOO_SHORT'
      ? faultTexts.short
      : code === 'REQUIRED'
        ? faultTexts.required
        : faultTexts.invalid;
