import type { Viewer } from '@lapor/viewer';
import { isDesk } from '../report/index.ts';

/** Whether the viewer works at a desk: the national one (`null`), or that of an organisation whose admin the viewer is. */
export const mayLeaseAt = (viewer: Viewer, organisationId: string | null): boolean =>
  organisationId === null
    ? isDesk(viewer)
    : !viewer.apiKey &&
      viewer.posts.some((post) => post.role === 'AGENCY_ADMIN' && post.organisationId === organisationId);
