import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { findAttachments } from '../attachment/index.ts';
import { noteInAudit } from '../audit/index.ts';
import { maskNik, openIdentity } from '../identity/index.ts';
import { limitRate } from '../rate-limit/index.ts';
import {
  accountLookup,
  done,
  failed,
  findHistories,
  findReports,
  findReveals,
  listReportsOfAccount,
  may,
  NOT_FOUND,
  policyFacts,
  reportId,
  validate,
  type ReportRow,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';

const schema = z.object({ reportId: reportId.nullish() });
/** Of one report, or of all; everything sealed is opened each time. */
const EXPORTS_PER_SOURCE = { count: 20, seconds: 3_600 };
/** Nobody files more in a life; what is beyond is asked for one by one. */
const MOST_REPORTS = 500;

/** A file for the reporter. */
export interface OwnData {
  fileName: string;
  mediaType: 'application/json';
  content: string;
}

/**
 * Everything that is kept of the reporter: of one report, or of all of the account. Logged before anything sealed is opened. Whoever
 * came by an access code reads contacts masked: a code that somebody else found must not tell where its owner lives.
 */
export async function exportOwnData(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<OwnData>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const rows = (await rowsOf(deps, valid.value.reportId ?? null, viewer)).filter((row) =>
    may(viewer, policyFacts(row, viewer, deps), 'ownData'),
  );
  if (rows.length === 0) return NOT_FOUND;
  const who = viewer.accountId ?? viewer.source;
  const what = who && `${who}:${valid.value.reportId ?? 'all'}`;
  const limited = await limitRate(deps, 'own-data', what, EXPORTS_PER_SOURCE);
  if (limited) return failed(limited);
  await deps.database.transaction(async (em) => {
    for (const row of rows)
      await noteInAudit(em, {
        at: deps.clock.now(),
        action: 'OWN_DATA_EXPORTED',
        actorKind: 'CITIZEN',
        actorId: null,
        organisationId: null,
        reportId: row.id,
        paths: [],
        facts: { number: row.number },
      });
  });
  const reports = [];
  for (const row of rows) reports.push(await describe(deps, row, viewer));
  return done({
    fileName: `data-laporan-${deps.clock.now().toISOString().slice(0, 10)}.json`,
    mediaType: 'application/json',
    content: JSON.stringify({ exportedAt: deps.clock.now().toISOString(), reports }, null, 2),
  });
}

async function rowsOf(
  deps: ReportsDependencies,
  id: string | null,
  viewer: Viewer,
): Promise<readonly ReportRow[]> {
  if (id) return findReports(deps.database, [id]);
  if (viewer.kind !== 'citizen' || !viewer.accountId || viewer.apiKey) return [];
  return listReportsOfAccount(
    deps.database,
    accountLookup(deps.lookupSecret, viewer.accountId),
    null,
    MOST_REPORTS,
  );
}

async function describe(deps: ReportsDependencies, row: ReportRow, viewer: Viewer): Promise<object> {
  const { database } = deps;
  const [history, reveals, attachments, identity] = await Promise.all([
    findHistories(database, [row.id]),
    findReveals(database, [row.id]),
    findAttachments(database, [row.id]),
    openIdentity(deps, database.fork(), row.id),
  ]);
  const byAccount = policyFacts(row, viewer, deps).viewerOwnsReport;
  const shown = (value: string | null): string | null => (value && !byAccount ? mask(value) : value);
  return {
    number: row.number,
    kind: row.kind,
    state: row.state,
    channel: row.channel,
    submittedAt: row.submitted_at,
    title: row.title,
    text: row.text,
    occurredOn: row.occurred_on,
    placeText: row.place_text,
    location: row.location && { latitude: row.location.y, longitude: row.location.x },
    regionCode: row.region_code,
    categoryId: row.category_id,
    isAnonymous: row.is_anonymous,
    isConfidential: row.is_confidential,
    isPublished: row.is_published,
    rating: row.rating,
    identity: identity && {
      name: shown(identity.name),
      phone: shown(identity.phone),
      email: shown(identity.email),
      nik: maskNik(identity.nik),
      address: shown(identity.address),
    },
    identityReveals: reveals.map(({ at, reason, organisation_id }) => ({
      at,
      reason,
      organisationId: organisation_id,
    })),
    attachments: attachments.map(({ file_name, media_type, size_bytes }) => ({
      fileName: file_name,
      mediaType: media_type,
      sizeBytes: size_bytes,
    })),
    // What officers say among themselves is theirs.
    history: history
      .filter(({ text_audience }) => text_audience !== 'OFFICERS')
      .map(({ kind, at, actor_kind, organisation_id, text }) => ({
        kind,
        at,
        actorKind: actor_kind,
        organisationId: organisation_id,
        text,
      })),
  };
}

/** The first letter and the last two: enough to know one's own. */
const mask = (value: string): string =>
  value.length < 6
    ? '•'.repeat(value.length)
    : `${value[0]}${'•'.repeat(value.length - 3)}${value.slice(-2)}`;
