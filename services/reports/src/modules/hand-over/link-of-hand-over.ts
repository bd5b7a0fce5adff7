import type { ReportsDependencies } from '../report/index.ts';
import { findOpenHandOver } from './repository.ts';
import { handOverToken } from './token.ts';

/** Where the link leads, on the platform's origin. The token stands behind the `#`: no server, proxy or log sees it. */
export const handOverPath = (token: string): string => `/instansi/serah-terima#${token}`;

/** Asked by `channels` at the moment of sending. `null` when the hand-over has ended meanwhile: then nothing is sent. */
export async function linkOfHandOver(
  deps: ReportsDependencies,
  id: string,
): Promise<{ path: string } | null> {
  const found = await findOpenHandOver(deps.database, id, deps.clock.now());
  return found && { path: handOverPath(handOverToken(deps.handOverSecret, found.id)) };
}
