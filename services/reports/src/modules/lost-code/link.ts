import type { ReportsDependencies } from '../report/index.ts';
import { readSignedId, signedId } from '../link/index.ts';

const PURPOSE = 'lost-code';

/** An hour: long enough to find the mail, too short to lie about in it. */
export const LINK_MINUTES = 60;

/** The secret part of the link of one request. Nothing of it is stored. */
export const lostCodeToken = ({ lookupSecret }: Pick<ReportsDependencies, 'lookupSecret'>, id: string) =>
  signedId(lookupSecret, PURPOSE, id);

export const readLostCodeToken = (
  { lookupSecret }: Pick<ReportsDependencies, 'lookupSecret'>,
  token: string,
): string | null => readSignedId(lookupSecret, PURPOSE, token.slice(0, 100));

/** Where the newest link of a report leads; asked by `channels` at the moment of sending. `null`: it is over meanwhile. */
export async function pathOfLostCode(deps: ReportsDependencies, reportId: string): Promise<string | null> {
  const [row] = await deps.database.query<{ id: string }>(
    'lost-code-newest',
    `select id from lost_code where report_id = $1 and used_at is null and expires_at > $2 order by asked_at desc limit 1`,
    [reportId, deps.clock.now()],
  );
  // Behind the `#`: no server, proxy or log sees it.
  return row ? `/lacak#kode-${lostCodeToken(deps, row.id)}` : null;
}
