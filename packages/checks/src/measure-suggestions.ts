/**
 * `pnpm measure:suggestions`: how often the suggestions for a report name what a person decided. Each row of `data/sample-complaints.csv`
 * is asked with all other open rows as published reports that were routed before: leave one source row out. Prints top-1, top-3 and n;
 * judges nothing, and nothing is kept. No number of the ranking was chosen by it (ADR 0028).
 */
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@lapor/clock';
import { createSharedDatabase, startTestServer } from '@lapor/database/testing';
import { createLogger } from '@lapor/logging';
import { dataFolder, describeFaults, optionalText, readRows, requiredText } from '@lapor/reference-data';
import { startOrganisations } from '@lapor/service-organisations';
import { startReports, suggestRouting, type ReportsService } from '@lapor/service-reports';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';

const schema = z.object({
  id: requiredText,
  region_code: optionalText,
  title: requiredText,
  text: requiredText,
  category_id: optionalText,
  expected_org: optionalText,
  visibility: z.enum(['open', 'anonymous', 'secret']),
  tags: optionalText,
});
type Sample = z.infer<typeof schema>;

const NAMESPACE = '6f1c8f2e-6f0a-5d39-9c1e-0d8a3b1f7a52';
const idOf = ({ id }: Sample) => uuidv5(id, NAMESPACE);

/** Puts the rows that would be published where verified reports are. */
async function publish({ deps: { database } }: ReportsService, samples: readonly Sample[]): Promise<number> {
  const routed = samples.filter(
    ({ visibility, category_id, expected_org }) => visibility !== 'secret' && category_id && expected_org,
  );
  await database.transaction((em) =>
    em.execute(
      `insert into report (id, number, submission_key_hash, submission_body_hash, kind, state, title, text, region_code, category_id, channel,
         is_anonymous, is_confidential, is_published, published_at, lead_organisation_id, lead_path, waits_for, submitted_at, updated_at, sequence, history_seal)
       select s.id, (10000000 + s.position)::text, s.id::text::bytea, s.id::text::bytea, 'COMPLAINT', 'DISPOSED', s.title, s.text, s.region, s.category, 'WEB',
         false, false, true, '2026-11-01'::timestamptz + s.position * interval '1 minute', o.id, o.path, 'AGENCY', '2026-11-01', '2026-11-01', 1, ''
       from jsonb_to_recordset(?::jsonb) as s (id uuid, position int, title text, text text, region text, category text, organisation text)
       join organisation o on o.id = s.organisation`,
      [
        JSON.stringify(
          routed.map((sample, position) => ({
            id: idOf(sample),
            position,
            title: sample.title,
            text: sample.text,
            region: sample.region_code,
            category: sample.category_id,
            organisation: sample.expected_org,
          })),
        ),
      ],
    ),
  );
  const [row] = await database.query<{ count: number }>('loaded', 'select count(*) as count from report');
  return row!.count;
}

interface Hits {
  n: number;
  first: number;
  three: number;
  empty: number;
}
const noHits = (): Hits => ({ n: 0, first: 0, three: 0, empty: 0 });

function count(hits: Hits, wanted: string | null, found: readonly string[]): void {
  if (wanted === null) return;
  hits.n += 1;
  if (found.length === 0) hits.empty += 1;
  if (found[0] === wanted) hits.first += 1;
  if (found.slice(0, 3).includes(wanted)) hits.three += 1;
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
const line = (what: string, { n, first, three, empty }: Hits) =>
  console.log(
    `${what.padEnd(46)} top-1 ${`${first}`.padStart(2)} (${percent(first, n)})  top-3 ${`${three}`.padStart(2)} (${percent(three, n)})  nothing ${`${empty}`.padStart(2)}  n ${n}`,
  );

const nobody = async () => ({ failed: [] });

async function main(): Promise<void> {
  const path = process.argv.includes('--development')
    ? join(dataFolder, '../services/reports/src/measure/development-complaints.csv')
    : join(dataFolder, 'sample-complaints.csv');
  const read = await readRows({ path, schema, uniqueBy: 'id' });
  if (!read.ok) throw new Error(describeFaults(read.faults));
  const samples = read.value.rows;
  await using stack = new AsyncDisposableStack();
  const server = await startTestServer();
  stack.defer(async () => {
    if (!server.reused) await server.stop();
  });
  process.env.TEST_DATABASE_URL ??= server.url;
  const shared = stack.use(await createSharedDatabase(['organisations', 'reports']));
  const folder = await mkdtemp(join(tmpdir(), 'measure-suggestions-'));
  stack.defer(() => rm(folder, { recursive: true }));
  const logger = createLogger('measure', 'silent');
  const base = { clock: systemClock, logger, filesDirectory: folder };
  const organisations = stack.use(
    await startOrganisations({
      ...base,
      databaseUrl: shared.urls.organisations,
      organisationsSecret: 'only-for-this-measurement-'.repeat(2),
    }),
  );
  const reports = stack.use(
    await startReports({
      ...base,
      databaseUrl: shared.urls.reports,
      serviceSecret: 's'.repeat(32),
      reportsSecret: 'r'.repeat(32),
      publicUrl: 'http://localhost',
      routeRules: { find: organisations.routeRules },
    }),
  );
  organisations.connect({
    reports: (source, events) => reports.receiveEvents(source, events),
    sla: nobody,
    identity: nobody,
  });
  while ((await organisations.settle()) > 0);
  const alone = { category: noHits(), organisation: noHits() };
  const learnt = { category: noHits(), organisation: noHits() };
  const confident = { category: noHits(), organisation: noHits() };

  const ask = (sample: Sample) =>
    suggestRouting(reports.deps, {
      text: `${sample.title}. ${sample.text}`,
      placeText: null,
      regionCode: sample.region_code,
      point: null,
      exceptId: idOf(sample),
    });
  const judge = async (hits: typeof alone, onConfident?: typeof alone) => {
    for (const sample of samples) {
      const { categories, organisations: found, isConfident } = await ask(sample);
      for (const into of isConfident && onConfident ? [hits, onConfident] : [hits]) {
        count(
          into.category,
          sample.category_id,
          categories.map(({ categoryId }) => categoryId),
        );
        count(
          into.organisation,
          sample.expected_org,
          found.map(({ organisationId }) => organisationId),
        );
      }
    }
  };
  await judge(alone);
  const published = await publish(reports, samples);
  while ((await reports.settle()) > 0);
  await judge(learnt, confident);

  console.log(`${samples.length} rows, ${published} of them published reports for the others`);
  line('category, labels alone', alone.category);
  line('category, with reports routed before', learnt.category);
  line('organisation, labels and rules alone', alone.organisation);
  line('organisation, with reports routed before', learnt.organisation);
  line('category, where confident', confident.category);
  line('organisation, where confident', confident.organisation);
}

await main().catch((error: unknown) => {
  console.error(error instanceof SuppressedError ? [error.error, error.suppressed] : error);
  process.exitCode = 1;
});
