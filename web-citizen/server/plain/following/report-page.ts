import {
  dueDistance,
  formatDay,
  formatDayOf,
  formatMoment,
  formatReportNumber,
  localDateOf,
} from '@lapor/wording';
import { html, type Html } from '../html.ts';
import { hidden } from '../fields.ts';
import { BASE, renderDocument, type Frame } from '../layout.ts';
import type { PlainWords } from '../words/id.ts';
import { renderActions, renderWithdrawal, type Tried } from './actions.ts';
import { zoneOf, type Entry, type ReportClock, type ReportFile, type ShownReport } from './report.ts';

interface ReportPage {
  now: Date;
  /** A change went through just now. */
  wasReceived: boolean;
  /** What was tried and did not go through, with what was typed. */
  tried: Tried | null;
}

/** Whether something was tried in vain; files that were uploaded so far are no failure. */
export const hasFailed = (tried: Tried | null): boolean =>
  tried !== null && (tried.note !== undefined || tried.faults.size > 0);

/** A report as its reporter follows it, or as the public reads it. */
export function renderReport(
  frame: Frame,
  report: ShownReport,
  { now, wasReceived, tried }: ReportPage,
): string {
  const { words, token } = frame;
  const isMine = report.viewerIsReporter;
  return renderDocument(frame, {
    title: `${words.reportNumbered(formatReportNumber(report.number))}: ${report.title}`,
    hasFaults: hasFailed(tried),
    body: html` <p class="step">${words.reportNumbered(formatReportNumber(report.number))}</p>
      <h1 lang="id">${report.title}</h1>
      ${wasReceived && html`<div class="good" role="status"><p>${words.received}</p></div>`}
      ${
        tried?.note &&
        html`<div class="summary" role="alert">
          <h2>${words.notSaved}</h2>
          <p>${tried.note}</p>
        </div>`
      }
      ${renderFacts(report, words)} ${isMine && renderOversight(report, words)}
      ${isMine && renderActions(frame, report, tried)} ${renderClocks(report, words, now)}
      <section>
        <h2 id="perjalanan">${words.journey}</h2>
        ${renderJourney(report, words)}
      </section>
      ${
        isMine
          ? html` ${renderReveals(report, words)} ${renderWithdrawal(frame, report, tried)}
              <p>${words.later} <a href="/laporan/${report.number}">${words.fullVersion}</a></p>
              <form method="post" action="${BASE}/tutup">
                ${hidden('tanda', token)}
                <p><button type="submit" class="other">${words.close}</button></p>
              </form>`
          : html`<p>
              ${words.yours} <a href="${BASE}/lacak?nomor=${report.number}">${words.followHeading}</a>
            </p>`
      }`,
  });
}

/** State, place, who handles it: what a reader asks first. */
export function renderFacts(report: ShownReport, words: PlainWords): Html {
  const marks = [
    report.isAnonymous && words.anonymousShort,
    report.isConfidential && words.confidentialShort,
  ].filter(Boolean);
  return html` <dl class="facts">
      <dt>${words.state}</dt>
      <dd>
        <strong>${words.words.states[report.state]}</strong
        >${!report.isPublished && ` · ${words.notPublished}`}
      </dd>
      <dt>${words.time}</dt>
      <dd>${words.sentOn(formatDayOf(words.words, report.submittedAt, zoneOf(report)))}</dd>
      ${
        report.region &&
        html`<dt>${words.place}</dt>
          <dd>
            ${report.region.fullName}${report.placeText && html` (<span lang="id">${report.placeText}</span>)`}
          </dd>`
      }
      ${
        report.category &&
        html`<dt>${words.category}</dt>
          <dd lang="id">${report.category.path}</dd>`
      }
      <dt>${words.handledBy}</dt>
      <dd>${report.handler ? html`<span lang="id">${report.handler.name}</span>` : words.noHandlerYet}</dd>
      <dt>${words.reporter}</dt>
      <dd>${report.viewerIsReporter ? words.you : report.reporterLabel}</dd>
      ${
        marks.length > 0 &&
        html`<dt>${words.protection}</dt>
          <dd>${marks.join(', ')}</dd>`
      }
    </dl>
    ${report.archiveCode && html`<p>${words.archivedWhy(words.words.archiveCodes[report.archiveCode])}</p>`}
    ${report.rating !== null && report.viewerIsReporter && html`<p>${words.rated(report.rating)}</p>`}
    ${report.supportCount > 0 && html`<p>${words.supported(report.supportCount)}</p>`}`;
}

function renderOversight({ oversight }: ShownReport, words: PlainWords): Html | null {
  if (!oversight) return null;
  return html`<p>
    ${oversight.state === 'CLOSED' ? words.oversightEnded(oversight.office.name) : words.oversightRuns(oversight.office.name)}
  </p>`;
}

const isOpen = ({ status, stoppedAt }: ReportClock) =>
  status === 'RUNNING' || status === 'PAUSED' || (status === 'MISSED' && stoppedAt === null);
/** These say something only while they run, or when they were missed. */
const SILENT_ONCE_MET = new Set(['OMBUDSMAN', 'OUTER_LIMIT', 'POSTPONEMENT', 'AUTO_CLOSE']);

/** Each deadline with its day, how far it is, and how it was counted. */
export function renderClocks(report: ShownReport, words: PlainWords, now: Date): Html {
  const hasEnded = report.state === 'COMPLETED' || report.state === 'ARCHIVED';
  const shown = (report.clocks ?? [])
    .filter(
      (clock) =>
        clock.status !== 'CANCELLED' &&
        clock.kind !== 'FIRST_RESPONSE' &&
        !(clock.status === 'MET' && SILENT_ONCE_MET.has(clock.kind)) &&
        !(hasEnded && isOpen(clock)),
    )
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || a.dueAt.localeCompare(b.dueAt));
  const missing = report.clocks === null ? words.clocksMissing : shown.length === 0 ? words.noClocks : null;
  return html` <section>
    <h2>${words.deadlines}</h2>
    ${missing && html`<p>${missing}</p>`}
    <ul class="clocks">
      ${shown.map((clock) => renderClock(clock, words, now))}
    </ul>
  </section>`;
}

function renderClock(clock: ReportClock, words: PlainWords, now: Date): Html {
  const { words: shared } = words;
  const day = formatDay(shared, clock.dueOn);
  if (!isOpen(clock)) {
    const done = formatDayOf(shared, clock.stoppedAt ?? clock.dueAt, clock.timeZone, 'date');
    return html`<li>
      <strong>${shared.clocks[clock.kind]}</strong>: ${shared.clockStatuses[clock.status]},
      ${words.dueWas(formatDay(shared, clock.dueOn, 'date'), done)}
    </li>`;
  }
  const by =
    clock.kind === 'OMBUDSMAN'
      ? words.dueOmbudsman(day)
      : clock.kind === 'AUTO_CLOSE'
        ? words.dueAutoClose(day)
        : words.dueBy(day);
  const distance =
    clock.status === 'PAUSED'
      ? shared.clockStatuses.PAUSED
      : dueDistance(shared, clock, localDateOf(now, clock.timeZone));
  return html`<li>
    <strong>${shared.clocks[clock.kind]}</strong>: ${by}
    (${distance})${clock.isEstimated && `, ${words.estimated}`}
    <p class="hint">${words.lang === 'en' ? clock.explanation.inEnglish : clock.explanation.sentence}</p>
  </li>`;
}

/** Steps that another one of the same moment tells already. */
const IMPLIED_BY: Readonly<Record<string, string>> = {
  VERIFIED: 'DISPOSED',
  PUBLISHED: 'DISPOSED',
  REDACTED: 'DISPOSED',
  CONFIRMED: 'COMPLETED',
};
const OFFICIAL = new Set(['ACKNOWLEDGED', 'PLANNED', 'RESULT', 'OBSTACLE', 'CORRECTED']);

const tells = ({ kind, text, at }: Entry, history: readonly Entry[]): boolean =>
  text !== null ||
  !IMPLIED_BY[kind] ||
  !history.some((other) => other.kind === IMPLIED_BY[kind] && other.at === at);

/** What has happened, newest first, in words. */
export function renderJourney(report: ShownReport, words: PlainWords): Html {
  return html`<ol class="journey" reversed>
    ${report.history
      .filter((entry) => tells(entry, report.history))
      .map((entry) => renderEntry(entry, report, words))}
  </ol>`;
}

function renderEntry(entry: Entry, report: ShownReport, words: PlainWords): Html {
  const isFirst = entry.kind === 'SUBMITTED';
  const text = isFirst ? report.text : entry.text;
  const files = isFirst ? unique([...report.attachments, ...entry.attachments]) : entry.attachments;
  const what = words.words.history({
    kind: entry.kind,
    actorKind: entry.actorKind,
    toReporter: report.viewerIsReporter,
    organisation: entry.organisation?.name,
    toOrganisation: entry.toOrganisation?.name,
    reasonCode: entry.reasonCode,
  });
  return html`<li>
    <h3>${what}</h3>
    <p class="hint">
      <time datetime="${entry.at}">${formatMoment(words.words, entry.at, zoneOf(report))}</time
      >${OFFICIAL.has(entry.kind) && ` · ${words.officialAnswer}`}
    </p>
    ${text && html`<blockquote lang="id" class="prewrap">${text}</blockquote>`}
    ${entry.noProofReason && html`<p>${words.noProof(entry.noProofReason)}</p>`}
    ${entry.promisedOn && html`<p><strong>${words.promised(formatDay(words.words, entry.promisedOn))}</strong></p>`}
    ${files.map((file) => renderFile(file, words))}
  </li>`;
}

const renderFile = ({ fileName, url, thumbnailUrl, isSealedAway }: ReportFile, words: PlainWords): Html =>
  isSealedAway
    ? html`<p>${words.sealedAway(fileName)}</p>`
    : html`<p>
        <a href="${url}"
          >${thumbnailUrl && html`<img src="${thumbnailUrl}" alt="" width="120" loading="lazy" /> `}${words.fileOf(fileName)}</a
        >
      </p>`;

const unique = (files: readonly ReportFile[]) => [...new Map(files.map((file) => [file.id, file])).values()];

function renderReveals({ identityReveals, region }: ShownReport, words: PlainWords): Html | null {
  if (identityReveals === null) return null;
  return html` <section>
    <h2>${words.whoRead}</h2>
    ${
      identityReveals.length === 0
        ? html`<p>${words.nobodyRead}</p>`
        : html`<ul>
            ${identityReveals.map(
              ({ at, reason, organisation }) =>
                html`<li>
                  ${organisation?.name ?? words.nationalDesk},
                  ${formatMoment(words.words, at, zoneOf({ region }))}. ${words.revealReason(reason)}
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}
