import type { EntityManager } from '@mikro-orm/postgresql';
import type { OrganisationCopy } from './entity.ts';
import { findOrganisations, lockOrganisations } from './repository.ts';

/** Mergers of mergers are followed so far; a longer chain, or a circle, is a case for a person. */
const MOST_STEPS = 10;

/**
 * Who has the tasks of an organisation now: itself while it exists, else the end of its chain of single successors.
 * `unknown`: a successor of which nothing was told yet. `null`: nobody, or several, among whom a person has to choose.
 */
async function heirOf(
  em: EntityManager,
  organisation: OrganisationCopy,
): Promise<OrganisationCopy | 'unknown' | null> {
  let current = organisation;
  for (let step = 0; current.status === 'FORMER'; step++) {
    const [successorId, ...others] = current.successorIds;
    if (successorId === undefined || others.length > 0 || step === MOST_STEPS) return null;
    const next = (await findOrganisations(em, [successorId])).get(successorId);
    if (!next) return 'unknown';
    current = next;
  }
  return current;
}

const MOST_ATTEMPTS = 5;

/**
 * Organisations to which something is to be given: those named, held for the transaction, and in place of one that was merged
 * its heir. One that ended without a single heir stays what it is; unknown ones are missing. By the ids that were asked for.
 */
export async function resolveOrganisations(
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, OrganisationCopy>> {
  const resolved = await lockOrganisations(em, ids);
  for (const id of resolved.keys()) {
    // The heir may end between the look and the lock.
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const found = resolved.get(id)!;
      if (found.status === 'ACTIVE') break;
      const heir = await heirOf(em, found);
      if (heir === null || heir === 'unknown') break;
      resolved.set(id, (await lockOrganisations(em, [heir.id])).get(heir.id)!);
    }
  }
  return resolved;
}

const nearestStaffed = (
  path: readonly string[],
  known: ReadonlyMap<string, OrganisationCopy>,
): OrganisationCopy | null =>
  path
    .slice(0, -1)
    .toReversed()
    .map((id) => known.get(id))
    .find((ancestor) => ancestor?.status === 'ACTIVE' && ancestor.isStaffed) ?? null;

/**
 * Who stands in for an organisation that nobody staffs: its nearest staffed ancestor within the government (domain.md,
 * Organisations). `null`: the national desk.
 */
export const standInOf = async (
  em: EntityManager,
  path: readonly string[],
): Promise<OrganisationCopy | null> => nearestStaffed(path, await findOrganisations(em, path.slice(0, -1)));

/** The same, held for the transaction: where a report is to wait, it has to be found when that organisation ends. */
export const deskAbove = async (
  em: EntityManager,
  path: readonly string[],
): Promise<OrganisationCopy | null> => nearestStaffed(path, await lockOrganisations(em, path.slice(0, -1)));

/** What an organisation is now, and who has its tasks. */
export interface Present {
  organisation: OrganisationCopy;
  /** Itself while it exists; `null`: nobody, or several, among whom a person has to choose. */
  heir: OrganisationCopy | null;
  /** Its nearest staffed ancestor; `null`: the national desk. */
  standIn: OrganisationCopy | null;
  /** At whose desk waits what waited at its: the heir's if somebody works there, else above; `null`: the national desk. */
  desk: OrganisationCopy | null;
}

/** What an organisation is now, held for the transaction; `null` while its heir is not known, or when it changes at this moment. */
export async function presentOf(em: EntityManager, id: string): Promise<Present | null> {
  const found = (await findOrganisations(em, [id])).get(id);
  const heirFound = found && (await heirOf(em, found));
  if (!found || heirFound === 'unknown') return null;
  // All in one statement, in the order of their ids, as they are written: two that wait for each other are none.
  const known = await lockOrganisations(em, [
    ...new Set([...found.path, ...(heirFound ? heirFound.path : [])]),
  ]);
  const organisation = known.get(id);
  const heir = heirFound ? known.get(heirFound.id) : null;
  if (!organisation || organisation.status !== found.status || heir === undefined) return null;
  if (heir && heir.status !== 'ACTIVE') return null;
  return {
    organisation,
    heir,
    standIn: nearestStaffed(organisation.path, known),
    desk: heir?.isStaffed ? heir : nearestStaffed((heir ?? organisation).path, known),
  };
}
