import { keyedHash } from '@lapor/sealing';
import type { Viewer } from '@lapor/viewer';

/** Whose an upload is before it belongs to a report: an account, the device's submission key, or a report opened by its code. */
export function uploaderHashes(secret: string, viewer: Viewer, submissionKey?: string): Buffer[] {
  const owners = [
    ...(submissionKey ? [`key:${submissionKey}`] : []),
    ...(viewer.accountId ? [`account:${viewer.accountId}`] : []),
    ...viewer.reportGrants.map((id) => `grant:${id}`),
  ];
  return owners.map((owner) => keyedHash(secret, 'uploader', owner));
}
