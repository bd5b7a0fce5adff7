import type { Sealer } from '@lapor/sealing';
import { contentShape, type Content } from '../door/index.ts';

/** What somebody wrote, and where an answer goes. `null`: erased, altered, or sealed with another key. */
export function openInbound(sealer: Sealer, id: string, sealed: Buffer | null): Content | null {
  if (sealed === null) return null;
  try {
    return contentShape.parse(JSON.parse(sealer.open(sealed, id).toString()));
  } catch {
    return null;
  }
}
