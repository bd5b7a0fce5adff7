import type { EntityManager } from '@mikro-orm/postgresql';
import { appendEvents, type EventOf, type NewEvent } from '@lapor/events';
import { SUBSCRIBERS } from '../../subscribers.ts';
import { findOrganisations } from '../organisation/index.ts';
import type { ReportsDependencies } from '../report/index.ts';

/** What followers of a report are told: what everybody reads of it. */
const NEWS: ReadonlySet<string> = new Set([
  'DISPOSED',
  'PLANNED',
  'RESULT',
  'OBSTACLE',
  'COMPLETED',
  'DISPUTED',
  'ARCHIVED',
]);

const notification = (
  deps: ReportsDependencies,
  followId: string,
  template: string,
  facts: Record<string, string | null>,
  at: Date,
): NewEvent => ({
  type: 'notification.requested',
  stream: followId,
  occurredAt: at,
  payload: {
    notificationId: deps.newId(),
    recipient: { kind: 'FOLLOWER', followId },
    template,
    facts,
    at: at.toISOString(),
  },
});

/**
 * A report went on, as this service tells itself by its own event: its followers are to be told, in the transaction in which the event is
 * noted as received – once, after the change and not within it. What is not public then is told to nobody.
 */
export async function tellFollowers(
  deps: ReportsDependencies,
  em: EntityManager,
  events: readonly EventOf<'report.transitioned'>[],
): Promise<void> {
  const news = events.filter(
    ({ payload }) => NEWS.has(payload.kind) && payload.isPublished && !payload.isConfidential,
  );
  if (news.length === 0) return;
  const followers = await em.execute<
    { id: string; report_id: string; number: string; followed_at: string }[]
  >(
    `select f.id, f.report_id, r.number, f.followed_at from follow f join report r on r.id = f.report_id where f.report_id = any (?::uuid[]) order by f.id`,
    [`{${[...new Set(news.map(({ payload }) => payload.reportId))].join(',')}}`],
  );
  if (followers.length === 0) return;
  const concerned = news.map(({ payload }) =>
    payload.kind === 'DISPOSED' ? payload.toOrganisationId : payload.actorOrganisationId,
  );
  const organisations = await findOrganisations(
    em,
    concerned.filter((id) => id !== null),
  );
  await appendEvents(
    em,
    SUBSCRIBERS,
    news.flatMap(({ payload }, index) =>
      followers
        // What happened before is no news.
        .filter(
          ({ report_id, followed_at }) =>
            report_id === payload.reportId && Date.parse(payload.at) > new Date(followed_at).getTime(),
        )
        .map(({ id, number }) =>
          notification(
            deps,
            id,
            'followed-report-changed',
            {
              number,
              kind: payload.kind,
              organisationName: organisations.get(concerned[index] ?? '')?.name ?? null,
            },
            new Date(payload.at),
          ),
        ),
    ),
  );
}

const DAY = 86_400_000;
const BATCH = 100;
const MOST_COUNTED = 100;

/**
 * Tells those who follow an area how many reports were published there since they were told last, once a day at most and not at all when
 * there were none. Returns how many follows were looked at. Safe to share between replicas.
 */
export async function tellFollowersOfAreas(deps: ReportsDependencies): Promise<number> {
  const now = deps.clock.now();
  const count = await deps.database.transaction(async (em) => {
    const due = await em.execute<
      { id: string; region_code: string; count: number; area: string | null; category: string | null }[]
    >(
      `with due as (
         select id, region_code, category_id, told_until from follow where region_code is not null and told_until <= ?::timestamptz
         order by told_until, id limit ${BATCH} for update skip locked
       ), told as (update follow f set told_until = ?::timestamptz from due where f.id = due.id)
       select d.id, d.region_code, c.name as category,
         (select o.name from organisation o where o.kind in ('PROVINCE', 'REGENCY', 'CITY') and o.status = 'ACTIVE'
            and o.region_code in (d.region_code, left(d.region_code, 5), left(d.region_code, 2)) order by length(o.region_code) desc, o.id limit 1) as area,
         (select count(*)::int from (
            select 1 from report r where r.is_published and r.published_at > d.told_until and r.published_at <= ?::timestamptz
              and (r.region_code = d.region_code or r.region_code like d.region_code || '.%')
              and (d.category_id is null or r.category_id in (
                with recursive below as (select id from category where id = d.category_id
                  union all select k.id from category k join below on k.parent_id = below.id) select id from below))
            limit ${MOST_COUNTED}) n) as count
       from due d left join category c on c.id = d.category_id`,
      [new Date(now.getTime() - DAY).toISOString(), now.toISOString(), now.toISOString()],
    );
    await appendEvents(
      em,
      SUBSCRIBERS,
      due
        .filter(({ count: published }) => published > 0)
        .map(({ id, region_code, count: published, area, category }) =>
          notification(
            deps,
            id,
            'followed-area-news',
            {
              count: published < MOST_COUNTED ? String(published) : `${MOST_COUNTED}+`,
              regionCode: region_code,
              areaName: area?.replace(/^Pemerintah (Provinsi )?/, '') ?? null,
              categoryName: category,
            },
            now,
          ),
        ),
    );
    return due.length;
  });
  if (count > 0) deps.eventsCommitted();
  return count;
}
