import type { ResultOf } from '../graphql.ts';
import type { SessionDocument } from './session.graphql.ts';

export type Officer = NonNullable<ResultOf<typeof SessionDocument>['viewerOfficer']>;
export type Post = Officer['posts'][number];
export type PostRole = Post['role'];

/** An organisation at which the officer works, with every role held there. */
export interface Workplace {
  organisation: Post['organisation'];
  roles: readonly PostRole[];
}

/** The posts a console serves, one entry for each organisation, in the order the server gives them. */
export function workplacesOf(posts: readonly Post[], served: readonly PostRole[]): Workplace[] {
  const places = new Map<string, { organisation: Post['organisation']; roles: PostRole[] }>();
  for (const { role, organisation } of posts) {
    if (!served.includes(role)) continue;
    const place = places.get(organisation.id);
    if (place) place.roles.push(role);
    else places.set(organisation.id, { organisation, roles: [role] });
  }
  return [...places.values()];
}

/** One post that is acted in; null: all of them. */
export interface ActingPost {
  role: string;
  organisationId: string;
}

/** The posts that count now: the one that is acted in, or all. */
export const actedIn = (posts: readonly Post[], acting: ActingPost | null): readonly Post[] =>
  acting
    ? posts.filter(
        ({ role, organisation }) => role === acting.role && organisation.id === acting.organisationId,
      )
    : posts;

/** The workplace chosen last, if the officer still has it; else the first. */
export const chosenWorkplace = (
  places: readonly Workplace[],
  rememberedId: string | null,
): Workplace | undefined => places.find(({ organisation }) => organisation.id === rememberedId) ?? places[0];
