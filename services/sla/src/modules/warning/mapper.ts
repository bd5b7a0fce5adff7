import { localDateAt } from '@lapor/working-days';
import type { Warning } from './graphql.ts';
import type { WarningRow } from './repository.ts';
import { LEVELS } from './vocabulary.ts';

/** @param leadsToReport whether the viewer reads the report as well. */
export function toWarning(row: WarningRow, leadsToReport = true): Warning {
  return {
    id: `${row.clockId}:${row.kind}`,
    kind: row.kind,
    levels: [...LEVELS[row.kind]],
    clockId: row.clockId,
    clockKind: row.clockKind,
    at: row.at,
    dueOn: localDateAt(new Date(row.dueAt.getTime() - 1), row.timeZone),
    isRunning: row.isRunning,
    organisation: row.organisationId === null ? null : { id: row.organisationId },
    report: leadsToReport ? { id: row.reportId } : null,
  };
}
