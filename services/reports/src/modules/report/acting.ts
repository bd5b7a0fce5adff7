import type { Viewer } from '@lapor/viewer';
import type { AssignmentFacts, PolicyFacts } from './policy-facts.ts';
import { actsFor, HANDLING_ROLES, opensByLink, reaches, workingPosts } from './policy-reach.ts';

/** By which of a report's assignments the viewer acts, and how: the lead's before a co-handler's, a post before a link. */
export function actingAssignment(
  viewer: Viewer,
  report: PolicyFacts,
): { assignment: AssignmentFacts; by: 'POST' | 'STAND_IN' | 'LINK' } | null {
  const find = (acts: (assignment: AssignmentFacts) => boolean) => report.assignments.find(acts);
  const byPost = find((assignment) => actsFor(viewer, report, assignment, HANDLING_ROLES));
  if (byPost) {
    const isOwn = reaches(viewer, HANDLING_ROLES, byPost.organisationId, byPost.path, true);
    return { assignment: byPost, by: byPost.isHandedOver && !isOwn ? 'STAND_IN' : 'POST' };
  }
  const byLink = find((assignment) => opensByLink(viewer, report, assignment));
  return byLink ? { assignment: byLink, by: 'LINK' } : null;
}

/** The organisation for which an officer acts on a report: the nearest one on the path at which the viewer holds a post. */
export function actingOrganisation(viewer: Viewer, report: PolicyFacts): string | null {
  const posts = workingPosts(viewer);
  const own = new Set(
    posts.filter((post) => HANDLING_ROLES.includes(post.role)).map((post) => post.organisationId),
  );
  const paths = [...report.assignments.map(({ path }) => path), report.deskPath];
  for (const path of paths) {
    const nearest = path.findLast((id) => own.has(id));
    if (nearest) return nearest;
  }
  return (
    posts.find((post) => post.role === 'NATIONAL_ADMIN')?.organisationId ?? posts[0]?.organisationId ?? null
  );
}
