import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { appendAudit } from '../audit/index.ts';
import { type Place, type PlacedViewer, may, placeViewerIn } from '../authority/index.ts';
import {
  type FieldFault,
  accepted,
  givenId,
  invalid,
  notFound,
  once,
  requestKey,
  typed,
  validate,
} from '@lapor/request';
import { type Outcome, type RefusalCode, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { USUAL_LEVELS } from './vocabulary.ts';
import {
  type Mapping,
  findInForce,
  findReference,
  isSameMapping,
  lockMap,
  writeRoute,
} from './write-route.ts';

const absent = (value: string | null | undefined): string | null => value ?? null;

const decision = z.object({
  requestKey,
  categoryId: givenId(),
  governmentId: givenId().nullish().transform(absent),
  usualLevel: z
    .enum(USUAL_LEVELS)
    .nullish()
    .transform((value) => value ?? null),
  nationalOrganisationId: givenId().nullish().transform(absent),
  unitKey: givenId(40).nullish().transform(absent),
  unitId: givenId().nullish().transform(absent),
  reason: typed(5, 500),
  reset: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
});
type Decision = Omit<z.infer<typeof decision>, 'requestKey'>;

/** What is asked for, and where it counts. */
type Asked = { mapping: Mapping; origin: 'ENTERED' | 'REFERENCE' };

/**
 * Changes a rule of the category map as its next version: the national map by the national desk, the own unit of a government by an admin at its root.
 * Refuses with ORGANISATION_FORMER, NOT_A_GOVERNMENT, faults of the input, or NOT_FOUND.
 */
export async function setCategoryRoute(
  { database, clock }: UseCaseDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<{ routeId: string | null }>> {
  const { accountId } = viewer;
  if (viewer.kind !== 'officer' || accountId === undefined) return notFound();
  const parsed = validate(decision, input);
  if (!parsed.ok) return parsed;
  const { requestKey: key, ...body } = parsed.value;
  return database.transaction(async (em) => {
    const at = clock.now();
    return once<{ routeId: string | null }, RefusalCode>(
      em,
      { key, actorId: accountId, operation: 'setCategoryRoute', body, at },
      async () => {
        await lockMap(em);
        const asked = await judge(em, body, await placeViewerIn(em, viewer));
        if (!asked.ok) return asked;
        return accepted({ routeId: await write(em, body, asked.value, accountId, at) });
      },
    );
  });
}

async function judge(em: EntityManager, body: Decision, viewer: PlacedViewer): Promise<Outcome<Asked>> {
  if (body.governmentId !== null) return judgeChoice(em, body, body.governmentId, viewer);
  if (!may(viewer, 'routeNationally', null)) return notFound();
  const present = await findInForce(em, body.categoryId, null);
  if (present === null) return invalid(faultOf('categoryId', 'NOT_FOUND', 'The map has no such category.'));
  if (body.reset) {
    const reference = await findReference(em, body.categoryId);
    const mapping = await followed(em, reference ?? present);
    return accepted({ mapping, origin: 'REFERENCE' });
  }
  return judgeNationally(em, body);
}

async function judgeNationally(em: EntityManager, body: Decision): Promise<Outcome<Asked>> {
  const { usualLevel, nationalOrganisationId, unitKey, unitId } = body;
  const faults: FieldFault[] = [];
  if (usualLevel === null) faults.push(faultOf('usualLevel', 'REQUIRED', 'Say where it is handled.'));
  if (usualLevel === 'NATIONAL' && nationalOrganisationId === null) {
    faults.push(
      faultOf('nationalOrganisationId', 'REQUIRED', 'NATIONAL needs a ministry, agency or state enterprise.'),
    );
  }
  if ((usualLevel === 'PROVINCE' || usualLevel === 'REGENCY') && unitKey === null) {
    faults.push(faultOf('unitKey', 'REQUIRED', `${usualLevel} needs the key of the units.`));
  }
  if (unitId !== null) faults.push(faultOf('unitId', 'INVALID', 'The national map names keys, not units.'));
  if (unitKey !== null && !(await isKnownKey(em, unitKey))) {
    faults.push(faultOf('unitKey', 'NOT_FOUND', 'Must be one of `unitKeys`.'));
  }
  if (nationalOrganisationId !== null) {
    const named = await findPlace(em, nationalOrganisationId);
    if (named === null || !named.isNational) {
      faults.push(
        faultOf('nationalOrganisationId', 'NOT_FOUND', 'Must be a ministry, agency or state enterprise.'),
      );
    } else if (named.status !== 'ACTIVE') {
      return refused(
        'ORGANISATION_FORMER',
        'The organisation does not exist any more',
        'nationalOrganisationId',
      );
    }
  }
  if (faults.length > 0) return invalid(...faults);
  return accepted({
    mapping: { usualLevel, nationalOrganisationId, unitKey, unitId: null },
    origin: 'ENTERED',
  });
}

async function judgeChoice(
  em: EntityManager,
  { categoryId, unitId, usualLevel, nationalOrganisationId, unitKey, reset }: Decision,
  governmentId: string,
  viewer: PlacedViewer,
): Promise<Outcome<Asked>> {
  const government = await findPlace(em, governmentId);
  if (government === null || !may(viewer, 'routeInGovernment', government)) return notFound();
  if (government.path.length > 1) {
    return refused('NOT_A_GOVERNMENT', 'Only the root of a government or K/L chooses', 'governmentId');
  }
  const national = await findInForce(em, categoryId, null);
  if (national === null) return invalid(faultOf('categoryId', 'NOT_FOUND', 'The map has no such category.'));
  const none: Mapping = { usualLevel: null, nationalOrganisationId: null, unitKey: null, unitId: null };
  if (reset) return accepted({ mapping: none, origin: 'ENTERED' });
  if (government.status !== 'ACTIVE') {
    return refused('ORGANISATION_FORMER', 'The government does not exist any more', 'governmentId');
  }
  const faults: FieldFault[] = [];
  for (const [field, value] of Object.entries({ usualLevel, nationalOrganisationId, unitKey })) {
    if (value !== null)
      faults.push(faultOf(field, 'INVALID', 'A government chooses one of its own units only.'));
  }
  if (!(await isAskedAt(em, national, government))) {
    faults.push(faultOf('categoryId', 'INVALID', `Handled on the level ${national.usualLevel}.`));
  }
  const unit = unitId === null ? null : await findPlace(em, unitId);
  if (unitId === null) faults.push(faultOf('unitId', 'REQUIRED', 'Name the unit, or the government itself.'));
  else if (unit?.path[0] !== governmentId) {
    faults.push(faultOf('unitId', 'NOT_FOUND', 'Must be the government or a unit of it.'));
  }
  if (faults.length > 0) return invalid(...faults);
  if (unit!.status !== 'ACTIVE') {
    return refused('ORGANISATION_FORMER', 'The unit does not exist any more', 'unitId');
  }
  return accepted({ mapping: { ...none, unitId }, origin: 'ENTERED' });
}

async function write(
  em: EntityManager,
  { categoryId, governmentId, reason, reset }: Decision,
  { mapping, origin }: Asked,
  actorId: string,
  at: Date,
): Promise<string | null> {
  const present = await findInForce(em, categoryId, governmentId);
  const leavesNone = governmentId !== null && reset;
  if (present === null ? leavesNone : isSameMapping(present, mapping)) {
    return leavesNone ? null : String(present!.id);
  }
  const routeId = await writeRoute(em, { categoryId, governmentId, mapping, origin, actorId, reason, at });
  await appendAudit(em, {
    actor: { kind: 'OFFICER', id: actorId },
    action: 'CATEGORY_ROUTE_SET',
    officerId: null,
    organisationId: governmentId,
    facts: { routeId, categoryId, isReset: reset },
    at,
  });
  return leavesNone ? null : routeId;
}

type PlaceRecord = Place & { status: string; isNational: boolean };

async function findPlace(em: EntityManager, id: string): Promise<PlaceRecord | null> {
  const [row] = await em.execute<PlaceRecord[]>(
    `select o.path, o.kind, o.region_code as "regionCode", o.status, g.kind in ('MINISTRY', 'AGENCY', 'STATE_ENTERPRISE') as "isNational"
     from organisation o join organisation g on g.id = o.government_id where o.id = ?`,
    [id],
  );
  return row ?? null;
}

async function isKnownKey(em: EntityManager, key: string): Promise<boolean> {
  return (await em.execute<unknown[]>('select 1 from unit_key where key = ?', [key])).length > 0;
}

/** Whether the map leads to this government for the category at all: nobody is asked on another level. */
async function isAskedAt(
  em: EntityManager,
  { usualLevel, nationalOrganisationId }: Mapping,
  government: PlaceRecord,
): Promise<boolean> {
  if (government.isNational) {
    const isNational = usualLevel === 'NATIONAL' || usualLevel === 'MIXED';
    const named = nationalOrganisationId === null ? null : await findPlace(em, nationalOrganisationId);
    return isNational && named?.path[0] === government.path[0];
  }
  if (usualLevel === 'MIXED') return true;
  if (government.kind !== 'PROVINCE') return usualLevel === 'REGENCY';
  // Jakarta is province and city in one.
  return usualLevel === 'PROVINCE' || (usualLevel === 'REGENCY' && government.regionCode === '31');
}

/** The reference data may still name a body that went on in another one. */
async function followed(em: EntityManager, mapping: Mapping): Promise<Mapping> {
  const [row] = await em.execute<{ id: string }[]>(
    `with recursive heir (id, step) as (
       select ?::text, 0
       union all
       select o.successor_ids[1], h.step + 1 from heir h join organisation o on o.id = h.id
       where o.status = 'FORMER' and cardinality(o.successor_ids) = 1 and h.step < 10
     )
     select id from heir order by step desc limit 1`,
    [mapping.nationalOrganisationId],
  );
  return { ...mapping, nationalOrganisationId: row?.id ?? null };
}

const faultOf = (field: string, code: string, message: string): FieldFault => ({
  path: `input.${field}`,
  code,
  message,
});
