import { type Writing, lockGovernments } from '../change/index.ts';
import { movePosts } from '../officer/index.ts';
import { followSuccessor } from '../routing/index.ts';

/** An organisation that the files end, with who takes over. */
export type Ended = {
  id: string;
  heirId: string | null;
  /** It is not in the files any more, so they name no successor. */
  isRetired: boolean;
};

/** Lets posts and categories of ended organisations go to who takes over, and says who that is where the files do not. */
export async function followEnded(
  { em, actor, at, touched }: Writing,
  ended: readonly Ended[],
): Promise<void> {
  const retired = ended.filter(({ isRetired, heirId }) => isRetired && heirId !== null);
  await em.execute(
    `update organisation o set successor_ids = array[r."heirId"] from json_to_recordset(?::json) as r (id text, "heirId" text) where o.id = r.id`,
    [JSON.stringify(retired)],
  );
  const heirs = new Map(ended.flatMap(({ id, heirId }) => (heirId === null ? [] : [[id, heirId]])));
  const concerned = await em.execute<{ id: string; government_id: string; heir_government_id: string }[]>(
    `select o.id, o.government_id, h.government_id as heir_government_id
     from json_to_recordset(?::json) as r (id text, "heirId" text)
     join organisation o on o.id = r.id join organisation h on h.id = r."heirId" and h.status = 'ACTIVE'
     where exists (select 1 from post p where p.organisation_id = o.id and (p.ends_at is null or p.ends_at > ?))
       or exists (select 1 from category_route c where c.superseded_at is null and o.id in (c.national_organisation_id, c.unit_id))
     order by o.id`,
    [JSON.stringify(ended.filter(({ heirId }) => heirId !== null)), at],
  );
  await lockGovernments(
    em,
    concerned.flatMap((row) => [row.government_id, row.heir_government_id]),
  );
  for (const { id } of concerned) {
    const toId = heirs.get(id)!;
    await movePosts(em, { fromId: id, toId, actor, at });
    await followSuccessor(em, { fromId: id, toId, actor, reason: null, at });
    touched.restaff(id, toId);
  }
}
