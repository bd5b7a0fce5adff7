import { hasRole, type Viewer } from '@lapor/viewer';

/** A work order, as far as its own rights go. */
export interface WorkOrderFacts {
  id: string;
  organisationId: string;
  fieldOfficerId: string | null;
}

/** Whether the viewer came by the order's link: a person, for this order alone. */
export const opensByLink = (viewer: Viewer, { id }: WorkOrderFacts): boolean =>
  !viewer.apiKey && (viewer.workOrderGrants ?? []).includes(id);

/** Whether the order is the viewer's as a field officer: of the own unit, and nobody else's by name. */
export const isForFieldOfficer = (viewer: Viewer, order: WorkOrderFacts): boolean =>
  !viewer.apiKey &&
  hasRole(viewer, 'FIELD_OFFICER', order.organisationId) &&
  (order.fieldOfficerId === null || order.fieldOfficerId === viewer.accountId);

/** Units in whose field the viewer works. */
export const fieldOrganisations = (viewer: Viewer): string[] =>
  viewer.apiKey
    ? []
    : viewer.posts.filter(({ role }) => role === 'FIELD_OFFICER').map(({ organisationId }) => organisationId);
