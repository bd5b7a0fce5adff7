import { Client } from 'pg';
import { FIGURES_VERSION } from '@lapor/service-sla/figures';
import { writeDueDays } from './due-days.ts';

const SPAN_DAYS = 730;

/** Words of which titles and texts are put together, as people write them. */
const SUBJECTS = [
  'Jalan berlubang',
  'Lampu jalan padam',
  'Sampah menumpuk',
  'Air PDAM tidak mengalir',
  'KTP elektronik belum jadi',
  'Antrean BPJS terlalu lama',
  'Banjir setiap hujan',
  'Parkir liar',
  'Pungutan di sekolah',
  'Trotoar rusak',
  'Listrik sering padam',
  'Bantuan sosial tidak tepat sasaran',
  'Pohon tumbang',
  'Jembatan rusak',
  'Angkutan umum tidak teratur',
  'Pelayanan puskesmas lambat',
  'Izin usaha tertunda',
  'Sertifikat tanah belum terbit',
  'Drainase tersumbat',
  'Kebisingan malam hari',
  'Akta kelahiran terlambat',
  'Guru sering tidak hadir',
  'Obat di rumah sakit kosong',
  'Pajak kendaraan salah hitung',
  'Fasilitas taman rusak',
];
const PLACES = [
  'depan pasar',
  'dekat sekolah dasar',
  'belakang kantor kecamatan',
  'samping masjid raya',
  'ujung gang',
  'perempatan besar',
  'kawasan perumahan',
  'tepi sungai',
  'terminal lama',
  'dekat puskesmas',
  'jalan menuju kampus',
  'lapangan bola',
  'pintu tol',
  'area pabrik',
];
const DETAILS = [
  'Sudah dua bulan keadaannya seperti ini dan belum ada petugas yang datang.',
  'Warga sudah melapor ke kelurahan tetapi belum ada tindak lanjut.',
  'Anak-anak yang berangkat sekolah setiap hari melewati tempat ini.',
  'Pada malam hari keadaan menjadi berbahaya bagi pengendara motor.',
  'Kami sudah mengumpulkan tanda tangan warga satu RT.',
  'Petugas di loket mengatakan menunggu tanpa batas waktu yang jelas.',
  'Hujan deras minggu lalu membuat keadaan semakin parah.',
  'Beberapa orang sudah jatuh di tempat ini.',
  'Biaya yang diminta tidak sesuai dengan yang tertulis di papan pengumuman.',
  'Tetangga kami yang lanjut usia paling merasakan akibatnya.',
  'Menurut petugas, anggaran baru tersedia tahun depan.',
  'Foto terlampir diambil kemarin sore.',
];
const REQUESTS = [
  'Mohon segera diperbaiki.',
  'Mohon penjelasan dari dinas terkait.',
  'Kami menunggu tindak lanjut.',
  'Tolong ditinjau ke lapangan.',
  'Semoga mendapat perhatian.',
  'Mohon kepastian waktunya.',
];

/** Searches of two words of what was written. */
export const SEARCHES = [
  'jalan berlubang',
  'lampu padam',
  'sampah sungai',
  'KTP elektronik',
  'antrean BPJS',
  'banjir hujan',
  'trotoar rusak',
  'jembatan rusak',
  'bantuan sosial',
  'izin usaha',
];

const BULK_TABLES = [
  'reports.report',
  'reports.history',
  'reports.assignment',
  'reports.inbox_entry',
  'sla.report_fact',
  'sla.clock',
];

/**
 * Fills a migrated database that knows the organisations, categories and holidays with reports of two years: few organisations and
 * categories have most of them, new ones are open and old ones ended. Written past the services, so it uses few columns; what is not
 * named here keeps the tables' own default.
 */
export async function generateReports(
  adminUrl: string,
  count: number,
  say: (text: string) => void,
): Promise<void> {
  const client = new Client({ connectionString: adminUrl, options: '-c timezone=UTC -c search_path=public' });
  await client.connect();
  try {
    // A restore does the same: no triggers, no look-ups of foreign keys.
    await client.query(`set session_replication_role = replica`);
    await client.query(
      `set maintenance_work_mem = '512MB'; set work_mem = '128MB'; set synchronous_commit = off`,
    );
    await client.query('select setseed(0.17081945)');
    const { rows } = await client.query<{ now: Date }>(`select date_trunc('hour', clock_timestamp()) as now`);
    const now = rows[0]!.now;
    await client.query('create schema bench');
    await writeDueDays(client, new Date(now.getTime() - SPAN_DAYS * 86_400_000), now);
    const indexes = await dropIndexes(client);
    for (const [what, statement, values] of steps(count, now)) {
      const from = performance.now();
      const { rowCount } = await client.query(statement, values as unknown[]);
      if (what) say(`  ${what}: ${rowCount ?? 0} in ${((performance.now() - from) / 1_000).toFixed(1)} s`);
    }
    const from = performance.now();
    for (const index of indexes) await client.query(index);
    say(`  indexes: ${indexes.length} in ${((performance.now() - from) / 1_000).toFixed(1)} s`);
    await client.query('drop table bench.draft, bench.due, bench.handler, bench.district, bench.category');
    await client.query(
      `create table bench.outbox (id bigint generated always as identity primary key, report_id uuid not null, payload jsonb not null, occurred_at timestamptz not null)`,
    );
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Takes away the indexes that no constraint needs; they are made again when the rows are there. */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = any($1::regclass[]) and not i.indisunique
       and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [BULK_TABLES],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

const of = (list: string, random: string) => `(${list})[1 + floor(${random} * cardinality(${list}))::int]`;
const milliseconds = (value: string) => `date_trunc('milliseconds', ${value})`;

const steps = (count: number, now: Date): [what: string, statement: string, values?: unknown[]][] => [
  [
    'units',
    `create unlogged table bench.handler as
     select (row_number() over (order by md5(id)))::int - 1 as n, id, path, government_id, time_zone, coalesce(region_code, '31.71') as region_code
     from reports.organisation where status = 'ACTIVE' and cardinality(path) >= 2`,
  ],
  ['', 'create unique index on bench.handler (n)'],
  [
    'districts',
    `create unlogged table bench.district as
     select parent_code as region_code, array_agg(code order by code) as codes, array_agg(name order by code) as names
     from organisations.region where level = 'DISTRICT' group by parent_code`,
  ],
  [
    'categories',
    `create unlogged table bench.category as
     select (row_number() over (order by md5(id)))::int - 1 as n, id, is_sensitive from reports.category c
     where retired_at is null and not exists (select 1 from reports.category below where below.parent_id = c.id)`,
  ],
  ['', 'create unique index on bench.category (n)'],
  // Without figures the planner takes each of these for a handful of rows.
  ['', 'analyze bench.handler, bench.district, bench.category, bench.due'],
  [
    'drafts',
    `create unlogged table bench.draft as
     with dice as materialized (
       select i, random() a, random() b, random() c, random() d, random() e, random() f, random() g, random() h, random() k, random() l, random() m, random() n, random() o
       from generate_series(1, $1::int) i
     ), dated as materialized (
       select *, $2::timestamptz - power(a, 1.2) * interval '${SPAN_DAYS} days' as submitted, power(a, 1.2) * ${SPAN_DAYS} as age from dice
     ), stated as materialized (
       select *, case
           when age < 2 and b < 0.7 then 'SUBMITTED'
           when age < 40 then case when b < 0.05 then 'SUBMITTED' when b < 0.08 then 'POSTPONED' when b < 0.4 then 'DISPOSED' when b < 0.85 then 'IN_PROGRESS' when b < 0.95 then 'COMPLETED' else 'ARCHIVED' end
           else case when b < 0.02 then 'DISPOSED' when b < 0.07 then 'IN_PROGRESS' when b < 0.92 then 'COMPLETED' else 'ARCHIVED' end end as state
       from dated
     ), placed as (
       select s.*, h.id as organisation_id, h.path, h.government_id, h.time_zone, h.region_code as home, k.id as category_id,
         dt.codes, dt.names
       from stated s
       join bench.handler h on h.n = floor(power(s.c, 3) * (select count(*) from bench.handler))::int
       join bench.category k on k.n = floor(power(s.d, 2) * (select count(*) from bench.category))::int
       left join bench.district dt on dt.region_code = h.region_code
     )
     select i, uuidv7(submitted - clock_timestamp()) as id, (10000000 + (i * 15485863::bigint) % 90000000)::text as number, state,
       state in ('DISPOSED', 'IN_PROGRESS', 'COMPLETED') as is_routed,
       ${milliseconds('submitted')} as submitted_at,
       ${milliseconds(`least(submitted + (0.1 + 2 * e) * interval '1 day', $2)`)} as disposed_at,
       ${milliseconds(`least(submitted + (2.2 + 4 * f) * interval '1 day', $2)`)} as answered_at,
       ${milliseconds(`least(submitted + (7 + 20 * g) * interval '1 day', $2)`)} as ended_at,
       organisation_id, path, government_id, time_zone, category_id,
       case when codes is null then home else codes[1 + floor(h * cardinality(codes))::int] end as region_code,
       ${of(`array[${SUBJECTS.map(quote).join(', ')}]`, 'k')} || ' di ' || ${of(`array[${PLACES.map(quote).join(', ')}]`, 'l')} ||
         coalesce(' ' || names[1 + floor(h * cardinality(names))::int], '') as title,
       ${['m', 'n', 'o'].map((random) => of(`array[${DETAILS.map(quote).join(', ')}]`, random)).join(` || ' ' || `)} || ' ' ||
         ${of(`array[${REQUESTS.map(quote).join(', ')}]`, 'a')} as text,
       e < 0.03 as is_confidential, f < 0.15 as is_anonymous, g < 0.3 as waits_for_citizen,
       point(95 + 45 * n, -10 + 15 * o) as location, h < 0.6 as has_location,
       (array['GRIEVANCE', 'GRIEVANCE', 'GRIEVANCE', 'DISPUTE_WITHOUT_INSPECTION', 'ASPIRATION', 'INFORMATION_REQUEST'])[1 + floor(m * 6)::int] as class
     from placed`,
    [count, now],
  ],
  ['', 'analyze bench.draft'],
  [
    'reports',
    `insert into reports.report (id, number, submission_key_hash, submission_body_hash, kind, class, state, title, text, place_text, location, region_code,
       category_id, channel, is_anonymous, is_confidential, is_published, published_at, lead_organisation_id, lead_path, waits_for, submitted_at, updated_at,
       first_disposed_at, last_result_at, ended_at, archive_code, closing_code, sequence, history_seal, next_due_at, next_due_clock)
     select d.id, d.number, sha256(convert_to('key' || d.number, 'UTF8')), sha256(convert_to('body' || d.number, 'UTF8')),
       case when d.class in ('ASPIRATION', 'INFORMATION_REQUEST') then d.class else 'COMPLAINT' end, case when is_routed then d.class end, d.state, d.title, d.text,
       'Dekat rumah warga', case when has_location then location end, d.region_code, d.category_id, 'WEB', is_anonymous, is_confidential,
       is_routed and not is_confidential, case when is_routed and not is_confidential then disposed_at end,
       case when is_routed then organisation_id end, case when is_routed then path end,
       case when d.state in ('COMPLETED', 'ARCHIVED') then 'NOBODY' when d.state = 'SUBMITTED' then 'VERIFIER'
            when d.state = 'POSTPONED' or d.state = 'IN_PROGRESS' and waits_for_citizen then 'CITIZEN' else 'AGENCY' end,
       submitted_at, case when d.state in ('COMPLETED', 'ARCHIVED') then d.ended_at when is_routed then disposed_at else submitted_at end,
       case when is_routed then disposed_at end, case when d.state in ('IN_PROGRESS', 'COMPLETED') then answered_at end,
       case when d.state in ('COMPLETED', 'ARCHIVED') then d.ended_at end, case when d.state = 'ARCHIVED' then 'NOT_COMPLETED' end,
       case when d.state = 'COMPLETED' then 'CONFIRMED' end,
       case d.state when 'SUBMITTED' then 1 when 'POSTPONED' then 2 when 'ARCHIVED' then 2 when 'DISPOSED' then 3 when 'IN_PROGRESS' then 5 else 6 end,
       sha256(convert_to('seal' || d.number, 'UTF8')),
       case d.state when 'SUBMITTED' then v.due_at when 'DISPOSED' then least(f.due_at, r.due_at) when 'IN_PROGRESS' then least(r.due_at, o.due_at) end,
       case d.state when 'SUBMITTED' then 'VERIFICATION' when 'DISPOSED' then 'FOLLOW_UP' when 'IN_PROGRESS' then 'RESOLUTION' end
     from bench.draft d ${DUE_JOINS} order by d.submitted_at`,
  ],
  ['', 'analyze reports.report'],
  [
    'assignments',
    `insert into reports.assignment (id, report_id, organisation_id, role, government_id, path, time_zone, assigned_at)
     select gen_random_uuid(), id, organisation_id, 'LEAD', government_id, path, time_zone, disposed_at from bench.draft where is_routed order by submitted_at`,
  ],
  [
    'inbox entries',
    `insert into reports.inbox_entry (organisation_id, report_id, bucket, next_due_at)
     select distinct w.organisation_id, d.id,
       case r.state when 'DISPOSED' then 'NEW' when 'IN_PROGRESS' then case when r.waits_for = 'CITIZEN' then 'WAITING_FOR_CITIZEN' else 'WAITING_FOR_US' end else 'DONE' end,
       coalesce(r.ended_at, r.next_due_at, 'infinity')
     from bench.draft d join reports.report r on r.id = d.id
     cross join lateral unnest(case when d.is_confidential then d.path[cardinality(d.path):] else d.path end) as w (organisation_id)
     where d.is_routed`,
  ],
  [
    'history',
    `insert into reports.history (id, report_id, sequence, kind, at, actor_kind, actor_role, officer_id, organisation_id, to_organisation_id, state_before, state_after,
       text_audience, text, previous_hash, hash)
     select uuidv7(e.at - clock_timestamp()), d.id, e.sequence, e.kind, e.at, e.actor, e.role, case when e.role is not null then 'officer-' || d.organisation_id end,
       e.organisation_id, e.to_id, e.before, e.after, e.audience, e.text,
       case when e.sequence > 1 then sha256(convert_to(d.number || (e.sequence - 1), 'UTF8')) end, sha256(convert_to(d.number || e.sequence, 'UTF8'))
     from bench.draft d cross join lateral (values
       (1, 'SUBMITTED', d.submitted_at, 'CITIZEN', null, null, null, null, 'SUBMITTED', 'PARTIES', null),
       (2, case d.state when 'POSTPONED' then 'POSTPONED' when 'ARCHIVED' then 'ARCHIVED' else 'VERIFIED' end, d.disposed_at, 'OFFICER', 'NATIONAL_ADMIN', 'kemenpanrb', null, 'SUBMITTED',
         case d.state when 'POSTPONED' then 'POSTPONED' when 'ARCHIVED' then 'ARCHIVED' else 'SUBMITTED' end, 'PARTIES', null),
       (3, 'DISPOSED', d.disposed_at, 'OFFICER', 'NATIONAL_ADMIN', 'kemenpanrb', d.organisation_id, 'SUBMITTED', 'DISPOSED', 'PUBLIC', null),
       (4, 'ACKNOWLEDGED', d.answered_at, 'OFFICER', 'LIAISON_OFFICER', d.organisation_id, null, 'DISPOSED', 'DISPOSED', 'PUBLIC', 'Terima kasih, laporan Anda kami terima.'),
       (5, 'RESULT', d.answered_at, 'OFFICER', 'LIAISON_OFFICER', d.organisation_id, null, 'DISPOSED', 'IN_PROGRESS', 'PUBLIC', 'Petugas kami sudah ke lokasi dan memperbaikinya. Mohon dicek kembali.'),
       (6, 'COMPLETED', d.ended_at, 'SYSTEM', null, null, null, 'IN_PROGRESS', 'COMPLETED', 'PUBLIC', null)
     ) as e (sequence, kind, at, actor, role, organisation_id, to_id, before, after, audience, text)
     where e.sequence <= case d.state when 'SUBMITTED' then 1 when 'POSTPONED' then 2 when 'ARCHIVED' then 2 when 'DISPOSED' then 3 when 'IN_PROGRESS' then 5 else 6 end
     order by d.submitted_at, e.sequence`,
  ],
  [
    'words that were looked at for junk',
    `insert into reports.text_fingerprint (report_id, fingerprint, at)
     select id, sha256(convert_to('words' || number, 'UTF8')), submitted_at from bench.draft where state in ('SUBMITTED', 'POSTPONED') order by submitted_at`,
  ],
  [
    'words of the newest',
    `with chosen as materialized (
       select r.published_at, r.id, r.title, r.text from reports.report r where r.is_published order by r.published_at desc, r.id desc limit 20000
     ), written as (
       insert into reports.search_word (word, reports)
       select w.word, count(*)::int from chosen c, lateral unnest(tsvector_to_array(to_tsvector('simple', c.title || ' ' || c.text))) as w (word)
       where w.word ~ '^[a-z]{3,30}$' group by w.word
     )
     insert into reports.search_progress (name, published_at, report_id, reports, rebuilt_at)
     select 'words', c.published_at, c.id, (select count(*) from chosen), $1 from chosen c order by c.published_at desc, c.id desc limit 1
     on conflict (name) do update set published_at = excluded.published_at, report_id = excluded.report_id, reports = excluded.reports, rebuilt_at = excluded.rebuilt_at`,
    [now],
  ],
  [
    'facts of the clocks',
    // Counted as far as a start is concerned: the tables of figures stay empty, `pnpm bench:figures` has its own.
    `insert into sla.report_fact (report_id, number, sequence, state, report_kind, report_class, channel, category_id, region_code, government_id, lead_path,
       assignments, is_confidential, is_anonymous, is_published, submitted_at, first_disposed_at, first_follow_up_at, first_result_at, completed_at, completed_by,
       archived_at, archive_reason, next_due_at, next_due_clock, figures_version, steps)
     select d.id::text, d.number, r.sequence, r.state, r.kind, r.class, r.channel, r.category_id, r.region_code, case when d.is_routed then d.government_id end,
       case when d.is_routed then d.path else '{}' end,
       case when d.is_routed then jsonb_build_array(jsonb_build_object('organisationId', d.organisation_id, 'role', 'LEAD', 'governmentId', d.government_id, 'path', d.path, 'timeZone', d.time_zone)) else '[]' end,
       r.is_confidential, r.is_anonymous, r.is_published, r.submitted_at, r.first_disposed_at, r.last_result_at, r.last_result_at,
       case when r.state = 'COMPLETED' then r.ended_at end, case when r.state = 'COMPLETED' then 'REPORTER' end,
       case when r.state = 'ARCHIVED' then r.ended_at end, r.archive_code, r.next_due_at, r.next_due_clock, ${FIGURES_VERSION}, '[]'
     from bench.draft d join reports.report r on r.id = d.id order by d.submitted_at`,
  ],
  [
    'clocks',
    `insert into sla.clock (id, report_id, kind, ordinal, organisation_id, started_at, counted_from, stopped_at, outcome, time_zone, length, unit, pauses, policy_version, calendar_id, due_at, government_id)
     select d.id || ':' || c.kind || ':1', d.id::text, c.kind, 1, c.organisation_id, c.started, c.started, c.stopped, case when c.stopped is not null then 'FULFILLED' end,
       c.zone, c.length, c.unit, '[]', (select version from sla.policy order by effective_from desc limit 1), (select max(id) from sla.calendar_version), c.due_at,
       case when c.organisation_id is not null then d.government_id end
     from bench.draft d ${DUE_JOINS} cross join lateral (values
       ('VERIFICATION', null, d.submitted_at, case when d.state <> 'SUBMITTED' then d.disposed_at end, 'Asia/Jakarta', 3, 'WORKING', v.due_at, true),
       ('FOLLOW_UP', d.organisation_id, d.disposed_at, case when d.state <> 'DISPOSED' then d.answered_at end, d.time_zone, 5, 'WORKING', f.due_at, d.is_routed),
       ('RESOLUTION', d.organisation_id, d.disposed_at, case when d.state = 'COMPLETED' then d.ended_at end, d.time_zone, 14, 'WORKING', r.due_at, d.is_routed),
       ('OUTER_LIMIT', d.organisation_id, d.submitted_at, case when d.state = 'COMPLETED' then d.ended_at end, d.time_zone, 60, 'CALENDAR', o.due_at, d.is_routed)
     ) as c (kind, organisation_id, started, stopped, zone, length, unit, due_at, applies)
     where c.applies order by d.submitted_at`,
  ],
];

/** Deadlines of a draft: verification, follow-up, resolution, outer limit. */
const DUE_JOINS = (
  [
    ['v', 'd.submitted_at', `'Asia/Jakarta'`, 3, 'WORKING'],
    ['f', 'd.disposed_at', 'd.time_zone', 5, 'WORKING'],
    ['r', 'd.disposed_at', 'd.time_zone', 14, 'WORKING'],
    ['o', 'd.submitted_at', 'd.time_zone', 60, 'CALENDAR'],
  ] as const
)
  .map(
    ([alias, from, zone, length, unit]) =>
      `join bench.due ${alias} on ${alias}.zone = ${zone} and ${alias}.day = (${from} at time zone ${zone})::date and ${alias}.length = ${length} and ${alias}.unit = '${unit}'`,
  )
  .join('\n     ');

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
