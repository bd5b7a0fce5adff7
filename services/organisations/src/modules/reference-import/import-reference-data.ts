import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { RowFault } from '@lapor/reference-data';
import type { EntityManager } from '@mikro-orm/postgresql';
import { announceOrganisations } from '../organisation/index.ts';
import { type PlannedOrganisation, planOrganisations } from './plan-organisations.ts';
import { type PlannedRegion, planRegions } from './plan-regions.ts';
import { hashSources, readSources } from './read-sources.ts';
import { type ImportCounts, type Target, writeRows } from './write-rows.ts';

/** What became of an import. `FAULTY`: nothing was imported. `UNCHANGED`: the files are those of the last import. */
export type ImportReport =
  | { outcome: 'UNCHANGED' }
  | { outcome: 'IMPORTED'; regions: ImportCounts; organisations: ImportCounts }
  | { outcome: 'FAULTY'; faults: RowFault[] };

// Raise it when rows are planned differently: the same files then count as changed.
const planVersion = 2;
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
    name_words: 'text',
    place_words: 'text',
  },
  onInsert: { version: '1' },
  onUpdate: ['version = organisation.version + 1'],
  onRetire: [`status = 'FORMER'`, 'version = version + 1'],
};

/**
 * Brings regions, organisations and the units from templates up to the files of `folder`, in one transaction, and tells the other services
 * of every organisation that changed. Unchanged files cost three hashes and one statement. Several replicas may start at once.
 */
export async function importReferenceData(
  { database, clock }: { database: Database; clock: Clock },
  folder: string,
): Promise<ImportReport> {
  const contentHash = `${planVersion}-${await hashSources(folder)}`;
  if ((await lastHash(database.fork())) === contentHash) return { outcome: 'UNCHANGED' };
  const sources = await readSources(folder);
  if (!sources.ok) return { outcome: 'FAULTY', faults: sources.faults };
  const plannedRegions = planRegions(sources.value.regions);
  const plannedOrganisations = planOrganisations(sources.value, plannedRegions);

  return database.transaction(async (em): Promise<ImportReport> => {
    await em.execute(`select pg_advisory_xact_lock(hashtext('organisations.reference-import'))`);
    if ((await lastHash(em)) === contentHash) return { outcome: 'UNCHANGED' };
    const at = clock.now();
    await rememberWords(em, [...plannedRegions, ...plannedOrganisations]);
    const regions = await writeRows(em, regionTarget, plannedRegions, at);
    const organisations = await writeRows(em, organisationTarget, plannedOrganisations, at);
    await announceOrganisations(em, organisations.changedKeys, at);
    const report = { regions: regions.counts, organisations: organisations.counts };
    await em.execute(
      `insert into reference_import (name, content_hash, imported_at, report) values (?, ?, ?, ?::jsonb)
       on conflict (name) do update set content_hash = excluded.content_hash, imported_at = excluded.imported_at, report = excluded.report`,
      [importName, contentHash, at, JSON.stringify(report)],
    );
    await prepareForReading(em);
    return { outcome: 'IMPORTED', ...report };
  });
}

async function lastHash(em: EntityManager): Promise<string | undefined> {
  const rows = await em.execute<{ content_hash: string }[]>(
    'select content_hash from reference_import where name = ?',
    [importName],
  );
  return rows[0]?.content_hash;
}

async function rememberWords(
  em: EntityManager,
  rows: readonly { name_words: string; place_words: string }[],
): Promise<void> {
  const words = new Set(rows.flatMap((row) => `${row.name_words} ${row.place_words}`.split(' ')));
  words.delete('');
  await em.execute(
    `insert into search_word (word) select json_array_elements_text(?::json) on conflict do nothing`,
    [JSON.stringify([...words])],
  );
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
    'analyze region (parent_code, level), organisation (status, parent_id, kind, region_code), search_word',
  );
}
