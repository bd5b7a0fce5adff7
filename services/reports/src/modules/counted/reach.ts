import {
  hasRole,
  isOmbudsmanOffice,
  ombudsmanReaches,
  provincesOfOmbudsmanOffice,
  type Viewer,
} from '@lapor/viewer';
import { isDesk } from '../report/index.ts';

/** Which reports a viewer of figures reads one by one. */
export interface CountedReach {
  /** The national desk alone. */
  confidential: boolean;
  /** Every report that is not confidential, published or not. */
  all: boolean;
  /** The same of these provinces. */
  provinces: readonly string[];
  /** What everybody reads. */
  published: boolean;
}

/**
 * What the policy lets a viewer read, for a statement: the national desk everything, KSP and the Ombudsman what is not confidential (a
 * regional office of its provinces), analysts what is published. `null` for everybody else, and for keys: the list is for people at a screen.
 */
export function reachOf(viewer: Viewer): CountedReach | null {
  if (viewer.apiKey) return null;
  const offices = viewer.posts.filter(({ role }) => role === 'OMBUDSMAN');
  const reach: CountedReach = {
    confidential: isDesk(viewer),
    all:
      hasRole(viewer, 'KSP_MONITOR') ||
      offices.some(({ organisationId }) => ombudsmanReaches(organisationId, null)),
    provinces: offices.flatMap(({ organisationId }) =>
      isOmbudsmanOffice(organisationId) ? provincesOfOmbudsmanOffice(organisationId.slice(-2)) : [],
    ),
    published: hasRole(viewer, 'ANALYST') || offices.length > 0,
  };
  return reach.confidential || reach.all || reach.provinces.length > 0 || reach.published ? reach : null;
}
