import { randomUUID } from 'node:crypto';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { RowFault } from '@lapor/reference-data';
import { localDateAt } from '@lapor/working-days';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type PlannedEntry,
  Touched,
  announceTouched,
  factOf,
  lockTree,
  recordChanges,
  rewritePathsBelow,
} from '../change/index.ts';
import { type RouteCounts, followFormerBodies, importRoutes } from '../routing/index.ts';
import { rememberWords } from '../search/index.ts';
import { importSupervision, planSupervision } from '../supervision/index.ts';
import { type Ended, followEnded } from './follow-ended.ts';
import { noteImport, noteRefusedImport } from './log.ts';
import type { StoredOrganisation } from './keep-edits.ts';
import { type PlannedOrganisation, planOrganisations } from './plan-organisations.ts';
import { type PlannedRegion, planRegions } from './plan-regions.ts';
import { planRoutes, planUnitKeys } from './plan-routes.ts';
import { hashSources, readSources } from './read-sources.ts';
import { type ImportCounts, type Target, writeRows } from './write-rows.ts';

/** What became of an import. `FAULTY`: nothing was imported. `UNCHANGED`: the files are those of the last import. */
export type ImportReport =
  | { outcome: 'UNCHANGED' }
  | { outcome: 'IMPORTED'; regions: ImportCounts; organisations: ImportCounts; categoryMap: RouteCounts }
  | { outcome: 'FAULTY'; faults: RowFault[] };

// Raise it when rows are planned differently: the same files then count as changed.
const planVersion = 3;
const importName = 'organisations';

const regionTarget: Target<PlannedRegion> = {
  table: 'region',
  key: 'code',
  columns: {
    code: 'text',
    name: 'text',
    level: 'text',
    parent_code: 'text',
    full_name: 'text',
    time_zone: 'text',
    time_zone_label: 'text',
    latitude: 'double precision',
    longitude: 'double precision',
    name_words: 'text',
    place_words: 'text',
  },
};

const organisationTarget: Target<PlannedOrganisation> = {
  table: 'organisation',
  key: 'id',
  columns: {
    id: 'text',
    name: 'text',
    acronym: 'text',
    kind: 'text',
    status: 'text',
    is_template: 'boolean',
    parent_id: 'text',
    government_id: 'text',
    path: 'text[]',
    region_code: 'text',
    time_zone: 'text',
    time_zone_label: 'text',
    successor_ids: 'text[]',
    klpd_code: 'text',
    source: 'text',
    unit_keys: 'text[]',
    name_words: 'text',
    place_words: 'text',
  },
  onInsert: { version: '1' },
  onUpdate: ['version = organisation.version + 1'],
  onRetire: [`status = 'FORMER'`, 'version = version + 1'],
};

/**
 * Brings regions, organisations with the units from templates, the category map and the rules of supervision up to the files of `folder`, in one
 * transaction, and tells the other services of every organisation that changed. What people changed stays (`keep-edits.ts`).
 * Unchanged files cost four hashes and one statement. Several replicas may start at once.
 */
export async function importReferenceData(
  { database, clock }: { database: Database; clock: Clock },
  folder: string,
): Promise<ImportReport> {
  const contentHash = `${planVersion}-${await hashSources(folder)}`;
  if ((await lastHash(database.fork())) === contentHash) return { outcome: 'UNCHANGED' };
  const sources = await readSources(folder);
  if (!sources.ok) {
    await noteRefusedImport(database, { contentHash, at: clock.now(), faults: sources.faults });
    return { outcome: 'FAULTY', faults: sources.faults };
  }
  const plannedRegions = planRegions(sources.value.regions);

  return database.transaction(async (em): Promise<ImportReport> => {
    await lockTree(em);
    if ((await lastHash(em)) === contentHash) return { outcome: 'UNCHANGED' };
    const at = clock.now();
    // Before any row, as changes of people do: their roots first.
    await em.execute('select id from organisation where government_id = id order by id for no key update');
    const stored = await listStored(em);
    const planned = planOrganisations(sources.value, plannedRegions, stored);
    await rememberWords(em, [...plannedRegions, ...planned]);
    const regions = await writeRows(em, regionTarget, plannedRegions, at);
    const organisations = await writeRows(em, organisationTarget, planned, at);
    const routes = await importRoutes(
      em,
      planRoutes(sources.value.categories),
      planUnitKeys(sources.value.templates),
      at,
    );
    await followFormerBodies(em, at);
    await importSupervision(
      em,
      planSupervision(
        new Set(planned.map(({ id }) => id)),
        new Set(plannedRegions.filter(({ level }) => level === 'PROVINCE').map(({ code }) => code)),
      ),
    );
    await tellOfChanges(em, { stored, planned, ...organisations, at });
    const report = { regions: regions.counts, organisations: organisations.counts, categoryMap: routes };
    await em.execute(
      `insert into reference_import (name, content_hash, imported_at, report) values (?, ?, ?, ?::jsonb)
       on conflict (name) do update set content_hash = excluded.content_hash, imported_at = excluded.imported_at, report = excluded.report`,
      [importName, contentHash, at, JSON.stringify(report)],
    );
    await noteImport(em, { contentHash, at, report });
    await prepareForReading(em);
    return { outcome: 'IMPORTED', ...report };
  });
}

/** What follows from the written rows: successors, paths, history, events. */
async function tellOfChanges(
  em: EntityManager,
  {
    stored,
    planned,
    changedKeys,
    retiredKeys,
    at,
  }: {
    stored: readonly StoredOrganisation[];
    planned: readonly PlannedOrganisation[];
    changedKeys: readonly string[];
    retiredKeys: readonly string[];
    at: Date;
  },
): Promise<void> {
  const touched = new Touched();
  touched.add(...changedKeys);
  const effectiveOn = localDateAt(at, 'Asia/Jakarta');
  const writing = { em, actor: { kind: 'SYSTEM' } as const, at, effectiveOn, reason: null, touched };
  if (stored.length > 0) {
    const ended = endedOf(stored, planned, retiredKeys);
    await followEnded(writing, ended);
    const roots = await em.execute<{ id: string }[]>('select id from organisation where government_id = id');
    touched.add(
      ...(await rewritePathsBelow(
        em,
        roots.map(({ id }) => id),
      )),
    );
    await recordChanges(em, entriesOf(stored, planned, ended), {
      operationId: randomUUID(),
      actor: writing.actor,
      at,
      state: 'APPLIED',
      effectiveOn,
      dueAt: null,
      reason: null,
      decree: null,
      operation: null,
    });
  }
  await announceTouched(writing);
}

/** Organisations that the files end now, with who takes over: the successor they name, else what stands above in the same government. */
function endedOf(
  stored: readonly StoredOrganisation[],
  planned: readonly PlannedOrganisation[],
  retiredKeys: readonly string[],
): Ended[] {
  const plannedById = new Map(planned.map((row) => [row.id, row]));
  const retired = new Set(retiredKeys);
  return stored
    .filter(({ status }) => status === 'ACTIVE')
    .flatMap(({ id, path }): Ended[] => {
      const after = plannedById.get(id);
      if (after?.status === 'FORMER') {
        const [heirId = null, ...others] = after.successor_ids;
        return [{ id, heirId: others.length === 0 ? heirId : null, isRetired: false }];
      }
      if (!retired.has(id)) return [];
      const heirId =
        path.slice(0, -1).findLast((above) => plannedById.get(above)?.status === 'ACTIVE') ?? null;
      return [{ id, heirId, isRetired: true }];
    });
}

/** What the files changed of organisations that were there, as people see it. */
function entriesOf(
  stored: readonly StoredOrganisation[],
  planned: readonly PlannedOrganisation[],
  ended: readonly Ended[],
): PlannedEntry[] {
  const plannedById = new Map(planned.map((row) => [row.id, row]));
  const endedById = new Map(ended.map((end) => [end.id, end]));
  return stored.flatMap((before): PlannedEntry[] => {
    const after = plannedById.get(before.id);
    const end = endedById.get(before.id);
    const status = end === undefined ? (after?.status ?? before.status) : 'FORMER';
    const facts = [
      ...factOf('name', before.name, after?.name ?? before.name),
      ...factOf('acronym', before.acronym, after === undefined ? before.acronym : after.acronym),
      ...factOf('parentId', before.parent_id, after === undefined ? before.parent_id : after.parent_id),
      ...factOf(
        'regionCode',
        before.region_code,
        after === undefined ? before.region_code : after.region_code,
      ),
      ...factOf('status', before.status, status),
      ...factOf('successorId', null, end?.heirId ?? null),
    ];
    return facts.length === 0 ? [] : [{ organisationId: before.id, kind: 'IMPORTED', facts }];
  });
}

function listStored(em: EntityManager): Promise<StoredOrganisation[]> {
  return em.execute<StoredOrganisation[]>(
    `select ${Object.keys(organisationTarget.columns).join(', ')}, origin, edited_columns, retired_at from organisation`,
  );
}

async function lastHash(em: EntityManager): Promise<string | undefined> {
  const rows = await em.execute<{ content_hash: string }[]>(
    'select content_hash from reference_import where name = ?',
    [importName],
  );
  return rows[0]?.content_hash;
}

/**
 * The planner has seen empty tables until now, and takes search indexes whose new entries are not merged yet for expensive. Only the columns that
 * narrow lists are analysed: the rest would cost more than it tells.
 */
async function prepareForReading(em: EntityManager): Promise<void> {
  await em.execute(
    `select gin_clean_pending_list(name::regclass) from unnest(array['region_search', 'organisation_search', 'organisation_path']) as name`,
  );
  await em.execute(
    'analyze region (parent_code, level), organisation (status, parent_id, kind, region_code, government_id), search_word, category_route',
  );
}
