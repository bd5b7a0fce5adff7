import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type NodeValues,
  type Writing,
  contactColumns,
  findRegions,
  insertNodes,
  isNationalKind,
  nationalTimeZone,
  rewritePathsBelow,
  timeZoneLabels,
  updateNodes,
  writeEnd,
} from '../change/index.ts';
import { searchWordsOf } from '../organisation/index.ts';
import { rememberWords } from '../search/index.ts';
import type { PlannedLine, Surroundings, WantedUnit } from './plan-units.ts';

/** Writes the lines of a file that was judged: what is made, what is otherwise, the paths, then what ends, the lowest first. */
export async function writeLines(
  writing: Writing,
  lines: readonly PlannedLine[],
  around: Surroundings,
): Promise<void> {
  const { em, at, touched } = writing;
  const { governmentId } = around.organisation;
  const values = await valuesOf(em, lines, around);
  const pathOf = pathsAfter(lines, around);
  const made = lines.filter(({ present }) => present === null);
  const changed = lines.filter(({ present }) => present !== null);
  if (made.length > 0) {
    await insertNodes(
      em,
      made.map(({ wanted: { id } }) => ({
        id,
        kind: kindOfUnits(around),
        is_template: false,
        status: 'ACTIVE',
        successor_ids: [],
        government_id: governmentId,
        path: pathOf(id),
        ...values.get(id)!,
      })),
      at,
    );
  }
  await updateNodes(
    em,
    changed.map(({ wanted: { id } }) => ({ id, values: values.get(id)! })),
    at,
  );
  touched.add(...lines.map(({ wanted }) => wanted.id));
  touched.add(...(await rewritePathsBelow(em, [around.organisation.id])));
  for (const { present, wanted } of changed) {
    if (present!.parentId !== wanted.parentId) touched.restaff(wanted.id, ...present!.path);
    if (present!.status !== wanted.status) touched.restaff(wanted.id);
  }
  const ending = changed.filter(
    ({ present, wanted }) => present!.status === 'ACTIVE' && wanted.status === 'FORMER',
  );
  for (const { present, wanted } of ending.toSorted(
    (a, b) => b.present!.path.length - a.present!.path.length,
  )) {
    await writeEnd(writing, present!, { id: wanted.parentId, path: pathOf(wanted.parentId) });
  }
}

/** Units of ministries and agencies are agencies themselves. */
const kindOfUnits = ({ government }: Surroundings) => (isNationalKind(government.kind) ? 'AGENCY' : 'OPD');

/** Where units stand once the file is done. */
function pathsAfter(
  lines: readonly PlannedLine[],
  { organisation, units }: Surroundings,
): (id: string) => string[] {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId!]));
  for (const { wanted } of lines) parents.set(wanted.id, wanted.parentId);
  const pathOf = (id: string): string[] =>
    id === organisation.id ? organisation.path : [...pathOf(parents.get(id)!), id];
  return pathOf;
}

/** The columns of each line that are to be written; status only where a unit exists again, since an end is more than that. */
async function valuesOf(
  em: EntityManager,
  lines: readonly PlannedLine[],
  around: Surroundings,
): Promise<Map<string, NodeValues>> {
  const codes = lines.flatMap(({ wanted }) => wanted.regionCode ?? []);
  const regions = await findRegions(em, codes);
  const { organisation } = around;
  const kind = kindOfUnits(around);
  const words: { name_words: string; place_words: string }[] = [];
  const values = new Map<string, NodeValues>();
  for (const { present, wanted, facts } of lines) {
    const has = (field: string) => facts.some((fact) => fact.field === field);
    const region = wanted.regionCode === null ? null : (regions.get(wanted.regionCode) ?? null);
    const own: NodeValues = contactColumns(changedContacts(wanted, has));
    if (has('name') || has('acronym') || has('regionCode')) {
      const found = searchWordsOf(
        { id: wanted.id, name: wanted.name, acronym: wanted.acronym, kind: present?.kind ?? kind },
        region?.fullName ?? null,
      );
      words.push(found);
      Object.assign(own, found);
    }
    if (has('name')) own.name = wanted.name;
    if (has('acronym')) own.acronym = wanted.acronym;
    if (has('parentId')) own.parent_id = wanted.parentId;
    if (has('unitKeys') || present === null) own.unit_keys = wanted.unitKeys;
    if (has('regionCode') || present === null) {
      own.region_code = wanted.regionCode;
      if (present === null || !present.editedColumns.includes('time_zone')) {
        own.time_zone = region?.timeZone ?? (present === null ? organisation.timeZone : nationalTimeZone);
        own.time_zone_label = timeZoneLabels[own.time_zone]!;
      }
    }
    if (present?.status === 'FORMER' && has('status')) {
      Object.assign(own, { status: 'ACTIVE', successor_ids: [], retired_on: null, retired_at: null });
    }
    values.set(wanted.id, own);
  }
  await rememberWords(em, words);
  return values;
}

type Contacts = Pick<
  WantedUnit,
  'address' | 'phone' | 'email' | 'website' | 'headTitle' | 'headName' | 'headEmail' | 'headAddress'
>;

function changedContacts(wanted: Contacts, has: (field: string) => boolean): Partial<Contacts> {
  const { address, phone, email, website, headTitle, headName, headEmail, headAddress } = wanted;
  const all: Contacts = { address, phone, email, website, headTitle, headName, headEmail, headAddress };
  return Object.fromEntries(Object.entries(all).filter(([field]) => has(field)));
}
