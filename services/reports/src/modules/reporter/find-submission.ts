import type { IdentityRequirement } from '../category/index.ts';
import { directDeskOf, type PageDesk } from '../organisation/index.ts';
import {
  attemptInsert,
  attemptsOf,
  attemptValues,
  type Attempt,
  type Attempts,
} from '../rate-limit/index.ts';
import type { ReportsDependencies } from '../report/index.ts';

/** What has to be known before a report is stored. */
export interface Known {
  /** The report that was stored under this key before. */
  earlier: { id: string; bodyHash: Buffer } | null;
  /** How often the source has tried; `null` where nothing was counted. */
  attempts: Attempts | null;
  /** What the category asks to know of the reporter; `null`: it may not be chosen now. */
  identityRequirement: IdentityRequirement | null;
  /** Whether a matter of the category may be about those who would verify it. */
  isSensitive: boolean;
  knowsOrganisation: boolean;
  /** Who verifies what is filed on that page, in place of the national desk. */
  directDesk: PageDesk | null;
}

/**
 * Looks up everything in one statement, and counts the attempt unless the key was used before.
 * @param attempt `null`: nothing is counted.
 */
export async function findSubmission(
  { database }: Pick<ReportsDependencies, 'database'>,
  keyHash: Buffer,
  asked: { categoryId: string | null; organisationId: string | null; pageOf: string | null },
  attempt: Attempt | null,
): Promise<Known> {
  const [row] = await database.query<{
    id: string | null;
    body: Buffer | null;
    count: number | null;
    window_start: Date | null;
    requirement: IdentityRequirement | null;
    is_sensitive: boolean | null;
    is_known: boolean;
    direct_desk: PageDesk | null;
  }>(
    'submission',
    `with earlier as materialized (select id, submission_body_hash as body from report where submission_key_hash = $1),
     hit as (${attemptInsert(['$2', '$3', '$4'], 'where $2::bytea is not null and not exists (select from earlier)')})
     select (select id from earlier) as id, (select body from earlier) as body, (select count from hit) as count,
       (select window_start from hit) as window_start,
       (select identity_requirement from category where id = $5 and status <> 'retired') as requirement,
       (select is_sensitive from category where id = $5) as is_sensitive,
       exists (select from organisation where id = $6) as is_known, ${directDeskOf('$7')} as direct_desk`,
    [keyHash, ...attemptValues(attempt), asked.categoryId, asked.organisationId, asked.pageOf],
  );
  const { id, body, count, window_start, requirement, is_known } = row!;
  return {
    earlier: id && body ? { id, bodyHash: body } : null,
    attempts: attempt && count !== null && window_start ? attemptsOf(attempt, { count, window_start }) : null,
    identityRequirement: requirement,
    isSensitive: row!.is_sensitive ?? false,
    knowsOrganisation: is_known,
    directDesk: row!.direct_desk,
  };
}
