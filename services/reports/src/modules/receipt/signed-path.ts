import { isFileSignature, signFile } from '@lapor/files';

/** The receipt of a report, or of one of its answers. */
export interface ReceiptOf {
  reportId: string;
  entryId: string | null;
}

const named = ({ reportId, entryId }: ReceiptOf) => `receipt:${reportId}:${entryId ?? ''}`;

/** Address of the document for somebody who was allowed to have it: a link shows no session; valid one to two hours. */
export const signedPath = (secret: string, of: ReceiptOf, now: Date): string =>
  `/tanda-terima/${of.reportId}${of.entryId ? `/${of.entryId}` : ''}?s=${signFile(secret, named(of), now)}`;

export const isSignedPath = (secret: string, of: ReceiptOf, given: string | undefined, now: Date): boolean =>
  isFileSignature(secret, named(of), given, now);
