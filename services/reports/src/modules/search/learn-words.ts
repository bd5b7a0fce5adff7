import type { ReportsDependencies } from '../report/index.ts';

const BATCH = 2_000;
const REBUILD_AFTER = 86_400_000;
const BEGINNING = ['-infinity', '00000000-0000-0000-0000-000000000000'];

// Letters only: no number that somebody wrote stands here.
const WORDS = `select w.word, count(*)::int as reports from chosen c, lateral unnest(tsvector_to_array(to_tsvector('simple', c.title || ' ' || c.text))) as w (word)
  where w.word ~ '^[a-z]{3,30}$' group by w.word`;

/**
 * Learns the words of newly published reports, a batch at a time: what a mistyped word may have meant, and how much a word tells.
 * Once a day everything is learnt anew, so that no word outlives the reports that had it. Returns how many reports were looked at.
 */
export async function learnWords({
  database,
  clock,
}: Pick<ReportsDependencies, 'database' | 'clock'>): Promise<number> {
  const now = clock.now();
  return database.transaction(async (em) => {
    await em.execute(
      `insert into search_progress (name, published_at, report_id, reports, rebuilt_at)
       values ('words', ?, ?, 0, ?) on conflict do nothing`,
      [...BEGINNING, now.toISOString()],
    );
    const [progress] = await em.execute<{ is_old: boolean; published_at: string; report_id: string }[]>(
      `select rebuilt_at <= ?::timestamptz as is_old, published_at::text, report_id from search_progress where name = 'words' for update`,
      [new Date(now.getTime() - REBUILD_AFTER).toISOString()],
    );
    const isRebuilt = progress!.is_old;
    if (isRebuilt) {
      await em.execute(`delete from search_word`);
      await em.execute(
        `update search_progress set published_at = ?, report_id = ?, reports = 0, rebuilt_at = ? where name = 'words'`,
        [...BEGINNING, now.toISOString()],
      );
    }
    const [learnt] = await em.execute<{ count: number }[]>(
      `with chosen as materialized (
         select r.published_at, r.id, r.title, r.text from report r
         where r.is_published and (r.published_at, r.id) > (?::timestamptz, ?::uuid)
         order by r.published_at, r.id ${isRebuilt ? '' : `limit ${BATCH}`}
       ), written as (
         insert into search_word (word, reports) ${WORDS} order by w.word
         on conflict (word) do update set reports = search_word.reports + excluded.reports
       ), moved as (
         update search_progress p set published_at = c.published_at, report_id = c.id, reports = p.reports + (select count(*) from chosen)
         from (select published_at, id from chosen order by published_at desc, id desc limit 1) c where p.name = 'words'
       )
       select count(*)::int as count from chosen`,
      isRebuilt ? BEGINNING : [progress!.published_at, progress!.report_id],
    );
    return learnt!.count;
  });
}
