import { Migration } from '@lapor/database';

/** What the desk decided of providers, and how often each one refused of late. */
export class Providers extends Migration {
  override up() {
    this.addSql(`create table provider_rule (
      way text not null,
      provider text not null,
      place int,
      rests_until timestamptz,
      rest_reason text,
      rested_by text,
      rested_at timestamptz,
      primary key (way, provider),
      check ((rests_until is null) = (rest_reason is null))
    )`);
    this.addSql(`create function provider_rule_told() returns trigger language plpgsql as $$
      begin perform pg_notify('channels_settings', ''); return null; end $$`);
    this.addSql(`create trigger provider_rule_told after insert or update or delete on provider_rule
      for each statement execute function provider_rule_told()`);
    // A few hours are kept.
    this.addSql(`create table provider_refusal (
      way text not null,
      provider text not null,
      minute timestamptz not null,
      refused int not null,
      primary key (way, provider, minute)
    )`);
  }
}
