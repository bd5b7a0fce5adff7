import { createUploadLedger as createLedger, type UploadLedger } from '@lapor/files';
import type { ReportsDependencies } from '../report/index.ts';
import { keepUpload } from './keep-upload.ts';

/** How long an unfinished upload waits for its next part, and a finished one is known as such. */
export const UPLOAD_HOURS = 24;

/** Uploads under way of one owner, by any of the ways in which the owner may be told. */
export const createUploadLedger = (deps: ReportsDependencies, owners: readonly Buffer[]): UploadLedger =>
  createLedger({
    database: deps.database,
    clock: deps.clock,
    sealer: deps.sealer,
    hours: UPLOAD_HOURS,
    owners,
    keep: (upload, content) => keepUpload(deps, upload, content),
  });
