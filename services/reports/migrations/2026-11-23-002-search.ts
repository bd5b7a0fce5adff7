import { Migration } from '@lapor/database';

/** Search with synonyms and typing errors, sorts and tiles of the public list, filters people keep, and who follows what. */
export class Search extends Migration {
  override up(): void {
    // Words that mean the same, used when somebody searches; `query` is the term as the search looks for it.
    this.addSql(`create table search_synonym (
      term text not null,
      meaning text not null,
      query text not null,
      primary key (term, meaning)
    )`);
    this.addSql(`create index search_synonym_meaning on search_synonym (meaning)`);
    // Words of published reports, with how many have them: what a mistyped word may have meant, and how much a word tells.
    this.addSql(`create table search_word (word text primary key, reports int not null)`);
    this.addSql(`create index search_word_similar on search_word using gin (word gin_trgm_ops)`);
    this.addSql(`create table search_progress (
      name text primary key,
      published_at timestamptz not null,
      report_id uuid not null,
      reports bigint not null,
      rebuilt_at timestamptz not null
    )`);
    this.addSql(`drop index report_public_similar`);

    this.addSql(
      `create index organisation_acronym on organisation (lower(acronym)) where status = 'ACTIVE' and acronym is not null`,
    );

    // Places as keys of a quadtree over the square 94–142° east, 26.5° south to 21.5° north: 16 levels, two bits each.
    this
      .addSql(`create function tile_key(place point) returns bigint language sql immutable strict parallel safe as $$
      select sum((((x >> i) & 1) + 2 * ((y >> i) & 1)) << (2 * i))::bigint
      from generate_series(0, 15) as i,
        (select least(65535, greatest(0, floor((place[0] - 94) / 48 * 65536)::bigint)) as x,
                least(65535, greatest(0, floor((place[1] + 26.5) / 48 * 65536)::bigint)) as y) as cell
    $$`);
    this.addSql(`alter table report add column tile bigint generated always as (tile_key(location)) stored`);
    this.addSql(`create index report_public_tile on report (tile) where is_published and tile is not null`);
    this.addSql(`create index report_public_location on report using gist (location) where is_published`);
    this.addSql(
      `create index report_public_supported on report (support_count desc, published_at desc, id desc) where is_published`,
    );
    this.addSql(
      `create index report_public_due on report (coalesce(next_due_at, 'infinity'::timestamptz), id) where is_published`,
    );
    this.addSql(`create index report_public_lead on report using gin (lead_path) where is_published`);
    this.addSql(
      `create index report_public_place on report using gin (to_tsvector('indonesian', coalesce(place_text, ''))) where is_published`,
    );

    this.addSql(`create table saved_filter (
      id uuid primary key,
      officer_id text not null,
      kind text not null check (kind in ('INBOX', 'DESK', 'PUBLIC')),
      name text not null,
      filter jsonb not null,
      saved_at timestamptz not null,
      unique (officer_id, kind, name)
    )`);

    // Who follows: found by a keyed hash of the account, written to by what is sealed.
    this.addSql(`create table follow (
      id uuid primary key,
      follower_hash bytea not null,
      sealed bytea not null,
      report_id uuid references report (id) deferrable initially deferred,
      region_code text,
      category_id text references category (id),
      followed_at timestamptz not null,
      told_until timestamptz not null,
      check ((report_id is null) <> (region_code is null)),
      check (category_id is null or region_code is not null)
    )`);
    this.addSql(
      `create unique index follow_once on follow (follower_hash, report_id, region_code, category_id) nulls not distinct`,
    );
    this.addSql(`create index follow_report on follow (report_id, id) where report_id is not null`);
    this.addSql(`create index follow_area on follow (told_until, id) where region_code is not null`);
  }
}
