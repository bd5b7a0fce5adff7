import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { searchWordsOf } from '../organisation/index.ts';
import { isAdministrativeArea } from '../region/index.ts';
import { type FieldFault, accepted, invalid, notFound } from '@lapor/request';
import { type Outcome, refused } from '../refusal/index.ts';
import { rememberWords } from '../search/index.ts';
import type { OperationOf } from './operation.ts';
import { type Plan, factOf, listed } from './plan.ts';
import { type RegionRecord, findRegion, liesIn, nationalTimeZone, timeZoneLabels } from './region-of-unit.ts';
import { type TreeNode, findNodes, isNameTaken, isNationalKind } from './tree-node.ts';
import { unknownUnitKeys } from './unit-keys.ts';
import { insertNodes } from './write-node.ts';

type Creation = OperationOf<'CREATE'>;

/** The parent of a new organisation, with the root of its government. */
type Above = { parent: TreeNode; government: TreeNode };

/** An organisation that is to be made. Refuses with PARENT_FORMER, NAME_TAKEN, faults of the input, or NOT_FOUND. */
export async function planCreation(em: EntityManager, operation: Creation): Promise<Outcome<Plan>> {
  const { parentId, kind, name, acronym, unitKeys } = operation;
  const above = parentId === null ? null : await findAbove(em, parentId);
  if (above === undefined) return notFound();
  const regionCode = operation.regionCode ?? (kind === 'OPD' ? (above?.parent.regionCode ?? null) : null);
  const region = await findRegion(em, regionCode);
  const isRoot = above === null || governsItself(kind, regionCode);
  const faults = [
    ...faultsOfPlace(kind, above),
    ...(regionCode !== null && region === null
      ? [faultOf('regionCode', 'NOT_FOUND', 'Must be the code of a region.')]
      : faultsOfRegion(kind, region, above)),
    ...(await faultsOfUnitKeys(em, unitKeys, isRoot)),
  ];
  if (faults.length > 0) return invalid(...faults);
  if (above !== null && above.parent.status !== 'ACTIVE') {
    return refused('PARENT_FORMER', 'What it would stand below does not exist any more', 'parentId');
  }
  if (region !== null && isGovernmentKind(kind) && (await hasGovernment(em, region.code))) {
    return refused('NAME_TAKEN', 'The region has a government already', 'regionCode');
  }
  if (await isNameTaken(em, name, { parentId, id: null })) {
    return refused('NAME_TAKEN', 'Another one has this name there', 'name');
  }
  const id = newOrganisationId();
  const path = isRoot ? [id] : [...above.parent.path, id];
  const timeZone = region?.timeZone ?? above?.parent.timeZone ?? nationalTimeZone;
  const words = searchWordsOf({ id, name, acronym, kind }, region?.fullName ?? null);
  const facts = [
    ...factOf('name', null, name),
    ...factOf('acronym', null, acronym),
    ...factOf('kind', null, kind),
    ...factOf('parentId', null, parentId),
    ...factOf('regionCode', null, regionCode),
    ...factOf('unitKeys', null, listed(unitKeys)),
  ];
  return accepted({
    organisationId: id,
    entries: [{ organisationId: id, kind: 'CREATED', facts }],
    waitsAt: parentId,
    governmentIds: above === null ? [] : [above.government.id],
    timeZone,
    async write({ em: writing, at, touched }) {
      await rememberWords(writing, [words]);
      const node = {
        id,
        kind,
        name,
        acronym,
        parent_id: parentId,
        government_id: path[0]!,
        path,
        status: 'ACTIVE',
        is_template: false,
        region_code: regionCode,
        time_zone: timeZone,
        time_zone_label: timeZoneLabels[timeZone]!,
        unit_keys: unitKeys,
        successor_ids: [],
        ...words,
      };
      await insertNodes(writing, [node], at);
      touched.add(id);
    },
  });
}

/** Ids of what people enter say nothing: names change. */
export const newOrganisationId = (): string => `org-${randomBytes(8).toString('hex')}`;

async function findAbove(em: EntityManager, parentId: string): Promise<Above | undefined> {
  const parent = (await findNodes(em, [parentId])).get(parentId);
  if (parent === undefined) return undefined;
  if (parent.governmentId === parent.id) return { parent, government: parent };
  return { parent, government: (await findNodes(em, [parent.governmentId])).get(parent.governmentId)! };
}

export const isGovernmentKind = (kind: Creation['kind']): boolean =>
  kind === 'PROVINCE' || kind === 'REGENCY' || kind === 'CITY';

/** Those of Jakarta are administrative areas of the province. */
const governsItself = (kind: Creation['kind'], regionCode: string | null): boolean =>
  isGovernmentKind(kind) && !(regionCode !== null && kind !== 'PROVINCE' && isAdministrativeArea(regionCode));

const faultOf = (field: string, code: string, message: string): FieldFault => ({
  path: `input.${field}`,
  code,
  message,
});

function faultsOfPlace(kind: Creation['kind'], above: Above | null): FieldFault[] {
  switch (kind) {
    case 'MINISTRY':
    case 'PROVINCE':
      return above === null ? [] : [faultOf('parentId', 'INVALID', `A ${kind} stands below nothing.`)];
    case 'AGENCY':
    case 'STATE_ENTERPRISE':
      return above === null || isNationalKind(above.government.kind)
        ? []
        : [faultOf('parentId', 'INVALID', 'Must be a ministry, agency or state enterprise, or absent.')];
    case 'REGENCY':
    case 'CITY':
      return above?.parent.kind === 'PROVINCE'
        ? []
        : [faultOf('parentId', above === null ? 'REQUIRED' : 'INVALID', 'Must be its province.')];
    case 'OPD':
      return above !== null && !isNationalKind(above.government.kind)
        ? []
        : [
            faultOf(
              'parentId',
              above === null ? 'REQUIRED' : 'INVALID',
              'Must be a local government or a unit of one; a unit of a ministry is an AGENCY.',
            ),
          ];
  }
}

function faultsOfRegion(
  kind: Creation['kind'],
  region: RegionRecord | null,
  above: Above | null,
): FieldFault[] {
  const fault = (message: string) => [
    faultOf('regionCode', region === null ? 'REQUIRED' : 'INVALID', message),
  ];
  switch (kind) {
    case 'MINISTRY':
      return region === null ? [] : fault('A ministry is of the whole country: leave it out.');
    case 'AGENCY':
    case 'STATE_ENTERPRISE':
      return [];
    case 'PROVINCE':
      return region?.level === 'PROVINCE' ? [] : fault('Must be the code of a province.');
    case 'REGENCY':
    case 'CITY': {
      const isIts =
        region?.level === kind && above !== null && liesIn(region.code, above.parent.regionCode ?? '-');
      return isIts ? [] : fault(`Must be the code of a ${kind.toLowerCase()} of the province.`);
    }
    case 'OPD': {
      const within = above?.government.regionCode ?? null;
      const isWithin = region !== null && within !== null && liesIn(region.code, within);
      return above === null || isWithin ? [] : fault('Must lie in the region of the government.');
    }
  }
}

/** Keys belong to units: a government answers for what no unit of it serves. */
export async function faultsOfUnitKeys(
  em: EntityManager,
  keys: readonly string[],
  isRoot: boolean,
): Promise<FieldFault[]> {
  if (isRoot && keys.length > 0) {
    return [faultOf('unitKeys', 'INVALID', 'Keys belong to units, not to a government or K/L itself.')];
  }
  const unknown = await unknownUnitKeys(em, keys);
  return unknown.length === 0
    ? []
    : [faultOf('unitKeys', 'NOT_FOUND', `The category map does not know ${unknown.join(', ')}.`)];
}

async function hasGovernment(em: EntityManager, regionCode: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 from organisation where region_code = ? and kind in ('PROVINCE', 'REGENCY', 'CITY') and status = 'ACTIVE' limit 1`,
    [regionCode],
  );
  return rows.length > 0;
}
