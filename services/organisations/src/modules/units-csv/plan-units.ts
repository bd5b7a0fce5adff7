import { z } from 'zod';
import {
  type Fact,
  type TreeNode,
  contactRules,
  factOf,
  liesIn,
  listed,
  newOrganisationId,
} from '../change/index.ts';
import { typed } from '@lapor/request';
import type { UnitColumn } from './columns.ts';
import type { Fault, UnitRow } from './read-units.ts';
import type { UnitLineKind } from './vocabulary.ts';

/** What a unit is to be after the import. */
export type WantedUnit = Pick<
  TreeNode,
  | 'name'
  | 'acronym'
  | 'regionCode'
  | 'unitKeys'
  | 'address'
  | 'phone'
  | 'email'
  | 'website'
  | 'headTitle'
  | 'headName'
  | 'headEmail'
  | 'headAddress'
  | 'status'
> & { id: string; parentId: string };

/** A line that changes something. */
export type PlannedLine = {
  line: number;
  kind: UnitLineKind;
  /** `null`: to be made. */
  present: TreeNode | null;
  wanted: WantedUnit;
  facts: Fact[];
};

export type UnitsPlan = {
  lines: PlannedLine[];
  faults: Fault[];
  unchangedCount: number;
  /** What the file calls the units that are to be made, by the ids they would get. */
  namesInFile: ReadonlyMap<string, string>;
};

/** What the file is judged against. */
export type Surroundings = {
  /** The organisation below which the units stand, and the root of its government. */
  organisation: TreeNode;
  government: TreeNode;
  /** Everything below the organisation, former units included. */
  units: readonly TreeNode[];
  /** Of the codes that the file names, those that are regions. */
  regionCodes: ReadonlySet<string>;
  unitKeys: ReadonlySet<string>;
  /** Units that must stay: roles of the whole country are held there. */
  isFixed: (id: string) => boolean;
};

/** A line with what it wants, as far as its cells could be read. */
type Read = { line: number; present: TreeNode | null; wanted: WantedUnit };

/** What the lines of a file do to the units below an organisation, or everything that is wrong with them. Pure but for new ids. */
export function planUnits(
  rows: readonly UnitRow[],
  faultsOfFile: readonly Fault[],
  around: Surroundings,
): UnitsPlan {
  const faults = [...faultsOfFile];
  const ids = resolveIds(rows, around, faults);
  const newIds = new Map(
    ids.flatMap((known) =>
      known?.present === null && known.nameInFile !== '' ? [[known.nameInFile, known.id]] : [],
    ),
  );
  const read = rows.flatMap((row, index) => readRow(row, ids[index]!, newIds, around, faults) ?? []);
  judgeTogether(read, around, faults);
  const lines = read.flatMap(({ line, present, wanted }): PlannedLine[] => {
    const facts = factsOf(present, wanted);
    return facts.length === 0 && present !== null
      ? []
      : [{ line, kind: kindOf(present, facts), present, wanted, facts }];
  });
  return {
    lines,
    faults: faults.toSorted((a, b) => a.line - b.line),
    unchangedCount: read.length - lines.length,
    namesInFile: new Map([...newIds].map(([name, id]) => [id, name])),
  };
}

type Id = { id: string; present: TreeNode | null; nameInFile: string };

const isNewName = (cell: string): boolean => cell === '' || /^new-/i.test(cell);

/** Which unit each line is about; new ones get their ids here, so that other lines can stand below them. */
function resolveIds(rows: readonly UnitRow[], { units }: Surroundings, faults: Fault[]): (Id | null)[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const firstLine = new Map<string, number>();
  return rows.map(({ line, cells }) => {
    const cell = cells.id ?? '';
    const earlier = cell === '' ? undefined : firstLine.get(cell);
    if (earlier !== undefined) {
      faults.push({ line, field: 'id', code: 'REPEATED', message: `Is in line ${earlier} already.` });
      return null;
    }
    firstLine.set(cell, line);
    if (isNewName(cell)) return { id: newOrganisationId(), present: null, nameInFile: cell.toLowerCase() };
    const present = byId.get(cell);
    if (present === undefined) {
      const message = 'No unit below this organisation has this id; leave it empty to make a unit.';
      faults.push({ line, field: 'id', code: 'NOT_FOUND', message });
      return null;
    }
    return { id: cell, present, nameInFile: cell };
  });
}

const statuses = z.enum(['ACTIVE', 'FORMER'], 'Must be ACTIVE or FORMER.');
const acronymRule = typed(1, 40);

function readRow(
  { line, cells }: UnitRow,
  known: Id | null,
  newIds: ReadonlyMap<string, string>,
  around: Surroundings,
  faults: Fault[],
): Read | null {
  if (known === null) return null;
  const { id, present } = known;
  const before = faults.length;
  const fault = (field: UnitColumn, code: string, message: string) =>
    void faults.push({ line, field, code, message });
  const text = (column: UnitColumn, schema: z.ZodType<string>, stored: string | null): string | null => {
    const cell = cells[column];
    if (cell === undefined || cell === (stored ?? '')) return stored;
    if (cell === '') return null;
    const parsed = schema.safeParse(cell);
    if (parsed.success) return parsed.data;
    fault(column, codeOf(parsed.error.issues[0]!), messageOf(parsed.error.issues[0]!));
    return stored;
  };
  const name = text('name', typed(3, 200), present?.name ?? null);
  if (name === null && before === faults.length) fault('name', 'REQUIRED', 'A unit needs a name.');
  const wanted: WantedUnit = {
    id,
    name: name ?? '',
    acronym: text('acronym', acronymRule, present?.acronym ?? null),
    parentId: parentOf(cells.parent_id, present, newIds, around, fault),
    regionCode: regionOf(cells.region_code, present, around, fault),
    unitKeys: keysOf(cells.unit_keys, present, around, fault),
    address: text('address', contactRules.address, present?.address ?? null),
    phone: text('phone', contactRules.phone, present?.phone ?? null),
    email: text('email', contactRules.email, present?.email ?? null),
    website: text('website', contactRules.website, present?.website ?? null),
    headTitle: text('head_title', contactRules.headTitle, present?.headTitle ?? null),
    headName: text('head_name', contactRules.headName, present?.headName ?? null),
    headEmail: text('head_email', contactRules.headEmail, present?.headEmail ?? null),
    headAddress: text('head_address', contactRules.headAddress, present?.headAddress ?? null),
    status: (text('status', statuses, present?.status ?? 'ACTIVE') ??
      present?.status ??
      'ACTIVE') as WantedUnit['status'],
  };
  if (present === null && wanted.status === 'FORMER') {
    fault('status', 'INVALID', 'A unit that is to be made is ACTIVE.');
  }
  if (present?.status === 'FORMER' && wanted.status === 'FORMER' && factsOf(present, wanted).length > 0) {
    fault('status', 'INVALID', 'A former unit does not change; restore it with ACTIVE.');
  }
  if (present?.status === 'ACTIVE' && wanted.status === 'FORMER' && around.isFixed(id)) {
    fault('status', 'INVALID', 'Roles of the whole country are held there; it stays.');
  }
  return { line, present, wanted };
}

function parentOf(
  cell: string | undefined,
  present: TreeNode | null,
  newIds: ReadonlyMap<string, string>,
  { organisation }: Surroundings,
  fault: AddFault,
): string {
  if (cell === undefined) return present?.parentId ?? organisation.id;
  if (cell !== '') return newIds.get(cell.toLowerCase()) ?? cell;
  if (present !== null) fault('parent_id', 'REQUIRED', 'Say what it stands below.');
  return present?.parentId ?? organisation.id;
}

type AddFault = (field: UnitColumn, code: string, message: string) => void;

function regionOf(
  cell: string | undefined,
  present: TreeNode | null,
  { organisation, government, regionCodes }: Surroundings,
  fault: AddFault,
): string | null {
  const stored = present === null ? null : present.regionCode;
  if (cell === undefined) return present === null ? organisation.regionCode : stored;
  if (cell === (stored ?? '') && present !== null) return stored;
  const within = government.regionCode;
  if (cell === '') {
    if (present === null || within === null) return present === null ? organisation.regionCode : null;
    fault('region_code', 'REQUIRED', 'A unit of a local government lies in its region.');
    return stored;
  }
  if (!regionCodes.has(cell)) {
    const message =
      'Must be a code such as 13.71 or 13.71.09; spreadsheets cut zeros at the end unless the column is text.';
    fault('region_code', 'NOT_FOUND', message);
    return stored;
  }
  if (within !== null && !liesIn(cell, within)) {
    fault('region_code', 'INVALID', `Must lie in ${within}.`);
    return stored;
  }
  return cell;
}

function keysOf(
  cell: string | undefined,
  present: TreeNode | null,
  { unitKeys }: Surroundings,
  fault: AddFault,
): string[] {
  const stored = present?.unitKeys ?? [];
  if (cell === undefined) return stored;
  const keys = [...new Set(cell.toLowerCase().split(/[\s,;|]+/))].filter((key) => key !== '').sort();
  const unknown = keys.filter((key) => !unitKeys.has(key) && !stored.includes(key));
  if (unknown.length === 0) return keys;
  fault('unit_keys', 'NOT_FOUND', `The category map does not know ${unknown.join(', ').slice(0, 200)}.`);
  return stored;
}

/** What only all lines together show: parents, cycles, names, and units that would lose what they stand on. */
function judgeTogether(read: Read[], { organisation, units }: Surroundings, faults: Fault[]): void {
  const after = new Map<string, { name: string; parentId: string; status: string }>(
    units.map(({ id, name, parentId, status }) => [id, { name, parentId: parentId!, status }]),
  );
  for (const { wanted } of read) after.set(wanted.id, wanted);
  const named = Map.groupBy(
    [...after].filter(([, unit]) => unit.status === 'ACTIVE'),
    ([, unit]) => placeAndName(unit),
  );
  const statusOf = (id: string) => (id === organisation.id ? organisation.status : after.get(id)?.status);

  for (const { line, present, wanted } of read) {
    const fault = (field: UnitColumn, code: string, message: string) =>
      void faults.push({ line, field, code, message });
    const isMoved = present === null || present.parentId !== wanted.parentId;
    const isActive = wanted.status === 'ACTIVE';
    const parentStatus = statusOf(wanted.parentId);
    if (parentStatus === undefined) {
      if (isMoved)
        fault(
          'parent_id',
          'NOT_FOUND',
          'Must be this organisation, a unit below it, or a new one of this file.',
        );
      continue;
    }
    if (isActive && parentStatus !== 'ACTIVE') {
      fault('parent_id', 'PARENT_FORMER', 'What it stands below does not exist any more.');
    }
    if (isMoved && isBelowItself(wanted.id, after)) {
      fault('parent_id', 'WOULD_CYCLE', 'It would stand below itself.');
    }
    const isNamed =
      present === null || isMoved || present.name !== wanted.name || present.status !== wanted.status;
    const twin = named.get(placeAndName(wanted))?.find(([id]) => id !== wanted.id);
    if (isActive && isNamed && wanted.name !== '' && twin !== undefined) {
      fault('name', 'NAME_TAKEN', 'Another one has this name there.');
    }
    if (present?.status === 'ACTIVE' && !isActive) {
      const left = [...after.values()].filter(
        (unit) => unit.parentId === wanted.id && unit.status === 'ACTIVE',
      );
      if (left.length > 0) {
        const message = `${left.length} units stand below it: move or retire them in the same file.`;
        fault('status', 'HAS_UNITS', message);
      }
    }
  }
}

const placeAndName = ({ parentId, name }: { parentId: string; name: string }): string =>
  `${parentId} ${name.toLowerCase()}`;

function isBelowItself(id: string, after: ReadonlyMap<string, { parentId: string }>): boolean {
  const seen = new Set<string>();
  for (let above = after.get(id)?.parentId; above !== undefined; above = after.get(above)?.parentId) {
    if (above === id) return true;
    if (seen.has(above)) return false;
    seen.add(above);
  }
  return false;
}

const plainFields = [
  'name',
  'acronym',
  'parentId',
  'regionCode',
  'address',
  'phone',
  'email',
  'website',
  'headTitle',
  'headName',
  'headEmail',
  'headAddress',
  'status',
] as const;

function factsOf(present: TreeNode | null, wanted: WantedUnit): Fact[] {
  return [
    ...plainFields.flatMap((field) => factOf(field, present?.[field] ?? null, wanted[field])),
    ...factOf('unitKeys', listed(present?.unitKeys ?? []), listed(wanted.unitKeys)),
  ];
}

function kindOf(present: TreeNode | null, facts: readonly Fact[]): UnitLineKind {
  const has = (...fields: string[]) => facts.some(({ field }) => fields.includes(field));
  if (present === null) return 'CREATE';
  if (has('name', 'acronym')) return 'RENAME';
  if (has('parentId')) return 'MOVE';
  if (!has('status')) return 'CHANGE';
  return present.status === 'ACTIVE' ? 'RETIRE' : 'RESTORE';
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return 'TOO_SHORT';
  return issue.code === 'too_big' ? 'TOO_LONG' : 'INVALID';
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return `Must have at least ${issue.minimum} characters.`;
  return issue.code === 'too_big' ? `Must have at most ${issue.maximum} characters.` : issue.message;
}
