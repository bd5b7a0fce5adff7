import { readFileSync } from 'node:fs';
import type { ReportState } from '@lapor/wording';
import type { MadeFile } from './made-file.ts';

/**
 * Pictures for link previews: one for the service and one for each state a published report can be in. Drawn once, so that no word of
 * a report, no place and no photo can be in them (ADR 0049).
 */
const NAMES = {
  layanan: 'layanan',
  SUBMITTED: 'diperiksa',
  POSTPONED: 'tertunda',
  DISPOSED: 'diteruskan',
  IN_PROGRESS: 'proses',
  COMPLETED: 'selesai',
  ARCHIVED: 'arsip',
} as const satisfies Record<ReportState | 'layanan', string>;

const FILES: ReadonlySet<string> = new Set(Object.values(NAMES));

export const PREVIEW_SIZE = { width: 1200, height: 630 } as const;

/** Address of the picture of a state, or of the service. */
export const previewPath = (state: ReportState | null): string =>
  `/pratinjau/${NAMES[state ?? 'layanan']}.png`;

const read = new Map<string, Buffer>();

/** The picture behind such an address. */
export function findPreview(path: string): MadeFile | null {
  const name = /^\/pratinjau\/([a-z]+)\.png$/.exec(path)?.[1];
  if (name === undefined || !FILES.has(name)) return null;
  let body = read.get(name);
  if (!body) read.set(name, (body = readFileSync(new URL(`./previews/${name}.png`, import.meta.url))));
  return { contentType: 'image/png', body };
}
