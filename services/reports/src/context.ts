import { batch, batchById, batchGroups, type Loader, type RequestContext } from '@lapor/subgraph';
import type { Viewer } from '@lapor/viewer';
import { findAttachments, type AttachmentRow } from './modules/attachment/index.ts';
import { findCategories, type CategoryRow } from './modules/category/index.ts';
import { findDuplicates } from './modules/duplicate/index.ts';
import { findFollowed, followerHash, followingAccount } from './modules/following/index.ts';
import { findHandOvers, type HandOverRow } from './modules/hand-over/index.ts';
import { organisationNames } from './modules/organisation/index.ts';
import { findJunkMarks, type JunkMarkRow } from './modules/junk/index.ts';
import { findFilings, type FilingRow } from './modules/on-behalf/index.ts';
import { findDrafts, type DraftRow } from './modules/draft/index.ts';
import { findLeases, type LeaseRow } from './modules/lease/index.ts';
import { findPresences, presentSince, type PresenceRow } from './modules/presence/index.ts';
import {
  findEvidence,
  findWorkOrdersOf,
  type EvidenceRow,
  type WorkOrderRow,
} from './modules/work-order/index.ts';
import {
  findApprovals,
  findAuthors,
  findWaitingAnswers,
  type ApprovalRow,
  type WaitingRow,
} from './modules/approval/index.ts';
import { findProgrammesOf } from './modules/programme/index.ts';
import { findNotes, type NoteRow } from './modules/note/index.ts';
import type { ReportsDependencies } from './modules/report/index.ts';
import {
  findHistories,
  findReports,
  findReveals,
  findSupported,
  type HistoryRow,
  type RevealRow,
} from './modules/report/repository.ts';
import type { ReportRow } from './modules/report/read-model.ts';
import { supporterHash } from './modules/support/index.ts';

/** What the resolvers of one request work with. */
export interface ReportsContext {
  deps: ReportsDependencies;
  database: ReportsDependencies['database'];
  viewer: Viewer;
  requestId: string;
  /** How many reports of this request may still look for similar ones: each is a search of its own. */
  similarSearchesLeft: number;
  /** How many reports of this request may still be looked at for where they belong. */
  suggestionsLeft: number;
  /** How many receipts may still be signed for this request. */
  receiptsLeft: number;
  loaders: {
    category: Loader<CategoryRow | null>;
    report: Loader<ReportRow | null>;
    history: Loader<HistoryRow[]>;
    attachments: Loader<AttachmentRow[]>;
    duplicates: Loader<ReportRow[]>;
    reveals: Loader<RevealRow[]>;
    handOvers: Loader<HandOverRow[]>;
    notes: Loader<NoteRow[]>;
    programmes: Loader<{ report_id: string; id: string; name: string }[]>;
    waitingAnswers: Loader<WaitingRow[]>;
    approvals: Loader<ApprovalRow[]>;
    authors: Loader<{ entry_id: string; author_id: string } | null>;
    workOrders: Loader<WorkOrderRow[]>;
    workOrderEvidence: Loader<EvidenceRow[]>;
    draft: Loader<DraftRow | null>;
    lease: Loader<LeaseRow | null>;
    presence: Loader<PresenceRow[]>;
    supported: Loader<boolean>;
    followed: Loader<boolean>;
    filing: Loader<FilingRow | null>;
    organisationName: Loader<{ id: string; name: string } | null>;
    junk: Loader<JunkMarkRow | null>;
  };
}

const MOST_SIMILAR_SEARCHES = 10;
const MOST_SUGGESTIONS = 10;
const MOST_RECEIPTS = 50;

/** Builds the context of a request: loaders of its own, so that nothing is read twice and nothing outlives it. */
export function createContext(
  deps: ReportsDependencies,
  { viewer, requestId }: RequestContext,
): ReportsContext {
  const { database } = deps;
  return {
    deps,
    database,
    viewer,
    requestId,
    similarSearchesLeft: MOST_SIMILAR_SEARCHES,
    suggestionsLeft: MOST_SUGGESTIONS,
    receiptsLeft: MOST_RECEIPTS,
    loaders: {
      category: batchById(
        (ids) => findCategories(database, ids),
        (row) => row.id,
      ),
      report: batchById(
        (ids) => findReports(database, ids),
        (row) => row.id,
      ),
      history: batchGroups(
        (ids) => findHistories(database, ids),
        (row) => row.report_id,
      ),
      attachments: batchGroups(
        (ids) => findAttachments(database, ids),
        (row) => row.report_id!,
      ),
      duplicates: batchGroups(
        (ids) => findDuplicates(database, ids),
        (row) => row.master_id,
      ),
      reveals: batchGroups(
        (ids) => findReveals(database, ids),
        (row) => row.report_id,
      ),
      handOvers: batchGroups(
        (ids) => findHandOvers(database, ids),
        (row) => row.report_id,
      ),
      junk: batchById(
        (ids) => findJunkMarks(database, ids),
        (row) => row.report_id,
      ),
      filing: batchById(
        (ids) => findFilings(database, ids),
        (row) => row.id,
      ),
      organisationName: batchById(
        async (ids) => [...(await organisationNames(database, ids))].map(([id, name]) => ({ id, name })),
        (row) => row.id,
      ),
      draft: batchById(
        async (ids) => (viewer.accountId ? findDrafts(database, ids, viewer.accountId) : []),
        (row) => row.report_id,
      ),
      workOrders: batchGroups(
        (ids) => findWorkOrdersOf(database, ids),
        (row) => row.report_id,
      ),
      workOrderEvidence: batchGroups(
        (ids) => findEvidence(database, ids),
        (row) => row.work_order_id,
      ),
      waitingAnswers: batchGroups(
        (ids) => findWaitingAnswers(database, ids),
        (row) => row.report_id,
      ),
      approvals: batchGroups(
        (ids) => findApprovals(database, ids),
        (row) => row.id,
      ),
      authors: batchById(
        (ids) => findAuthors(database, ids),
        (row) => row.entry_id,
      ),
      programmes: batchGroups(
        (ids) => findProgrammesOf(database, ids),
        (row) => row.report_id,
      ),
      notes: batchGroups(
        (ids) => findNotes(database, ids),
        (row) => row.report_id,
      ),
      lease: batchById(
        (ids) => findLeases(database, ids, deps.clock.now()),
        (row) => row.report_id,
      ),
      presence: batchGroups(
        (ids) => findPresences(database, ids, presentSince(deps.clock.now())),
        (row) => row.report_id,
      ),
      followed: batch(async (ids) => {
        const accountId = followingAccount(viewer);
        const rows = accountId ? await findFollowed(database, followerHash(deps, accountId), ids) : [];
        const followed = new Set(rows.map((row) => row.report_id));
        return ids.map((id) => followed.has(id));
      }),
      supported: batch(async (ids) => {
        const hashes = ids.map((id) => supporterHash(deps, viewer, id));
        if (hashes[0] === null) return ids.map(() => false);
        const rows = await findSupported(database, ids, hashes as Buffer[]);
        const supported = new Set(rows.map((row) => row.report_id));
        return ids.map((id) => supported.has(id));
      }),
    },
  };
}
