import { formatAccessCode, formatReportNumber, parseReportNumber } from '@lapor/wording';
import { RENEW_CODE, REQUEST_CODE } from '../documents.ts';
import type { PlainRequest } from '../exchange.ts';
import { button, faultSummary, hidden, NO_FAULTS, textArea, textField, type Faults } from '../fields.ts';
import { html } from '../html.ts';
import { BASE, renderDocument, renderNotice, type Frame } from '../layout.ts';

interface LostCodePage {
  number?: string;
  contact?: string;
  faults?: Faults;
  note?: string | undefined;
}

/** Asks for a new code, and takes the link that comes by mail: what stands behind its # no server sees by itself. */
export function renderLostCode(
  { words, token, ...frame }: Frame,
  { number = '', contact = '', faults = NO_FAULTS, note }: LostCodePage,
): string {
  return renderDocument(
    { words, token, ...frame },
    {
      title: words.lostCode,
      hasFaults: faults.size > 0,
      body: html` <h1>${words.lostCode}</h1>
        ${note && html`<div class="summary" role="alert"><p>${note}</p></div>`} ${faultSummary(faults, words)}
        <section>
          <h2>${words.lostAsk}</h2>
          <p>${words.lostAskText}</p>
          <form method="post" action="${BASE}/kode" novalidate>
            ${hidden('tanda', token)}
            ${textField({ name: 'nomor', label: words.number, hint: words.numberHint, value: number, most: 20, inputmode: 'numeric', autocomplete: 'off', faults, words })}
            ${textField({ name: 'kontak', label: words.lostContact, hint: words.lostContactHint, value: contact, most: 200, autocomplete: 'email', faults, words })}
            <p class="buttons">${button('minta', words.lostAskDo)}</p>
          </form>
        </section>
        <section>
          <h2>${words.lostLink}</h2>
          <p>${words.lostLinkText}</p>
          <form method="post" action="${BASE}/kode" novalidate>
            ${hidden('tanda', token)}
            ${textArea({ name: 'tautan', label: words.lostLinkField, value: '', rows: 3, most: 500, faults, words })}
            <p class="buttons">${button('buat', words.lostMake)}</p>
          </form>
        </section>`,
    },
  );
}

interface Answer {
  status: number;
  html: string;
  retryAfterSeconds?: number;
}

/** The same answer for every number and address: nobody learns here whose a report is. */
export async function answerLostCode(
  request: PlainRequest,
  frame: Frame,
  hasToken: boolean,
): Promise<Answer> {
  const { form } = request;
  const { words } = frame;
  const typed = (form.get('nomor') ?? '').slice(0, 40);
  const contact = (form.get('kontak') ?? '').slice(0, 200);
  const back = (status: number, more: LostCodePage, retryAfterSeconds?: number): Answer => ({
    status,
    html: renderLostCode(frame, { number: typed, contact, ...more }),
    ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
  });
  if (!hasToken) return back(403, { note: words.expiredText });
  return form.get('ke') === 'buat' ? renew(request, frame, back) : ask(request, frame, typed, contact, back);
}

type Back = (status: number, more: LostCodePage, retryAfterSeconds?: number) => Answer;
type Told = { __typename: string; retryAfterSeconds?: number } | null | undefined;

async function ask(
  request: PlainRequest,
  frame: Frame,
  typed: string,
  contact: string,
  back: Back,
): Promise<Answer> {
  const { words } = frame;
  const number = parseReportNumber(typed);
  const faults = new Map<string, string>();
  if (!number) faults.set('nomor', words.numberFault);
  if (contact.trim().length < 3) faults.set('kontak', words.lostContactFault);
  if (faults.size > 0) return back(422, { faults });
  const input = { number, contact: contact.trim() };
  const told = (await request.graph(null)(REQUEST_CODE, { input }))?.requestNewAccessCode as Told;
  switch (told?.__typename) {
    case 'NewAccessCodeRequested':
      return {
        status: 200,
        html: renderNotice(frame, {
          heading: words.lostAsked,
          text: words.lostAskedText,
          more: html`<p><a href="${BASE}/kode">${words.lostLink}</a></p>`,
        }),
      };
    case 'InvalidInput':
      return back(422, { faults: new Map([['kontak', words.lostContactFault]]) });
    case 'TooManyRequests':
      return back(429, { note: words.openTooMany }, told.retryAfterSeconds);
    default:
      return back(503, { note: words.unreachable }, 5);
  }
}

async function renew(request: PlainRequest, frame: Frame, back: Back): Promise<Answer> {
  const { words } = frame;
  // Somebody may paste the whole link, or copy its end.
  const token = /(?:^|#kode-|\s)([a-z2-7]{45})\s*$/.exec(
    (request.form.get('tautan') ?? '').slice(0, 500),
  )?.[1];
  if (!token) return back(422, { faults: new Map([['tautan', words.lostLinkFault]]) });
  const told = (await request.graph(null)(RENEW_CODE, { input: { token } }))?.renewAccessCode as
    (Told & { number?: string; accessCode?: string }) | null | undefined;
  switch (told?.__typename) {
    case 'AccessCodeRenewed':
      return {
        status: 200,
        html: renderDocument(frame, {
          title: words.lostNew,
          body: html` <h1>${words.lostNew}</h1>
            <dl class="keys">
              <dt>${words.number}</dt>
              <dd id="nomor">${formatReportNumber(told.number ?? '')}</dd>
              <dt>${words.code}</dt>
              <dd id="kode">${formatAccessCode(told.accessCode ?? '')}</dd>
            </dl>
            <p><strong>${words.lostNote}</strong></p>
            <form method="post" action="${BASE}/lacak">
              ${hidden('tanda', frame.token)}${hidden('nomor', told.number ?? '')}${hidden('kode', told.accessCode ?? '')}
              <p><button type="submit" class="main">${words.openMine}</button></p>
            </form>`,
        }),
      };
    case 'NotFound':
      return back(404, { note: words.lostOver });
    case 'TooManyRequests':
      return back(429, { note: words.openTooMany }, told.retryAfterSeconds);
    default:
      return back(503, { note: words.unreachable }, 5);
  }
}
