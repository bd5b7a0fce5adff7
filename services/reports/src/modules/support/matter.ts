import type { EntityManager } from '@mikro-orm/postgresql';
import { keyedHash } from '@lapor/sealing';
import type { Viewer } from '@lapor/viewer';
import type { ReportsDependencies } from '../report/index.ts';

/** Who supports, as a keyed hash: an account, or the network source of the day. `null`: nobody to count. */
export function supporterHash(
  deps: Pick<ReportsDependencies, 'lookupSecret'>,
  viewer: Viewer,
  id: string,
): Buffer | null {
  const supporter = viewer.apiKey
    ? null
    : viewer.accountId
      ? `account:${viewer.accountId}`
      : viewer.source
        ? `source:${viewer.source}`
        : null;
  return supporter === null ? null : keyedHash(deps.lookupSecret, `support:${id}`, supporter);
}

/** A report with its master and all that follow it, and who the supporter is to each of them. */
export interface Matter {
  masterId: string;
  /** Arrays of PostgreSQL, for `unnest`. */
  ids: string;
  hashes: string;
}

/**
 * Holds a report and its master until the transaction ends, so that whatever somebody says of the matter at the same time comes one after
 * the other; then reads what belongs to it.
 */
export async function holdMatter(
  em: EntityManager,
  deps: Pick<ReportsDependencies, 'lookupSecret'>,
  viewer: Viewer,
  report: { id: string; master_id: string | null },
): Promise<Matter> {
  let masterId = report.master_id ?? report.id;
  for (let held: string | null = null; held !== masterId;) {
    held = masterId;
    // In the order in which every change of several reports holds them.
    const rows = await em.execute<{ id: string; master_id: string | null }[]>(
      'select id, master_id from report where id in (?, ?) order by id for no key update',
      [report.id, masterId],
    );
    masterId = rows.find(({ id }) => id === report.id)?.master_id ?? report.id;
  }
  const all = await em.execute<{ id: string }[]>('select id from report where id = ? or master_id = ?', [
    masterId,
    masterId,
  ]);
  const ids = all.map(({ id }) => id);
  const hashes = ids.map((id) => supporterHash(deps, viewer, id)!.toString('hex'));
  return { masterId, ids: `{${ids.join(',')}}`, hashes: `{${hashes.join(',')}}` };
}
