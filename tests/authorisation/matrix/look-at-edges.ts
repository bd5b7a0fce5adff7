import { isKey, isNationalDesk, person, type PersonName } from '../oracle/people.ts';
import { rootOf } from '../oracle/places.ts';
import { reads } from '../oracle/report-authority.ts';
import { report, REPORT_NAMES } from '../oracle/reports.ts';
import { accountId, postsByAccount } from '../world/people.ts';
import type { World } from '../world/start.ts';
import type { Cells } from './cells.ts';

const posts = postsByAccount();

/**
 * What holds wherever an entity turns up, on whatever edge: nobody learns an officer's name or meets a report but those who may.
 * Looks through a whole answer, in which officers and reports tell their `__typename`.
 */
export function lookAtEdges(viewer: PersonName, answer: unknown, world: World, cells: Cells): void {
  const seen = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look);
    if (typeof value !== 'object' || value === null) return;
    const {
      __typename: type,
      id,
      name,
      number,
      accountState,
      posts: held,
    } = value as Record<string, unknown>;
    const key = `${String(type)} ${String(id ?? number)}`;
    if (type === 'Officer' && !seen.has(key)) {
      const expected = mayKnow(viewer, String(id)) ? 'its name' : 'NOTHING';
      cells.compare(
        'Officer.name',
        viewer,
        { kind: 'officer', name: String(id) },
        expected,
        name || accountState || (Array.isArray(held) && held.length > 0) ? 'its name' : 'NOTHING',
      );
    }
    if (type === 'Report' && !seen.has(key)) {
      const known = REPORT_NAMES.find((one) => world.reports.byName[one].number === number);
      const expected = known && reads(person(viewer), report(known)) ? 'DATA' : 'NOTHING';
      cells.compare('Report', viewer, { kind: 'report', name: known ?? String(number) }, expected, 'DATA');
    }
    seen.add(key);
    Object.values(value).forEach(look);
  };
  look(answer);
}

/** The officer, the same government, the national desk. */
function mayKnow(name: PersonName, officerId: string): boolean {
  const viewer = person(name);
  const held = posts.get(officerId) ?? [];
  return (
    isNationalDesk(viewer) ||
    ((viewer.is === 'officer' || viewer.is === 'enrolling') && accountId(name) === officerId) ||
    (!isKey(viewer) && held.some(({ at }) => viewer.posts.some((post) => rootOf(post.at) === rootOf(at))))
  );
}
