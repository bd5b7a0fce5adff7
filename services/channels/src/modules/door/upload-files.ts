import { GraphUnavailable } from '../graph/index.ts';
import { filesOf, noteFile, openFile, type KeptFile } from './files.ts';
import { openHeld, type ReporterDeps } from './open-held.ts';
import type { Sender } from './repository.ts';
import type { HeldReport, RefusedFile, Uploaded } from './state.ts';

type Owner = { submissionKey: string } | { grant: string };

/** Uploads the files of a message like anybody's, each once however often it is tried, and at most so many of them. */
export async function uploadFiles(
  deps: ReporterDeps,
  sender: Sender,
  inboundId: string,
  owner: { submissionKey: string } | { report: HeldReport },
  most: number,
): Promise<Uploaded> {
  const kept = await filesOf(deps.database, inboundId);
  const uploaded: Uploaded = { ids: [], refused: [] };
  if (kept.length === 0) return uploaded;
  const by = await ownerOf(deps, sender, owner);
  for (const row of kept) {
    const isTooMany = uploaded.ids.length >= most;
    const { name, end } = await uploadOne(deps, sender, row, by, isTooMany);
    if ('attachmentId' in end) uploaded.ids.push(end.attachmentId);
    else uploaded.refused.push({ name, reason: end.refused });
  }
  return { ...uploaded, refused: toldApart(uploaded.refused) };
}

async function ownerOf(
  deps: ReporterDeps,
  sender: Sender,
  owner: { submissionKey: string } | { report: HeldReport },
): Promise<Owner> {
  if ('submissionKey' in owner) return owner;
  const opened = await openHeld(deps, sender, owner.report);
  if (!opened) throw new GraphUnavailable('The report was not opened for its files');
  return { grant: opened.grant };
}

async function uploadOne(
  { database, sealer, graph }: ReporterDeps,
  { door, digest }: Sender,
  row: KeptFile,
  by: Owner,
  isTooMany: boolean,
): Promise<{ name: string; end: { attachmentId: string } | { refused: string } }> {
  const { name, content } = openFile(sealer, row);
  if (row.attachmentId !== null) return { name, end: { attachmentId: row.attachmentId } };
  if (row.refused !== null) return { name, end: { refused: row.refused } };
  // It lies with its provider still: whoever reads the message went on without it.
  if (content === null) return { name, end: { refused: 'NOT_HAD' } };
  const asker = { channel: door, sender: digest.toString('hex') };
  const end = isTooMany ? { refused: 'TOO_MANY' } : await graph.upload({ name, content }, by, asker);
  await noteFile(database, row.id, end);
  return { name, end };
}

/** Files that are surely not taken, by name. */
export const refusedIn = (sealer: ReporterDeps['sealer'], files: readonly KeptFile[]): RefusedFile[] =>
  toldApart(
    files.flatMap((file) =>
      file.refused === null ? [] : [{ name: openFile(sealer, file).name, reason: file.refused }],
    ),
  );

/** Photos of one message are named alike: "foto.jpg", "foto.jpg (2)". */
function toldApart<File extends { name: string }>(files: readonly File[]): File[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const count = (seen.get(file.name) ?? 0) + 1;
    seen.set(file.name, count);
    return count === 1 ? file : { ...file, name: `${file.name} (${count})` };
  });
}
