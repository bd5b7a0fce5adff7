import { formatDayOf, formatReportNumber, parseReportNumber } from '@lapor/wording';
import type { ReportState } from '@lapor/wording';
import { PUBLIC_REPORTS } from './documents.ts';
import type { VisitorGraph } from './exchange.ts';
import { NO_FAULTS, textField } from './fields.ts';
import { html, type Html } from './html.ts';
import { BASE, renderDocument, type Frame } from './layout.ts';
import type { PlainWords } from './words/id.ts';

/** A published report as lists show it. */
export interface ListedForReaders {
  id: string;
  number: string;
  title: string;
  state: ReportState;
  submittedAt: string;
  region: { code: string; fullName: string; timeZone: string } | null;
}

interface Connection {
  edges: { node: ListedForReaders }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Published reports, newest first, page by page; `null` for a number that leads straight to its report. */
export async function renderPublicList(
  frame: Frame,
  graph: VisitorGraph,
  query: URLSearchParams,
): Promise<{ status: number; html: string } | { number: string }> {
  const { words } = frame;
  const search = (query.get('q') ?? '').trim().slice(0, 100);
  const number = parseReportNumber(search);
  if (number && /^[\d\s.-]+$/.test(search)) return { number };
  const after = query.get('setelah')?.slice(0, 500) || null;
  const data = await graph(PUBLIC_REPORTS, { filter: search ? { search } : null, after });
  const found = data?.publicReports as Connection | null | undefined;
  const more = found?.pageInfo.hasNextPage && found.pageInfo.endCursor;
  return {
    status: found ? 200 : 503,
    html: renderDocument(frame, {
      title: words.listHeading,
      body: html` <h1>${words.listHeading}</h1>
        <p>${words.listLead}</p>
        <form method="get" action="${BASE}/laporan" role="search" class="search">
          ${textField({ name: 'q', type: 'search', label: words.listSearch, value: search, most: 100, faults: NO_FAULTS, words })}
          <button type="submit" class="other">${words.searchDo}</button>
        </form>
        ${!found && html`<p role="alert">${words.listFailed}</p>`}
        ${found?.edges.length === 0 && html`<p role="status">${words.listEmpty}</p>`}
        ${
          found &&
          renderReportList(
            found.edges.map(({ node }) => node),
            words,
            `${BASE}/laporan`,
          )
        }
        ${
          more &&
          html`<p>
            <a
              href="${BASE}/laporan?${new URLSearchParams({ ...(search ? { q: search } : {}), setelah: more }).toString()}"
              >${words.listMore}</a
            >
          </p>`
        }`,
    }),
  };
}

/** Title, state, place and day of each. */
export const renderReportList = (
  reports: readonly ListedForReaders[],
  words: PlainWords,
  below: string,
): Html =>
  html`<ul class="reports">
    ${reports.map(
      ({ number, title, state, submittedAt, region }) =>
        html`<li>
          <h2><a href="${below}/${number}" lang="id">${title}</a></h2>
          <p>
            ${words.words.states[state]} · ${formatReportNumber(number)} ·
            ${formatDayOf(words.words, submittedAt, region?.timeZone ?? 'Asia/Jakarta', 'date')}${region && ` · ${region.fullName}`}
          </p>
        </li>`,
    )}
  </ul>`;
