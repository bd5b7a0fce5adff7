import { governsItself } from './governs-itself.ts';
import type { PlannedOrganisation } from './plan-organisations.ts';

/** An organisation before its place in the forest is worked out. */
export type Draft = Omit<
  PlannedOrganisation,
  'government_id' | 'path' | 'time_zone' | 'time_zone_label' | 'name_words' | 'place_words'
> & {
  /** Chosen by people; `null`: follows from the region. */
  zone: Pick<PlannedOrganisation, 'time_zone' | 'time_zone_label'> | null;
};

/** An organisation as it stands in the tables, with what people did to it. */
export type StoredOrganisation = PlannedOrganisation & {
  origin: 'REFERENCE' | 'ENTERED';
  edited_columns: string[];
  retired_at: unknown;
};

/**
 * Lays what people decided over what the files say: entered organisations stay, edited columns stay, and what something active stands on stays.
 * Rows without an edit are as the files have them. No cycle comes of it, and nothing active stands below something former. Pure.
 */
export function keepWhatPeopleChanged(
  rows: readonly Draft[],
  stored: readonly StoredOrganisation[],
): Map<string, Draft> {
  const drafts = new Map(rows.map((row) => [row.id, row]));
  const storedById = new Map(stored.map((row) => [row.id, row]));
  for (const row of stored) {
    const draft = drafts.get(row.id);
    if (row.origin === 'ENTERED' || (draft === undefined && row.edited_columns.length > 0)) {
      drafts.set(row.id, draftOfStored(row));
    } else if (draft !== undefined && row.edited_columns.length > 0) {
      drafts.set(row.id, withEdits(draft, row));
    }
  }
  // What is revived or put elsewhere may stand in the way of something else.
  for (let isSettled = false; !isSettled;) {
    breakCycles(drafts, storedById);
    isSettled = !standOnActive(drafts, storedById);
  }
  return drafts;
}

const draftOfStored = (row: StoredOrganisation): Draft => ({
  ...row,
  zone: { time_zone: row.time_zone, time_zone_label: row.time_zone_label },
});

function withEdits(draft: Draft, row: StoredOrganisation): Draft {
  const edited = (column: string) => row.edited_columns.includes(column);
  return {
    ...draft,
    ...(edited('name') && { name: row.name }),
    ...(edited('acronym') && { acronym: row.acronym }),
    ...(edited('parent_id') && { parent_id: row.parent_id }),
    ...(edited('status') && { status: row.status, successor_ids: row.successor_ids }),
    ...(edited('region_code') && { region_code: row.region_code }),
    ...(edited('time_zone') && {
      zone: { time_zone: row.time_zone, time_zone_label: row.time_zone_label },
    }),
    ...(edited('unit_keys') && { unit_keys: row.unit_keys }),
    ...(edited('is_template') && { is_template: row.is_template }),
  };
}

/** Where the files and people together would put something below itself, the stored place of what nobody moved stays. */
function breakCycles(drafts: Map<string, Draft>, storedById: ReadonlyMap<string, StoredOrganisation>): void {
  for (const { id } of drafts.values()) {
    for (let cycle = findCycle(drafts, id); cycle !== null; cycle = findCycle(drafts, id)) {
      const before = new Map(cycle.map((member) => [member, drafts.get(member)!.parent_id]));
      for (const member of cycle) {
        const row = storedById.get(member);
        if (row !== undefined) drafts.set(member, { ...drafts.get(member)!, parent_id: row.parent_id });
      }
      // The stored places make no cycle, so this cannot happen with sound tables; going on for ever would be worse than failing.
      if (cycle.every((member) => drafts.get(member)!.parent_id === before.get(member))) {
        throw new Error(`The stored organisations stand below themselves: ${cycle.join(', ')}`);
      }
    }
  }
}

function findCycle(drafts: ReadonlyMap<string, Draft>, start: string): string[] | null {
  const seen: string[] = [];
  for (let id: string | null = start; id !== null; id = drafts.get(id)?.parent_id ?? null) {
    const at = seen.indexOf(id);
    if (at >= 0) return seen.slice(at);
    seen.push(id);
  }
  return null;
}

/**
 * Something active stands on something active. A row that left the files stays as long as something stands on it; what ended gives what stands on
 * it to its successor, else upwards, and with nowhere to go exists again. Answers whether anything had to be done.
 */
function standOnActive(
  drafts: Map<string, Draft>,
  storedById: ReadonlyMap<string, StoredOrganisation>,
): boolean {
  let isChanged = false;
  for (const draft of drafts.values()) {
    if (draft.status !== 'ACTIVE' || draft.parent_id === null) continue;
    const listed = drafts.get(draft.parent_id);
    if (listed?.status === 'ACTIVE') continue;
    isChanged = true;
    const parent = listed ?? draftOfStored(storedById.get(draft.parent_id)!);
    const isEnded = parent.status === 'FORMER' && !governsItself(draft);
    const place = isEnded ? placeAfter(drafts, parent, draft.id) : null;
    if (place !== null) drafts.set(draft.id, { ...draft, parent_id: place });
    else drafts.set(parent.id, { ...parent, status: 'ACTIVE', successor_ids: [] });
  }
  return isChanged;
}

const stepsAtMost = 10;

function placeAfter(drafts: ReadonlyMap<string, Draft>, former: Draft, forId: string): string | null {
  let next: Draft | undefined = former;
  for (let step = 0; step < stepsAtMost && next !== undefined; step += 1) {
    if (next.status === 'ACTIVE') return isWithin(drafts, next.id, forId) ? null : next.id;
    const heir: string | null = next.successor_ids.length === 1 ? next.successor_ids[0]! : next.parent_id;
    next = heir === null ? undefined : drafts.get(heir);
  }
  return null;
}

function isWithin(drafts: ReadonlyMap<string, Draft>, id: string, aboveId: string): boolean {
  for (let at: string | null = id; at !== null; at = drafts.get(at)?.parent_id ?? null) {
    if (at === aboveId) return true;
  }
  return false;
}
