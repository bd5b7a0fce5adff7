import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import type { Place, PlacedPost, PlacedViewer } from './vocabulary.ts';

/** Adds to the viewer's posts where they are held; `places` by organisation. */
export function placeViewer(
  viewer: Viewer,
  places: { get(id: string): Place | null | undefined },
): PlacedViewer {
  const posts = viewer.posts.flatMap(({ role, organisationId }): PlacedPost[] => {
    const place = places.get(organisationId);
    if (!place) return [];
    return [{ role, organisationId, path: place.path, kind: place.kind, regionCode: place.regionCode }];
  });
  return { ...viewer, posts };
}

/** The same within a running transaction: one statement, none for viewers without posts. */
export async function placeViewerIn(em: EntityManager, viewer: Viewer): Promise<PlacedViewer> {
  if (viewer.posts.length === 0) return { ...viewer, posts: [] };
  const rows = await em.execute<({ id: string } & Place)[]>(
    `select id, path, kind, region_code as "regionCode" from organisation where id in (select json_array_elements_text(?::json))`,
    [JSON.stringify(viewer.posts.map((post) => post.organisationId))],
  );
  return placeViewer(viewer, new Map(rows.map((row) => [row.id, row])));
}
