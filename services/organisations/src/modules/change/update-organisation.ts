import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { may } from '../authority/index.ts';
import { searchWordsOf } from '../organisation/index.ts';
import { type FieldFault, accepted, givenId, invalid, notFound, requestKey, typed } from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { rememberWords } from '../search/index.ts';
import { type ChangeAnswer, carryOut } from './carry-out.ts';
import { changeOrganisation } from './change-organisation.ts';
import { type Plan, type PlannedEntry, factOf, listed } from './plan.ts';
import { faultsOfUnitKeys } from './plan-creation.ts';
import { findRegion, liesIn, nationalTimeZone, timeZoneLabels } from './region-of-unit.ts';
import { type TreeNode, findNodes, isLocalGovernment, isNationalKind, isRoot } from './tree-node.ts';
import { type NodeValues, updateNode } from './write-node.ts';

/** Absent stays, empty is emptied. */
const detail = (schema: z.ZodType<string>) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
    schema.nullable().optional(),
  );

/** Contacts as people enter them, here and in files of units. */
export const contactRules = {
  address: typed(5, 500),
  phone: typed(4, 40).pipe(
    z
      .string()
      .regex(
        /^[0-9+(][0-9 ()+./-]*( ?(ext|eks)\.? ?[0-9]+)?$/i,
        'Must be a phone number such as (0751) 123456.',
      ),
  ),
  email: typed(3, 254).pipe(z.email('Must be a mail address.')),
  website: typed(8, 300).pipe(
    z.url({
      protocol: /^https?$/,
      hostname: z.regexes.domain,
      error: 'Must be an address such as https://padang.go.id.',
    }),
  ),
  headTitle: typed(2, 120),
  headName: typed(2, 120),
  headEmail: typed(3, 254).pipe(z.email('Must be a mail address.')),
  headAddress: typed(5, 500),
};

const update = z.object({
  requestKey,
  organisationId: givenId(),
  regionCode: detail(givenId(20)),
  address: detail(contactRules.address),
  phone: detail(contactRules.phone),
  email: detail(contactRules.email),
  website: detail(contactRules.website),
  unitKeys: z
    .array(givenId(40))
    .max(60)
    .transform((keys) => [...new Set(keys)].sort())
    .nullable()
    .optional(),
  timeZone: detail(z.string().refine((zone) => zone in timeZoneLabels, 'Must be a zone of Indonesia.')),
  headTitle: detail(contactRules.headTitle),
  headName: detail(contactRules.headName),
  headEmail: detail(contactRules.headEmail),
  headAddress: detail(contactRules.headAddress),
  isTemplate: z
    .literal(false, 'Only false: a unit that was checked is no template any more.')
    .nullish()
    .transform((value) => value ?? undefined),
});
type Update = Omit<z.infer<typeof update>, 'requestKey'>;

/**
 * Changes details of an organisation: the national desk, and agency admins at it or above it.
 * Refuses with ORGANISATION_FORMER, faults of the input, or NOT_FOUND.
 */
export function updateOrganisation(
  dependencies: UseCaseDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<ChangeAnswer>> {
  return changeOrganisation(
    dependencies,
    viewer,
    { operation: 'updateOrganisation', schema: update, input },
    async ({ em, input: wanted, viewer: placed, actor, at }) => {
      const node = (await findNodes(em, [wanted.organisationId])).get(wanted.organisationId);
      if (node === undefined || !may(placed, 'editDetails', node)) return notFound();
      const plan = await planUpdate(em, node, wanted);
      if (!plan.ok) return plan;
      return carryOut(em, plan.value, null, { actor, at, effectiveOn: null, reason: null, decree: null });
    },
  );
}

async function planUpdate(em: EntityManager, node: TreeNode, wanted: Update): Promise<Outcome<Plan>> {
  if (node.status !== 'ACTIVE') {
    return refused('ORGANISATION_FORMER', 'The organisation does not exist any more', 'organisationId');
  }
  const place = await valuesOfPlace(em, node, wanted);
  if (!place.ok) return place;
  const unitKeys = wanted.unitKeys === undefined ? node.unitKeys : (wanted.unitKeys ?? []);
  const faults = await faultsOfUnitKeys(em, unitKeys, isRoot(node));
  if (faults.length > 0) return invalid(...faults);
  const { values, after } = place.value;
  const details = [
    ...factOf('regionCode', node.regionCode, after.regionCode),
    ...factOf('timeZone', node.timeZone, after.timeZone),
    ...factOf('unitKeys', listed(node.unitKeys), listed(unitKeys)),
    ...factOf('isTemplate', String(node.isTemplate), String(wanted.isTemplate ?? node.isTemplate)),
    ...(['address', 'phone', 'email', 'website'] as const).flatMap((field) =>
      factOf(field, node[field], valueAfter(node, wanted, field)),
    ),
  ];
  const head = [
    ...(['headTitle', 'headName'] as const).flatMap((field) =>
      factOf(field, node[field], valueAfter(node, wanted, field)),
    ),
    // What it was and is stays out of the history: others read that than read the contact.
    ...(['headEmail', 'headAddress'] as const)
      .filter((field) => node[field] !== valueAfter(node, wanted, field))
      .map((field) => ({ field, before: null, after: null })),
  ];
  const organisationId = node.id;
  const entries: PlannedEntry[] = [
    ...(details.length > 0 ? [{ organisationId, kind: 'DETAILS_CHANGED' as const, facts: details }] : []),
    ...(head.length > 0 ? [{ organisationId, kind: 'HEAD_CHANGED' as const, facts: head }] : []),
  ];
  return accepted({
    organisationId,
    entries,
    governmentIds: [node.governmentId],
    timeZone: node.timeZone,
    async write({ at, touched }) {
      if (values.name_words !== undefined) await rememberWords(em, [values as Words]);
      await updateNode(
        em,
        node.id,
        {
          ...values,
          ...(listed(unitKeys) !== listed(node.unitKeys) && { unit_keys: unitKeys }),
          ...(wanted.isTemplate === false && node.isTemplate && { is_template: false }),
          ...contactColumns(wanted),
        },
        at,
      );
      touched.add(node.id);
    },
  });
}

type Words = { name_words: string; place_words: string };
type Contact = keyof typeof contactRules;

const valueAfter = (node: TreeNode, wanted: Update, field: Contact): string | null =>
  wanted[field] === undefined ? node[field] : wanted[field];

const contactNames: { readonly [Field in Contact]: keyof NodeValues } = {
  address: 'address',
  phone: 'phone',
  email: 'email',
  website: 'website',
  headTitle: 'head_title',
  headName: 'head_name',
  headEmail: 'head_email',
  headAddress: 'head_address',
};

/** The columns of those contacts that are given. */
export function contactColumns(wanted: { readonly [Field in Contact]?: string | null }): NodeValues {
  const given = (Object.keys(contactNames) as Contact[]).filter((field) => wanted[field] !== undefined);
  return Object.fromEntries(given.map((field) => [contactNames[field], wanted[field]]));
}

/** Region and zone with what follows from them. The zone goes with the region unless people chose one. */
async function valuesOfPlace(
  em: EntityManager,
  node: TreeNode,
  wanted: Update,
): Promise<Outcome<{ values: NodeValues; after: { regionCode: string | null; timeZone: string } }>> {
  const regionCode = wanted.regionCode === undefined ? node.regionCode : wanted.regionCode;
  const region = await findRegion(em, regionCode);
  if (regionCode !== null && region === null && wanted.regionCode !== undefined) {
    return invalid(faultOf('regionCode', 'NOT_FOUND', 'Must be the code of a region.'));
  }
  if (regionCode !== node.regionCode) {
    const fault = await faultOfRegion(em, node, regionCode);
    if (fault !== null) return invalid(fault);
  }
  const zoneOfRegion = region?.timeZone ?? nationalTimeZone;
  const isChosen = node.editedColumns.includes('time_zone');
  const follows = wanted.timeZone === null || (!isChosen && regionCode !== node.regionCode);
  const timeZone = wanted.timeZone ?? (follows ? zoneOfRegion : node.timeZone);
  const values: NodeValues = {};
  if (regionCode !== node.regionCode) {
    Object.assign(values, { region_code: regionCode, ...searchWordsOf(node, region?.fullName ?? null) });
  }
  if (timeZone !== node.timeZone) {
    Object.assign(values, { time_zone: timeZone, time_zone_label: timeZoneLabels[timeZone]! });
  }
  return accepted({ values, after: { regionCode, timeZone } });
}

async function faultOfRegion(
  em: EntityManager,
  node: TreeNode,
  regionCode: string | null,
): Promise<FieldFault | null> {
  if (isLocalGovernment(node)) {
    return faultOf('regionCode', 'INVALID', 'The region of a government stays.');
  }
  const government = (await findNodes(em, [node.governmentId])).get(node.governmentId)!;
  if (isNationalKind(government.kind)) return null;
  const isWithin =
    regionCode !== null && government.regionCode !== null && liesIn(regionCode, government.regionCode);
  return isWithin ? null : faultOf('regionCode', 'INVALID', 'Must lie in the region of the government.');
}

const faultOf = (field: string, code: string, message: string): FieldFault => ({
  path: `input.${field}`,
  code,
  message,
});
