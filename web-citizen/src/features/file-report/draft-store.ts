import { readStored, writeStored } from '../../app/stored.ts';
import { deviceTable, type DeviceTable } from './device-tables.ts';
import { emptyDraft, hasContent, type Draft } from './draft.ts';
import { dropPhoto } from './photo-store.ts';
import { unseenTable } from './sent-report.ts';

/** All drafts of this device. The service worker reads them too. */
export const draftTable: DeviceTable<Draft> = deviceTable('lapor-drafts', 'drafts');

// Beside the table a draft is written to the local storage, which keeps it at once: a phone that dies in the middle of
// a word loses nothing. The newer of both counts.
const journal = 'draft.';
/** The one draft there was room for in earlier versions. */
const onlyDraft = 'draft';
/** Which draft is open in this tab; two tabs may write two drafts. */
const openKey = 'open-draft';

let open: Draft | null = null;
/** Whether the open draft has been written to the journal. */
let isJournalled = false;

/** The draft that is open in this tab, or null; as another tab may have written it since. */
export function openDraft(): Draft | null {
  takeOver();
  const key = open?.submissionKey ?? readTab();
  const kept = key ? parse(readStored(journal + key)) : null;
  if (kept && (!open || open.changedAt < kept.changedAt)) {
    open = kept;
    isJournalled = true;
  }
  return open;
}

/** The next report that is written in this tab is a new one. */
export function closeDraft(): void {
  open = null;
  isJournalled = false;
  writeTab(null);
}

/** Opens a kept draft in this tab. */
export async function continueDraft(key: string): Promise<boolean> {
  const draft = (await listDrafts()).find(({ submissionKey }) => submissionKey === key);
  if (!draft) return false;
  open = draft;
  isJournalled = readStored(journal + key) !== null;
  writeTab(key);
  return true;
}

/**
 * Written on every change. Answers whether it was kept at once, and later whether the device keeps it at all. What was
 * never filled in leaves nothing behind.
 */
export function saveDraft(draft: Draft): { atOnce: boolean; kept: Promise<boolean> } {
  const key = draft.submissionKey;
  open = draft;
  if (!hasContent(draft)) {
    const nothing = writeStored(journal + key, null);
    isJournalled = false;
    return { atOnce: nothing, kept: draftTable.drop(key).then(() => nothing) };
  }
  writeTab(key);
  const atOnce = writeStored(journal + key, JSON.stringify(draft));
  isJournalled = atOnce;
  return { atOnce, kept: draftTable.keep(key, draft).then((kept) => kept || atOnce) };
}

/**
 * Calls back with what another tab has written into the draft that is open here, so that neither tab works on old words; a tab that was
 * out of sight looks when it is seen again. `null`: it was sent or removed there, and what stands here must not bring it back.
 * Answers how to stop.
 */
export function watchOpenDraft(hear: (draft: Draft | null) => void): () => void {
  const take = (stored: string | null) => {
    if (stored === null) {
      closeDraft();
      return hear(null);
    }
    const draft = parse(stored);
    if (!draft || !open || draft.submissionKey !== open.submissionKey) return;
    if (draft.changedAt <= open.changedAt) return;
    open = draft;
    hear(draft);
  };
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (open && key === journal + open.submissionKey) take(newValue);
  };
  const onVisible = () => {
    if (!open || document.visibilityState !== 'visible') return;
    const stored = readStored(journal + open.submissionKey);
    // A storage without room has none of it either.
    if (stored !== null || isJournalled) take(stored);
  };
  window.addEventListener('storage', onStorage);
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    window.removeEventListener('storage', onStorage);
    document.removeEventListener('visibilitychange', onVisible);
  };
}

/** All drafts on this device, the last changed first. */
export async function listDrafts(): Promise<Draft[]> {
  takeOver();
  // Sent in the background, which cannot reach the journal.
  for (const { submissionKey } of await unseenTable.readAll()) forget(submissionKey);
  const newest = new Map<string, Draft>();
  const journalled = journalKeys().map((key) => parse(readStored(key)));
  for (const draft of [...(await draftTable.readAll()).map(completed), ...journalled]) {
    if (!draft || !hasContent(draft)) continue;
    const known = newest.get(draft.submissionKey);
    if (!known || known.changedAt < draft.changedAt) newest.set(draft.submissionKey, draft);
  }
  return [...newest.values()].sort((a, b) => b.changedAt.localeCompare(a.changedAt));
}

/** Whether there may be drafts, without a wait. */
export const mayHaveDrafts = (): boolean => readStored(onlyDraft) !== null || journalKeys().length > 0;

/** The draft and its photos. */
export async function removeDraft({ submissionKey, photos }: Draft): Promise<void> {
  forget(submissionKey);
  await Promise.all([draftTable.drop(submissionKey), ...photos.map(({ key }) => dropPhoto(key))]);
}

function forget(submissionKey: string): void {
  if (open?.submissionKey === submissionKey || readTab() === submissionKey) closeDraft();
  writeStored(journal + submissionKey, null);
}

/** A draft of an older shape is completed with empty fields, never thrown away. */
const completed = (kept: Partial<Draft>): Draft | null =>
  typeof kept.submissionKey === 'string' ? { ...emptyDraft(kept.submissionKey, new Date(0)), ...kept } : null;

function parse(stored: string | null): Draft | null {
  try {
    return stored ? completed(JSON.parse(stored) as Partial<Draft>) : null;
  } catch {
    return null;
  }
}

/** The draft of an earlier version goes on as one of several, open in this tab as it was. */
function takeOver(): void {
  const kept = parse(readStored(onlyDraft));
  if (!kept) return;
  if (saveDraft(kept).atOnce) writeStored(onlyDraft, null);
}

function journalKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(journal));
  } catch {
    return [];
  }
}

function readTab(): string | null {
  try {
    return sessionStorage.getItem(openKey);
  } catch {
    return null;
  }
}

function writeTab(key: string | null): void {
  try {
    if (key === null) sessionStorage.removeItem(openKey);
    else sessionStorage.setItem(openKey, key);
  } catch {
    // Known until the page is left.
  }
}
