import type { Viewer } from '@lapor/viewer';
import type { PageDesk } from '../organisation/index.ts';
import { READING_ROLES } from '../report/index.ts';

/**
 * On whose page a report is filed: as its sender says, or the organisation whose key sends it, for a key is the door of its own
 * application. `null`: on the platform's.
 */
export const pageOf = (named: string | undefined, { apiKey, posts }: Viewer): string | null =>
  named ??
  (apiKey ? posts.find(({ role }) => READING_ROLES.includes(role))?.organisationId : undefined) ??
  null;

/** What decides who verifies a report first. */
interface FirstDeskFacts {
  isConfidential: boolean;
  isSensitive: boolean;
  /** The reporter says that it is about those who would verify it. */
  isAboutOfficers: boolean;
  /** Whom the reporter keeps out. */
  excludedOrganisationIds: readonly string[];
  directDesk: PageDesk | null;
}

/**
 * At whose desk a new report waits (decisions.md 10, domain.md "People"); `null`: the national one, to which everything goes that nobody
 * may judge in the own matter, or that is to stay between the reporter and the competent unit. Whoever keeps out the organisation whose
 * page it is, or one above it, keeps out the desk.
 */
export const firstDesk = ({
  isConfidential,
  isSensitive,
  isAboutOfficers,
  excludedOrganisationIds,
  directDesk,
}: FirstDeskFacts): PageDesk | null =>
  isConfidential ||
  isSensitive ||
  isAboutOfficers ||
  directDesk?.pagePath.some((id) => excludedOrganisationIds.includes(id))
    ? null
    : directDesk;
