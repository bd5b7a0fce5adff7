import { randomBytes, randomInt, randomUUID } from 'node:crypto';

export type OperationName = 'feed' | 'search' | 'report' | 'inbox' | 'submit';

/** A statement whose one row has the whole answer as `body`. */
export interface BareStatement {
  text: string;
  values(variables: Record<string, unknown>): unknown[];
}

const instant = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const label = `coalesce(r.public_name, case when r.is_anonymous then 'Anonim' else 'Pelapor ' || right(r.number, 4) end)`;

/** The running duty that is due first, as `sla` chooses it. */
const nextClock = `left join lateral (
    select json_build_object('kind', c.kind, 'startedAt', ${instant('c.started_at')}, 'dueAt', ${instant('c.due_at')}) as next_clock
    from sla.clock c
    where c.report_id = r.id::text and c.stopped_at is null
    order by c.due_at, array_position(array['VERIFICATION', 'FIRST_RESPONSE', 'FOLLOW_UP', 'RESOLUTION', 'REPLY_TURN', 'OUTER_LIMIT'], c.kind)
    limit 1) due on true`;
const handler = `left join organisations.organisation o on o.id = r.lead_organisation_id
    left join organisations.organisation parent on parent.id = o.parent_id`;
const handlerJson = `case when o.id is null then null else json_build_object('id', o.id, 'name', o.name, 'acronym', o.acronym,
      'parent', case when parent.id is null then null else json_build_object('id', parent.id, 'name', parent.name) end) end`;

/** A page of 20 published reports, newest first; `condition` narrows it. */
const publicPage = (condition: string) => `
  with page as (
    select r.* from reports.report r where r.is_published ${condition} order by r.published_at desc, r.id desc limit 21
  ), shown as (select * from page order by published_at desc, id desc limit 20)
  select json_build_object('data', json_build_object('publicReports', json_build_object(
    'edges', coalesce((
      select json_agg(json_build_object('node', json_build_object(
          'id', r.id, 'number', r.number, 'title', r.title, 'text', r.text, 'state', r.state, 'submittedAt', ${instant('r.submitted_at')},
          'placeText', r.place_text, 'supportCount', r.support_count, 'reporterLabel', ${label}, 'handler', ${handlerJson},
          'nextClock', due.next_clock)) order by r.published_at desc, r.id desc)
      from shown r ${handler} ${nextClock}), '[]'),
    'pageInfo', json_build_object('hasNextPage', (select count(*) from page) > 20))))::text as body`;

/** What each operation is in one statement, written by hand against the tables of all services, without any authorisation. */
export const BARE_STATEMENTS: Readonly<Record<OperationName, BareStatement>> = {
  feed: { text: publicPage(''), values: () => [] },
  search: {
    text: publicPage(`and r.search @@ websearch_to_tsquery('indonesian', $1)`),
    values: ({ search }) => [search],
  },
  report: {
    text: `
      select json_build_object('data', json_build_object('report', json_build_object(
        'id', r.id, 'number', r.number, 'title', r.title, 'text', r.text, 'state', r.state, 'class', r.class,
        'submittedAt', ${instant('r.submitted_at')}, 'placeText', r.place_text, 'reporterLabel', ${label},
        'handler', case when o.id is null then null else json_build_object('id', o.id, 'name', o.name) end,
        'history', coalesce((
          select json_agg(json_build_object('id', h.id, 'kind', h.kind, 'at', ${instant('h.at')}, 'actorKind', h.actor_kind,
              'text', case when h.text_audience = 'PUBLIC' then h.text end,
              'organisation', case when ho.id is null then null else json_build_object('id', ho.id, 'name', ho.name) end) order by h.sequence desc)
          from reports.history h left join organisations.organisation ho on ho.id = h.organisation_id
          where h.report_id = r.id), '[]'),
        'clocks', (
          select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'startedAt', ${instant('c.started_at')},
              'stoppedAt', ${instant('c.stopped_at')}, 'dueAt', ${instant('c.due_at')})
            order by array_position(array['VERIFICATION', 'FIRST_RESPONSE', 'FOLLOW_UP', 'RESOLUTION', 'REPLY_TURN', 'OUTER_LIMIT'], c.kind))
          from sla.clock c where c.report_id = r.id::text))))::text as body
      from reports.report r left join organisations.organisation o on o.id = r.lead_organisation_id
      where r.number = $1`,
    values: ({ number }) => [number],
  },
  inbox: {
    text: `
      with page as (
        select r.*, e.next_due_at as inbox_due from reports.inbox_entry e join reports.report r on r.id = e.report_id
        where e.organisation_id = $1 and e.bucket = 'WAITING_FOR_US' order by e.next_due_at, e.report_id limit 51
      ), shown as (select * from page order by inbox_due, id limit 50)
      select json_build_object('data', json_build_object('inbox', json_build_object(
        'edges', coalesce((
          select json_agg(json_build_object('node', json_build_object(
              'id', r.id, 'number', r.number, 'title', r.title, 'state', r.state, 'submittedAt', ${instant('r.submitted_at')},
              'isConfidential', r.is_confidential, 'returnCount', r.return_count, 'nextDueAt', ${instant('r.next_due_at')},
              'category', json_build_object('id', k.id, 'name', k.name),
              'handler', case when o.id is null then null else json_build_object('id', o.id, 'name', o.name, 'acronym', o.acronym) end,
              'nextClock', due.next_clock)) order by r.inbox_due, r.id)
          from shown r join reports.category k on k.id = r.category_id
            left join organisations.organisation o on o.id = r.lead_organisation_id ${nextClock}), '[]'),
        'pageInfo', json_build_object('hasNextPage', (select count(*) from page) > 50))))::text as body`,
    values: ({ organisationId }) => [organisationId],
  },
  submit: {
    text: `
      with filed as (
        insert into reports.report (id, number, submission_key_hash, submission_body_hash, kind, state, title, text, place_text, region_code,
          category_id, channel, is_anonymous, is_confidential, waits_for, submitted_at, updated_at, sequence, history_seal)
        values ($1, $2, $3, $4, 'COMPLAINT', 'SUBMITTED', $5, $6, $7, $8, $9, 'WEB', false, false, 'VERIFIER', $10, $10, 1, $4)
        returning id, number, state
      ), noted as (
        insert into reports.history (id, report_id, sequence, kind, at, actor_kind, state_after, text_audience, hash)
        select $11, id, 1, 'SUBMITTED', $10, 'CITIZEN', 'SUBMITTED', 'PARTIES', $3 from filed
      ), told as (
        insert into bench.outbox (report_id, payload, occurred_at)
        select id, jsonb_build_object('reportId', id, 'state', state, 'title', $5::text), $10 from filed
      )
      select json_build_object('data', json_build_object('submitReport', json_build_object('__typename', 'ReportSubmitted', 'accessCode', $12::text,
        'report', json_build_object('id', id, 'number', number, 'state', state))))::text as body
      from filed`,
    values: ({ input }) => {
      const { title, text, placeText, regionCode, categoryId } = input as Record<string, string>;
      return [
        randomUUID(),
        String(randomInt(10_000_000, 100_000_000)),
        randomBytes(32),
        randomBytes(32),
        title,
        text,
        placeText,
        regionCode,
        categoryId,
        new Date(),
        randomUUID(),
        `${randomInt(1e7, 1e8)}${randomInt(1e7, 1e8)}`,
      ];
    },
  },
};
