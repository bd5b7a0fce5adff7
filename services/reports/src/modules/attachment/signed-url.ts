import { signFile } from '@lapor/files';

/** Path of a file for an `<img>` of somebody who was allowed to read its report: valid one to two hours, opens this file only. */
export const signAttachmentUrl = (
  secret: string,
  id: string,
  now: Date,
  part: '' | '/thumbnail' = '',
): string => `/files/${id}${part}?s=${signFile(secret, id, now)}`;
