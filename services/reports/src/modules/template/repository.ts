import type { Database } from '@lapor/database';
import type { AnswerKind } from '../report/index.ts';

/** A template as the named reads select it, with the path of its owner. */
export interface TemplateRow {
  id: string;
  organisation_id: string;
  is_national: boolean;
  kind: AnswerKind;
  category_id: string | null;
  title: string;
  text: string;
  saved_at: Date;
  retired_at: Date | null;
}

export const TEMPLATE_COLUMNS =
  't.id, t.organisation_id, t.is_national, t.kind, t.category_id, t.title, t.text, t.saved_at, t.retired_at';

const MOST_TEMPLATES = 200;

/** Templates that organisations on a path own, and those of the nation, by title; those of a category and all above it when one is named. */
export const listTemplates = (
  database: Database,
  { path, kind, categoryId }: { path: readonly string[]; kind: AnswerKind | null; categoryId: string | null },
) =>
  database.query<TemplateRow>(
    'answer-templates',
    `with recursive above as (
       select id, parent_id from category where id = $3
       union all select c.id, c.parent_id from category c join above on c.id = above.parent_id
     )
     select ${TEMPLATE_COLUMNS} from answer_template t
     where (t.is_national or t.organisation_id = any($1::text[])) and t.retired_at is null and ($2::text is null or t.kind = $2)
       and ($3::text is null or t.category_id is null or t.category_id in (select id from above))
     order by t.title, t.id limit ${MOST_TEMPLATES}`,
    [path, kind, categoryId],
  );

/** One template that is in use. */
export const findTemplate = async (database: Database, id: string): Promise<TemplateRow | null> =>
  (
    await database.query<TemplateRow>(
      'answer-template',
      `select ${TEMPLATE_COLUMNS} from answer_template t where t.id = $1 and t.retired_at is null`,
      [id],
    )
  )[0] ?? null;

/** Whether one, in use or not, stands ready for every agency. */
export const isNationalTemplate = async (database: Database, id: string): Promise<boolean> =>
  (
    await database.query(
      'national-template',
      'select 1 as found from answer_template where id = $1 and is_national',
      [id],
    )
  ).length > 0;

/** What a template says of the organisations that answer. */
export const findNames = async (database: Database, ids: readonly string[]) =>
  new Map(
    (
      await database.query<{ id: string; name: string; time_zone: string; path: string[] }>(
        'template-organisations',
        'select id, name, time_zone, path from organisation where id = any($1::text[])',
        [ids],
      )
    ).map((row) => [row.id, row]),
  );
