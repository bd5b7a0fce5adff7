import type { Database } from '@lapor/database';
import { batchGroups, type Loader } from '@lapor/subgraph';
import { findWarnings, type WarningRow } from './repository.ts';

/** Warnings by report id, oldest first. */
export type WarningLoader = Loader<WarningRow[]>;

/** One statement for all reports of a request's page. */
export const createWarningLoader = (database: Database): WarningLoader =>
  batchGroups(
    (reportIds) => findWarnings(database, reportIds),
    ({ reportId }) => reportId,
  );
