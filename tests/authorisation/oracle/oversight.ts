import { holds, isKey, isNationalDesk, type Person } from './people.ts';
import { pathOf, type Place } from './places.ts';
import { isReporter } from './report-authority.ts';
import type { ReportFacts, ReportName } from './reports.ts';

/*
 * Who has to do with the Ombudsman's cases and with priority programmes: domain.md (People), decision 8 and issue 5. Silent means no, and
 * keys are no people.
 */

/** Reports with a case, which the Ombudsman opened of its own accord (world/reports.ts); nothing is asked yet. */
export const OVERSEEN = ['with the unit', 'of another agency'] as const satisfies readonly ReportName[];
export const hasCase = (report: ReportName): boolean => (OVERSEEN as readonly string[]).includes(report);

/** By the place of the report, and all reports of the matrix are of the province. */
const ofTheOmbudsman = (viewer: Person): boolean =>
  holds(viewer, 'OMBUDSMAN', (place) => place === 'Ombudsman' || place === 'Ombudsman of the province');

const worksAt = (viewer: Person, report: ReportFacts, handlers: readonly Place[]): boolean =>
  handlers.some((handler) =>
    (['AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER'] as const).some((role) =>
      holds(viewer, role, (place) =>
        report.isConfidential ? place === handler : pathOf(handler).includes(place),
      ),
    ),
  );

/** "Clarification: agency admin, head, handling unit": of the lead, who gives the public answer. */
export const answersOmbudsman = (viewer: Person, report: ReportFacts): boolean =>
  worksAt(viewer, report, report.handlers.slice(0, 1));
export const worksOnCase = ofTheOmbudsman;
export const writesInCase = (viewer: Person, report: ReportFacts): boolean =>
  ofTheOmbudsman(viewer) || answersOmbudsman(viewer, report);
/** "Who may read as for the clocks", the public apart. */
export const readsCase = (viewer: Person, report: ReportFacts): boolean =>
  ofTheOmbudsman(viewer) ||
  isNationalDesk(viewer) ||
  worksAt(viewer, report, report.handlers) ||
  (!report.isConfidential && holds(viewer, 'KSP_MONITOR'));
/** "`Report.oversight` in words for the reporter." */
export const readsOversight = (viewer: Person, report: ReportFacts): boolean =>
  readsCase(viewer, report) || (!isKey(viewer) && isReporter(viewer, report));
/** Of its own accord: of what it reads. */
export const opensOversight = (viewer: Person, report: ReportFacts): boolean =>
  ofTheOmbudsman(viewer) && !report.isConfidential;

/** "KSP monitor: priority programmes." */
export const managesProgrammes = (viewer: Person): boolean => holds(viewer, 'KSP_MONITOR');
export const followsProgrammes = (viewer: Person): boolean =>
  managesProgrammes(viewer) || isNationalDesk(viewer);
