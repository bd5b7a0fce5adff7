import { formatTime, parseAccessCode, parseReportNumber } from '@lapor/wording';
import { OPEN } from '../documents.ts';
import type { PlainRequest } from '../exchange.ts';
import { faultSummary, hidden, NO_FAULTS, textArea, textField, type Faults } from '../fields.ts';
import { html } from '../html.ts';
import { BASE, renderDocument, type Frame } from '../layout.ts';
import { standInLine, type Turn } from '../filing/send.ts';

/** What was written when the right to write it had ended; it goes along until the report is open again. */
export interface KeptWords {
  text: string;
  action: string;
  /** What was uploaded for it, as a form carries it. */
  files: string;
}

interface OpenForm {
  number: string;
  faults?: Faults;
  note?: string | undefined;
  kept?: KeptWords | null;
  turn?: Turn | null;
}

/** Number and code, and nothing else, open a report. */
export function renderOpenForm(
  frame: Frame,
  { number, faults = NO_FAULTS, note, kept = null, turn = null }: OpenForm,
): string {
  const { words, token } = frame;
  const heading = kept ? words.openAgain : words.followHeading;
  return renderDocument(frame, {
    title: heading,
    hasFaults: faults.size > 0,
    body: html` <h1>${heading}</h1>
      <p>${kept ? words.openAgainText : words.followLead}</p>
      ${note && html`<div class="summary" role="alert"><p>${note}</p></div>`} ${faultSummary(faults, words)}
      <form method="post" action="${BASE}/lacak" novalidate>
        ${hidden('tanda', token)} ${turn && [hidden('giliran', turn.token), hidden('giliranPukul', turn.at)]}
        ${textField({ name: 'nomor', label: words.number, hint: words.numberHint, value: number, most: 20, inputmode: 'numeric', autocomplete: 'off', faults, words })}
        ${textField({ name: 'kode', label: words.code, hint: words.codeHint, value: '', most: 40, inputmode: 'numeric', autocomplete: 'off', faults, words })}
        ${
          kept &&
          html`${hidden('untuk', kept.action)}${hidden('berkas', kept.files)}${textArea({ name: 'tulisan', label: words.kept, value: kept.text, rows: 5, most: 4_000, faults, words })}`
        }
        <p class="buttons"><button type="submit" class="main">${words.openDo}</button></p>
      </form>
      <p><a href="${BASE}/kode">${words.lostCode}</a></p>`,
  });
}

export type Opened =
  | { kind: 'open'; grant: string; number: string; kept: KeptWords | null }
  | { kind: 'form'; status: number; html: string; retryAfterSeconds?: number };

type Answer =
  | { __typename: 'ReportOpened'; grant: string; report: { number: string } }
  | { __typename: 'TooManyRequests'; retryAfterSeconds: number }
  | { __typename: 'NotFound' };

/** Opens a report with what was typed. Unknown numbers and wrong codes are one answer; the code is never shown again. */
export async function openReport(
  request: PlainRequest,
  frame: Frame,
  now: Date,
  hasToken: boolean,
): Promise<Opened> {
  const { form } = request;
  const { words } = frame;
  const typed = (form.get('nomor') ?? '').slice(0, 40);
  const number = parseReportNumber(typed);
  const accessCode = parseAccessCode(form.get('kode') ?? '');
  const text = (form.get('tulisan') ?? '').slice(0, 4_000);
  const action = form.get('untuk');
  const kept =
    action === undefined ? null : { text, action, files: (form.get('berkas') ?? '').slice(0, 1_000) };
  const back = (status: number, more: Partial<OpenForm>, retryAfterSeconds?: number): Opened => ({
    kind: 'form',
    status,
    html: renderOpenForm(frame, { number: typed, kept, ...more }),
    ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
  });
  if (!hasToken) return back(403, { note: words.expiredText });
  if (!number || !accessCode) {
    const faults = new Map<string, string>();
    if (!number) faults.set('nomor', words.numberFault);
    if (!accessCode) faults.set('kode', words.codeFault);
    return back(422, { faults });
  }
  const wait = (next: Turn) => {
    const seconds = Math.ceil((Date.parse(next.at) - now.getTime()) / 1_000);
    return back(
      429,
      { turn: next, note: words.openWait(formatTime(words.words, next.at, 'Asia/Jakarta')) },
      Math.max(1, seconds),
    );
  };
  const [token, at] = [form.get('giliran') ?? '', form.get('giliranPukul') ?? ''];
  const turn = token !== '' && !Number.isNaN(Date.parse(at)) ? { token: token.slice(0, 1_000), at } : null;
  if (turn && Date.parse(turn.at) > now.getTime()) return wait(turn);
  const graph = request.graph(null);
  const input = { number, accessCode, ...(turn ? { proof: { waitingToken: turn.token } } : {}) };
  const answer = (await graph(OPEN, { input }))?.openReport as Answer | null | undefined;
  switch (answer?.__typename) {
    case 'ReportOpened':
      return { kind: 'open', grant: answer.grant, number: answer.report.number, kept };
    case 'TooManyRequests': {
      const next = await standInLine(graph, 'OPEN_REPORT', number);
      return next ? wait(next) : back(429, { note: words.openTooMany }, answer.retryAfterSeconds);
    }
    case 'NotFound':
      return back(404, { note: words.notMatching });
    default:
      return back(503, { note: words.unreachable }, 5);
  }
}
