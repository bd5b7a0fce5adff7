/**
 * SQL for a service's outbox and inbox; run it in the service's first migration.
 *
 * `event` is append-only and kept. `event_delivery` holds what a subscriber has not received yet.
 * `event_hold` pauses one stream of one subscriber after a failure, so that its later events cannot overtake.
 * `inbox` remembers what was handled, so that a second delivery changes nothing.
 */
export const eventTables: readonly string[] = [
  `create table event (
    id bigint generated always as identity primary key,
    stream text not null,
    type text not null,
    payload jsonb not null,
    occurred_at timestamptz not null
  )`,
  `create index event_stream on event (stream, id)`,
  `create table event_delivery (
    subscriber text not null,
    event_id bigint not null references event (id),
    stream text not null,
    primary key (subscriber, event_id)
  )`,
  `create table event_hold (
    subscriber text not null,
    stream text not null,
    attempts int not null,
    until timestamptz not null,
    reason text not null,
    primary key (subscriber, stream)
  )`,
  `create table inbox (
    source text not null,
    event_id bigint not null,
    received_at timestamptz not null,
    primary key (source, event_id)
  )`,
];
