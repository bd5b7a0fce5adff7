import type {
  ClockKind,
  ClockStatus,
  HistoryKind,
  ReportKind,
  ReportState,
  Urgency,
  ArchiveCode,
} from '@lapor/wording';
import { REPORT } from '../documents.ts';
import type { VisitorGraph } from '../exchange.ts';

interface Named {
  id: string;
  name: string;
}

export interface ReportFile {
  id: string;
  fileName: string;
  url: string;
  thumbnailUrl: string | null;
  isSealedAway: boolean;
}

export interface Entry {
  id: string;
  kind: HistoryKind;
  at: string;
  actorKind: 'CITIZEN' | 'OFFICER' | 'SYSTEM';
  text: string | null;
  reasonCode: string | null;
  promisedOn: string | null;
  noProofReason: string | null;
  organisation: Named | null;
  toOrganisation: Named | null;
  attachments: ReportFile[];
}

export interface ReportClock {
  id: string;
  kind: ClockKind;
  status: ClockStatus;
  stoppedAt: string | null;
  dueAt: string;
  dueOn: string;
  timeZone: string;
  isEstimated: boolean;
  urgency: Urgency;
  workingDaysLeft: number;
  explanation: { unit: 'WORKING' | 'CALENDAR'; sentence: string; inEnglish: string };
}

/** A report as this visitor reads it. */
export interface ShownReport {
  id: string;
  number: string;
  title: string;
  text: string;
  state: ReportState;
  kind: ReportKind;
  submittedAt: string;
  updatedAt: string;
  isAnonymous: boolean;
  isConfidential: boolean;
  isPublished: boolean;
  reporterLabel: string;
  placeText: string | null;
  supportCount: number;
  rating: number | null;
  missingData: string | null;
  archiveCode: ArchiveCode | null;
  viewerIsReporter: boolean;
  viewerCanAppeal: boolean;
  viewerCanCompleteData: boolean;
  viewerCanConfirm: boolean;
  viewerCanDispute: boolean;
  viewerCanRate: boolean;
  viewerCanReply: boolean;
  viewerCanWithdraw: boolean;
  /** Null when the service that counts does not answer. */
  viewerCanRequestOversight: boolean | null;
  oversight: { state: string; office: Named } | null;
  region: { code: string; fullName: string; timeZone: string } | null;
  category: { id: string; path: string } | null;
  handler: Named | null;
  identityReveals: { at: string; reason: string; organisation: Named | null }[] | null;
  attachments: ReportFile[];
  history: Entry[];
  clocks: ReportClock[] | null;
}

/** The report; `null` when it is unknown or not for this visitor, `undefined` when it cannot be read now. */
export async function findReport(
  graph: VisitorGraph,
  number: string,
): Promise<ShownReport | null | undefined> {
  const data = await graph(REPORT, { number });
  return data ? ((data.report as ShownReport | null) ?? null) : undefined;
}

/** Where most readers are, when a report names no place. */
export const zoneOf = ({ region }: Pick<ShownReport, 'region'>): string => region?.timeZone ?? 'Asia/Jakarta';
