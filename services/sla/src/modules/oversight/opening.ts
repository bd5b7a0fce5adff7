import { provinceOfOmbudsmanOffice } from '@lapor/viewer';
import type { CaseAccess } from './policy.ts';

/** The office of the place; what lies nowhere is the national one's. */
export const officeOf = ({ regionCode }: Pick<CaseAccess, 'regionCode'>): string =>
  regionCode === null ? 'ombudsman' : `ombudsman-${provinceOfOmbudsmanOffice(regionCode)}`;

export const isEnded = ({ state }: { state: string }): boolean =>
  state === 'COMPLETED' || state === 'ARCHIVED';

/** Why no case can be opened about a report now; `null` when one can. */
export const refusalToOpen = (
  report: { state: string },
  hasOpenCase: boolean,
): 'REPORT_ENDED' | 'OVERSIGHT_RUNS' | null =>
  isEnded(report) ? 'REPORT_ENDED' : hasOpenCase ? 'OVERSIGHT_RUNS' : null;
