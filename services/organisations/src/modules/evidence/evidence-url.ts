import { signFile } from '@lapor/files';

/** Path of a file for somebody who may read the readiness that it shows: valid one to two hours, opens this file only. */
export const evidenceUrl = (secret: string, id: string, now: Date): string =>
  `/files/evidence/${id}?s=${signFile(secret, id, now)}`;
