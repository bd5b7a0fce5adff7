import type { EntityManager } from '@mikro-orm/postgresql';
import { isOfSensitiveCategory } from '../category/index.ts';
import type { Report } from '../report/index.ts';

/**
 * Whether no desk but the national one may judge a report: it is to stay between the reporter and the competent unit, or it may be about
 * those who would judge it. As for a new report (first-desk.ts).
 */
export const decidesNationally = async (
  em: EntityManager,
  report: Pick<Report, 'isConfidential' | 'isAboutOfficers' | 'categoryId'>,
): Promise<boolean> =>
  report.isConfidential ||
  report.isAboutOfficers ||
  (await isOfSensitiveCategory(em, report.categoryId ?? null));
