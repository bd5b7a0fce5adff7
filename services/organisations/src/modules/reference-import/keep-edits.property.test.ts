import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Draft, type StoredOrganisation, keepWhatPeopleChanged } from './keep-edits.ts';

const size = 7;
const ids = Array.from({ length: size }, (_, index) => `o${index}`);
const columns = ['name', 'parent_id', 'status', 'region_code', 'unit_keys'];

/** Parents that make no cycle: each stands below one that comes before it in some order. */
const parentsArbitrary = fc
  .tuple(
    fc.shuffledSubarray(ids, { minLength: size, maxLength: size }),
    fc.array(fc.nat({ max: size }), { minLength: size, maxLength: size }),
  )
  .map(([order, picks]) => {
    const parentOf = (index: number) => (picks[index]! >= index ? null : order[picks[index]!]!);
    return new Map(order.map((id, index) => [id, parentOf(index)]));
  });

const named = (id: string, parents: ReadonlyMap<string, string | null>) => ({
  id,
  name: id,
  acronym: null,
  kind: 'AGENCY' as const,
  is_template: false,
  parent_id: parents.get(id) ?? null,
  region_code: null,
  klpd_code: null,
  source: 'test',
  unit_keys: [],
});

const storedArbitrary = fc
  .record({
    parents: parentsArbitrary,
    former: fc.subarray(ids),
    entered: fc.subarray(ids),
    edits: fc.array(fc.subarray(columns), { minLength: size, maxLength: size }),
    count: fc.nat({ max: size }),
  })
  .map(({ parents, former, entered, edits, count }) => {
    // As the tables are: parents are there, and nothing active stands below something former.
    const isFormer = (id: string): boolean => {
      const parent = parents.get(id) ?? null;
      return former.includes(id) || (parent !== null && isFormer(parent));
    };
    const isThere = (id: string): boolean => {
      const parent = parents.get(id) ?? null;
      return ids.indexOf(id) < count && (parent === null || isThere(parent));
    };
    return ids.filter(isThere).map((id, index): StoredOrganisation => ({
      ...named(id, parents),
      status: isFormer(id) ? 'FORMER' : 'ACTIVE',
      successor_ids: [],
      government_id: id,
      path: [id],
      time_zone: 'Asia/Jakarta',
      time_zone_label: 'WIB',
      name_words: '',
      place_words: '',
      origin: entered.includes(id) ? 'ENTERED' : 'REFERENCE',
      edited_columns: edits[index]!,
      retired_at: null,
    }));
  });

const filesArbitrary = fc
  .record({
    parents: parentsArbitrary,
    there: fc.subarray(ids),
    former: fc.subarray(ids),
    successors: fc.array(fc.subarray(ids, { maxLength: 2 }), { minLength: size, maxLength: size }),
  })
  .map(({ parents, there, former, successors }) =>
    there.map((id, index): Draft => {
      const parent = parents.get(id) ?? null;
      return {
        ...named(id, parents),
        parent_id: parent !== null && there.includes(parent) ? parent : null,
        name: `${id} of the files`,
        status: former.includes(id) ? 'FORMER' : 'ACTIVE',
        successor_ids: former.includes(id) ? successors[index]!.filter((other) => other !== id) : [],
        zone: null,
      };
    }),
  );

test('whatever people and files did, the result is a forest in which people’s work stands', () => {
  fc.assert(
    fc.property(storedArbitrary, filesArbitrary, (stored, rows) => {
      const drafts = keepWhatPeopleChanged(rows, stored);
      for (const { id } of drafts.values()) {
        const above = new Set<string>();
        for (let at: string | null = id; at !== null; at = drafts.get(at)?.parent_id ?? null) {
          if (above.has(at)) throw new Error(`${id} stands below itself`);
          above.add(at);
        }
        const { status, parent_id: parentId } = drafts.get(id)!;
        if (status === 'ACTIVE' && parentId !== null) {
          expect([id, drafts.get(parentId)?.status]).toEqual([id, 'ACTIVE']);
        }
      }
      for (const row of stored) {
        const draft = drafts.get(row.id);
        const inFiles = rows.some(({ id }) => id === row.id);
        if (row.origin === 'ENTERED' || row.edited_columns.length > 0) {
          expect([row.id, draft !== undefined]).toEqual([row.id, true]);
        }
        const isNamedByPeople = row.origin === 'ENTERED' || row.edited_columns.includes('name');
        if (draft !== undefined && inFiles) {
          expect(draft.name).toBe(isNamedByPeople ? row.name : `${row.id} of the files`);
        }
      }
    }),
    { numRuns: 2_000 },
  );
});
