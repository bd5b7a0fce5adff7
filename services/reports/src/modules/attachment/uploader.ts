import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { keyedHash } from '@lapor/sealing';
import type { Viewer } from '@lapor/viewer';
import type { ReportsDependencies } from '../report/index.ts';

/**
 * Whose an upload is before it belongs to a report: an account, the device's submission key, a report opened by its code or by
 * the link to the head of an organisation, or a work order opened by its link.
 */
export function uploaderHashes(secret: string, viewer: Viewer, submissionKey?: string): Buffer[] {
  const owners = [
    ...(submissionKey ? [`key:${submissionKey}`] : []),
    ...(viewer.accountId ? [`account:${viewer.accountId}`] : []),
    ...viewer.reportGrants.map((id) => `grant:${id}`),
    ...(viewer.workOrderGrants ?? []).map((id) => `work-order:${id}`),
    ...(viewer.handOverGrants ?? []).map(({ handOverId }) => `hand-over:${handOverId}`),
  ];
  return owners.map((owner) => keyedHash(secret, 'uploader', owner));
}

/** Lets go of an account that uploaded files: nothing tells any more that they were its. */
export async function forgetUploader(
  deps: Pick<ReportsDependencies, 'lookupSecret'>,
  em: EntityManager,
  accountId: string,
): Promise<void> {
  const hash = keyedHash(deps.lookupSecret, 'uploader', `account:${accountId}`);
  for (const table of ['attachment', 'upload'])
    await em.execute(`update ${table} set uploader_hash = ? where uploader_hash = ?`, [
      randomBytes(32),
      hash,
    ]);
}
