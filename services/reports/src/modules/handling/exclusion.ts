import type { Viewer } from '@lapor/viewer';
import type { OrganisationCopy } from '../organisation/index.ts';
import { isDesk, type FieldFault, type Report } from '../report/index.ts';

/** Whether the reporter keeps an organisation out, itself or one above it. */
export const isKeptOut = (
  { excludedOrganisationIds }: Pick<Report, 'excludedOrganisationIds'>,
  { path }: Pick<OrganisationCopy, 'path'>,
): boolean => path.some((id) => excludedOrganisationIds.includes(id));

/**
 * The fault of giving a report to an organisation that its reporter keeps out. Whom the reporter distrusts is told to the
 * national desk alone: for others it lies outside their authority.
 */
export const exclusionFault = (
  report: Pick<Report, 'excludedOrganisationIds'>,
  organisation: OrganisationCopy,
  path: string,
  viewer: Viewer,
): FieldFault[] =>
  !isKeptOut(report, organisation)
    ? []
    : isDesk(viewer)
      ? [{ path, code: 'EXCLUDED', message: 'The reporter keeps this organisation out.' }]
      : [{ path, code: 'OUTSIDE_AUTHORITY', message: 'The report cannot go to this organisation.' }];
