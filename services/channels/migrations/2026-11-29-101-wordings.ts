import { Migration } from '@lapor/database';

/** Words of messages that somebody wrote in place of the built-in ones, each change a version; and those that could not be filled. */
export class Wordings extends Migration {
  override up() {
    this.addSql(`create table wording (
      template text not null,
      medium text not null check (medium in ('MAIL', 'PHONE', 'MESSENGER')),
      language text not null check (language in ('id', 'en')),
      version int not null check (version > 0),
      subject text,
      body text,
      segments int not null check (segments between 1 and 3),
      at timestamptz not null,
      account_id text not null,
      reason text not null,
      primary key (template, medium, language, version)
    )`);
    // A wording is never altered: what was sent stays told.
    this.addSql(`create function wording_stays() returns trigger language plpgsql as $$
      begin raise exception 'a version of a wording stays as it is'; end $$`);
    this.addSql(`create trigger wording_stays before update or delete on wording
      for each row execute function wording_stays()`);
    // Processes that send hear of it and read anew.
    this.addSql(`create function wording_told() returns trigger language plpgsql as $$
      begin perform pg_notify('channels_settings', ''); return null; end $$`);
    this.addSql(`create trigger wording_told after insert on wording
      for each statement execute function wording_told()`);
    this.addSql(`create table wording_fault (
      template text not null,
      medium text not null,
      language text not null,
      version int not null,
      reason text not null,
      times int not null default 1,
      at timestamptz not null,
      primary key (template, medium, language, version)
    )`);
  }
}
