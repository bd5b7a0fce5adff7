import {
  MOST_TEXT_BYTES,
  RECEIPT_ANSWERS,
  textDigest,
  type ReceiptAnswer,
  type ReceiptContent,
} from '@lapor/receipt';

/** What a receipt takes from a report. */
export interface ReceiptReport {
  number: string;
  submittedAt: Date;
  isConfidential: boolean;
  isPublished: boolean;
  category: string | null;
  regionCode: string | null;
}

/** What it takes from an entry of the history. */
export interface ReceiptEntry {
  sequence: number;
  kind: string;
  at: Date;
  organisation_id: string | null;
  promised_on: string | null;
  reason_code: string | null;
  text_audience: string;
  text: string | null;
}

/** That a report was filed: what it is about only while everybody may read that. */
export function filingContent(report: ReceiptReport): ReceiptContent {
  const isOpen = report.isPublished && !report.isConfidential;
  return {
    v: 1,
    of: 'REPORT',
    number: report.number,
    at: report.submittedAt.toISOString(),
    state: 'SUBMITTED',
    ...(isOpen && report.category ? { category: report.category } : {}),
    ...(isOpen && report.regionCode ? { region: report.regionCode } : {}),
  };
}

const isAnswer = (kind: string): kind is ReceiptAnswer => RECEIPT_ANSWERS.some((answer) => answer === kind);

/** Whether an entry is an answer that everybody may read who may read the report. No answer to a confidential report is. */
export const hasReceipt = (report: Pick<ReceiptReport, 'isConfidential'>, entry: ReceiptEntry): boolean =>
  !report.isConfidential &&
  isAnswer(entry.kind) &&
  entry.text_audience === 'PUBLIC' &&
  entry.organisation_id !== null;

/** What an organisation answered. `organisation` is its name; once its words are erased, that it answered and when. */
export async function answerContent(
  report: ReceiptReport,
  entry: ReceiptEntry,
  organisation: string,
): Promise<ReceiptContent> {
  const { text } = entry;
  const corrects = entry.kind === 'CORRECTED' ? Number(entry.reason_code) : 0;
  return {
    v: 1,
    of: 'ANSWER',
    number: report.number,
    entry: entry.sequence,
    kind: entry.kind as ReceiptAnswer,
    at: entry.at.toISOString(),
    by: { id: entry.organisation_id!, name: organisation },
    ...(entry.promised_on ? { promised: entry.promised_on } : {}),
    ...(corrects > 0 ? { corrects } : {}),
    ...(text ? { sha256: await textDigest(text) } : {}),
    ...(text && Buffer.byteLength(text) <= MOST_TEXT_BYTES ? { text } : {}),
  };
}
