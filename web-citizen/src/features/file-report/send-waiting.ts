import type { Client } from 'urql';
import { tellNews } from './background-send.ts';
import { deliver, type UploadState } from './deliver.ts';
import { isOnServer, type Draft } from './draft.ts';
import { draftTable, removeDraft } from './draft-store.ts';
import { readPhoto } from './photo-store.ts';
import { inTurn } from './send-lock.ts';
import { isRefusal, uploadFile } from './upload-file.ts';

type Graph = Pick<Client, 'mutation'>;

/**
 * Sends every draft of this device that waits to be sent, except the one that is open in a page, which sends it itself.
 * Answers whether one still waits.
 */
export async function sendWaiting(client: Graph, openKey: string | null = null): Promise<boolean> {
  let waits = false;
  for (const { submissionKey, queuedAt } of await draftTable.readAll()) {
    if (!queuedAt || submissionKey === openKey) continue;
    if (!(await inTurn(submissionKey, () => sendOne(client, submissionKey)))) waits = true;
  }
  return waits;
}

/** Answers whether it is settled. */
async function sendOne(client: Graph, submissionKey: string): Promise<boolean> {
  // Whoever had the lock before may have sent it, or the reporter may have taken it back.
  const found = await draftTable.read(submissionKey);
  if (!found?.queuedAt) return true;
  let draft: Draft = found;
  const note = async (patch: Partial<Draft>) => {
    draft = { ...draft, ...patch, changedAt: new Date().toISOString() };
    await draftTable.keep(submissionKey, draft);
  };
  const current = () => draft;
  const outcome = await deliver({
    client,
    current,
    note,
    uploadAll: () => uploadPhotos(current, note),
  });
  switch (outcome.kind) {
    case 'sent':
      await removeDraft(draft);
      tellNews(outcome.report);
      return true;
    case 'refused':
    case 'conflict':
      await note({ queuedAt: null, wasReturned: true });
      tellNews(null);
      return true;
    case 'unreachable':
      return false;
  }
}

/** One after the other, so that each address to go on at is noted. */
async function uploadPhotos(
  current: () => Draft,
  note: (patch: Partial<Draft>) => Promise<void>,
): Promise<UploadState> {
  for (const photo of current().photos) {
    if (isOnServer(photo, new Date())) continue;
    const { key, fileName, fileId, uploadUrl } = photo;
    const blob = await readPhoto(key);
    if (!blob) return 'refused';
    const keep = (patch: Partial<Draft['photos'][number]>) =>
      note({
        photos: current().photos.map((each) => (each.key === key ? { ...each, ...patch } : each)),
      });
    const result = await uploadFile({
      blob,
      fileName,
      owner: { 'submission-key': current().submissionKey },
      url: fileId ? undefined : uploadUrl,
      onUrl: (url) => void keep({ uploadUrl: url }),
    });
    if (!result.ok) return isRefusal(result.code) ? 'refused' : 'waiting';
    await keep({ fileId: result.id, uploadedAt: new Date().toISOString() });
  }
  return 'done';
}
