import { Migration } from '@lapor/database';

/**
 * `sla` keeps kind and time zone of each organisation now: every one is told once more, to it alone. As new events, for it has had the
 * others, and in today's form, which the oldest of them have not.
 */
export class TellSlaAgain extends Migration {
  override up(): void {
    // Nobody changes one between reading and telling.
    this.addSql('lock table organisation in share mode');
    this.addSql(`with told as (
        insert into event (stream, type, payload, occurred_at)
        select o.id, 'organisation.changed', jsonb_build_object('organisationId', o.id, 'name', o.name, 'acronym', o.acronym, 'kind', o.kind,
          'status', o.status, 'parentId', o.parent_id, 'governmentId', o.government_id, 'path', o.path, 'regionCode', o.region_code,
          'timeZone', o.time_zone, 'isStaffed', o.is_staffed, 'unitKeys', o.unit_keys, 'hasDirectVerification', o.has_direct_verification,
          'successorIds', o.successor_ids, 'version', o.version),
          coalesce((select max(occurred_at) from event), timestamptz '2026-11-25 00:00Z')
        from organisation o order by cardinality(o.path), o.id
        returning id, stream
      )
      insert into event_delivery (subscriber, event_id, stream) select 'sla', id, stream from told`);
  }
}
