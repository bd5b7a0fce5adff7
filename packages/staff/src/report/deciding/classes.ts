import type { ReportClass, ReportKind } from '@lapor/wording';

/** In the order of the keys 1 to 5. */
export const CLASSES = [
  'GRIEVANCE',
  'DISPUTE_WITHOUT_INSPECTION',
  'DISPUTE_WITH_INSPECTION',
  'ASPIRATION',
  'INFORMATION_REQUEST',
] as const satisfies readonly ReportClass[];

/** The class a report surely has by its kind; a complaint may be a grievance or a dispute, which only reading tells. */
export const classOfKind = (kind: ReportKind): ReportClass | null => (kind === 'COMPLAINT' ? null : kind);
