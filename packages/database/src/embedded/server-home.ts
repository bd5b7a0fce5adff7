import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, parse, resolve } from 'node:path';
import { serverUser } from './server-user.ts';

/** Where a server's data and, under root, its programs are. */
export interface ServerHome {
  data: string;
  programs: string;
  /** Folders that hold nothing else: what a reset removes. */
  own: readonly string[];
}

/**
 * Under root the server runs as another user, who cannot enter a folder below a private home (`/root`, mode 700).
 * Then its data lie under `/var/lib`, in a folder named after the wanted one, so that a second start finds them again.
 */
export function serverHome(dataDirectory: string): ServerHome {
  const wanted = resolve(dataDirectory);
  const user = serverUser();
  if (!user || isReachable(dirname(wanted), user.uid)) {
    const programs = join(dirname(wanted), 'postgres-programs');
    return { data: wanted, programs, own: [wanted, programs] };
  }
  const home = join('/var/lib', `lapor-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`);
  return { data: join(home, 'data'), programs: join(home, 'programs'), own: [home] };
}

/** Whether a user may pass through a folder and all above it; those that do not exist yet will be made passable. */
function isReachable(folder: string, uid: number): boolean {
  for (let current = folder; current !== parse(current).root; current = dirname(current)) {
    if (!existsSync(current)) continue;
    const { mode, uid: owner } = statSync(current);
    const isPassable = owner === uid ? mode & 0o100 : mode & 0o001;
    if (!isPassable) return false;
  }
  return true;
}
