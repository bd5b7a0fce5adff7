import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { aDraft } from './a-draft.testing.ts';
import type { Draft } from './draft.ts';

/** The web storage of a tab or of the device. */
function aStorage(): Storage {
  const held: Record<string, string> = {};
  const hidden = (value: unknown) => ({ value, enumerable: false });
  return Object.defineProperties(held, {
    getItem: hidden((key: string) => held[key] ?? null),
    setItem: hidden((key: string, value: string) => void (held[key] = value)),
    removeItem: hidden((key: string) => void delete held[key]),
  }) as unknown as Storage;
}

/** The store as a newly opened tab has it. */
async function aTab() {
  vi.resetModules();
  vi.stubGlobal('sessionStorage', aStorage());
  return import('./draft-store.ts');
}
const reload = async () => {
  vi.resetModules();
  return import('./draft-store.ts');
};

beforeEach(() => {
  vi.stubGlobal('localStorage', aStorage());
  vi.stubGlobal('indexedDB', new IDBFactory());
});

const key = (digit: number) => `${digit}`.repeat(8) + '-1111-4111-8111-111111111111';
const numbered = (digit: number, fields: Partial<Draft> = {}) =>
  aDraft({ submissionKey: key(digit), changedAt: `2026-11-20T0${digit}:00:00.000Z`, ...fields });
const keysOf = (drafts: readonly Draft[]) => drafts.map(({ submissionKey }) => submissionKey);

test('what was typed comes back whole after a reload, with its key', async () => {
  const draft = aDraft({ placeText: 'Depan pasar', phone: '0812 0000 0012' });
  const store = await aTab();
  expect(store.saveDraft(draft).atOnce).toBe(true);
  expect((await reload()).openDraft()).toEqual(draft);
});

test('a new tab begins a new report and finds the others, the last changed first', async () => {
  const store = await aTab();
  for (const digit of [1, 3, 2]) await store.saveDraft(numbered(digit)).kept;
  const other = await aTab();
  expect(other.openDraft()).toBeNull();
  expect(keysOf(await other.listDrafts())).toEqual([key(3), key(2), key(1)]);
});

test('two tabs write two drafts', async () => {
  const first = await aTab();
  await first.saveDraft(numbered(1)).kept;
  const second = await aTab();
  await second.saveDraft(numbered(2)).kept;
  expect(first.openDraft()?.submissionKey).toBe(key(1));
  expect(second.openDraft()?.submissionKey).toBe(key(2));
  expect(keysOf(await second.listDrafts())).toHaveLength(2);
});

test('a draft from the list goes on in this tab, and a closed one makes room for a new one', async () => {
  await (await aTab()).saveDraft(numbered(1)).kept;
  const store = await aTab();
  expect(await store.continueDraft(key(1))).toBe(true);
  expect(store.openDraft()?.submissionKey).toBe(key(1));
  store.closeDraft();
  expect(store.openDraft()).toBeNull();
  expect(await store.continueDraft(key(9))).toBe(false);
});

test('the one draft of an earlier version goes on, and stands in the list', async () => {
  localStorage.setItem('draft', JSON.stringify({ submissionKey: key(4), text: 'Lampu padam' }));
  const store = await aTab();
  expect(store.mayHaveDrafts()).toBe(true);
  expect(store.openDraft()).toMatchObject({ submissionKey: key(4), text: 'Lampu padam', photos: [] });
  expect(localStorage.getItem('draft')).toBeNull();
  expect(keysOf(await (await aTab()).listDrafts())).toEqual([key(4)]);
});

test('an untouched form leaves no draft behind, nor does an emptied one', async () => {
  const store = await aTab();
  await store.saveDraft(aDraft({ text: 'Lampu' })).kept;
  await store.saveDraft(aDraft({ text: '  ' })).kept;
  expect(await store.listDrafts()).toEqual([]);
  expect(store.mayHaveDrafts()).toBe(false);
});

test('a damaged entry is none', async () => {
  const store = await aTab();
  localStorage.setItem('draft.x', '{"submissionKey":');
  expect(await store.listDrafts()).toEqual([]);
});

test('where only one of both stores takes it, it is kept all the same', async () => {
  const full = {
    ...aStorage(),
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  vi.stubGlobal('localStorage', full);
  const store = await aTab();
  const saved = store.saveDraft(numbered(1));
  expect([saved.atOnce, await saved.kept]).toEqual([false, true]);
  expect(keysOf(await (await aTab()).listDrafts())).toEqual([key(1)]);

  vi.stubGlobal('localStorage', aStorage());
  vi.stubGlobal('indexedDB', undefined);
  expect(await (await aTab()).saveDraft(numbered(2)).kept).toBe(true);
});

test('a device that keeps nothing is noticed', async () => {
  vi.stubGlobal('localStorage', undefined);
  vi.stubGlobal('indexedDB', undefined);
  const saved = (await aTab()).saveDraft(aDraft());
  expect([saved.atOnce, await saved.kept]).toEqual([false, false]);
});

test('the newer of both stores counts', async () => {
  const store = await aTab();
  await store.saveDraft(numbered(1, { text: 'Lama sekali rusaknya' })).kept;
  await store.draftTable.keep(key(1), numbered(1, { text: 'Baru', changedAt: '2026-11-21T00:00:00.000Z' }));
  expect((await store.listDrafts())[0]?.text).toBe('Baru');
});

test('a removed draft is gone with its photos, and one that was sent in the background does not come back', async () => {
  const store = await aTab();
  const { keepPhoto, readPhoto } = await import('./photo-store.ts');
  const photo = { key: 'p', fileName: 'a.jpg', sizeBytes: 1, isImage: true, fileId: null };
  await keepPhoto('p', new Blob(['x']));
  const draft = numbered(1, { photos: [photo] });
  await store.saveDraft(draft).kept;
  await store.removeDraft(draft);
  expect([await store.listDrafts(), await readPhoto('p'), store.openDraft()]).toEqual([[], null, null]);

  await store.saveDraft(numbered(2)).kept;
  const { unseenTable } = await import('./sent-report.ts');
  // As the service worker does it, which cannot reach the local storage.
  await unseenTable.keep(key(2), { submissionKey: key(2) } as never);
  await store.draftTable.drop(key(2));
  expect(await store.listDrafts()).toEqual([]);
  await unseenTable.drop(key(2));
  expect(await (await aTab()).listDrafts()).toEqual([]);
});

/** What a browser tells the other tabs when one of them has written. */
function tellOthers(window: EventTarget, draft: Draft) {
  const event = Object.assign(new Event('storage'), {
    key: `draft.${draft.submissionKey}`,
    newValue: JSON.stringify(draft),
  });
  window.dispatchEvent(event);
}

function aScreen() {
  const [window, document] = [
    new EventTarget(),
    Object.assign(new EventTarget(), { visibilityState: 'visible' }),
  ];
  vi.stubGlobal('window', window);
  vi.stubGlobal('document', document);
  return { window, document };
}

test('words of another tab come into this one, so that neither writes over the other', async () => {
  const { window } = aScreen();
  const store = await aTab();
  store.saveDraft(numbered(1, { text: 'Lampu padam' }));
  const heard: string[] = [];
  const stop = store.watchOpenDraft((draft) => heard.push(draft!.text));
  tellOthers(
    window,
    numbered(1, { text: 'Lampu padam sejak kemarin', changedAt: '2026-11-20T02:00:00.000Z' }),
  );
  expect(store.openDraft()?.text).toBe('Lampu padam sejak kemarin');
  // Older words, and those of another report, change nothing.
  tellOthers(window, numbered(1, { text: 'Lampu', changedAt: '2026-11-20T00:30:00.000Z' }));
  tellOthers(window, numbered(2, { text: 'Sampah' }));
  expect(heard).toEqual(['Lampu padam sejak kemarin']);
  stop();
  tellOthers(window, numbered(1, { text: 'Nanti', changedAt: '2026-11-20T05:00:00.000Z' }));
  expect(heard).toHaveLength(1);
});

test('a tab that slept looks when it is seen again, and does not bring back a draft that was sent elsewhere', async () => {
  const { document } = aScreen();
  const store = await aTab();
  store.saveDraft(numbered(1));
  const heard: (string | null)[] = [];
  store.watchOpenDraft((draft) => heard.push(draft?.text ?? null));
  const later = numbered(1, { text: 'Ditulis di tab lain', changedAt: '2026-11-20T04:00:00.000Z' });
  localStorage.setItem(`draft.${later.submissionKey}`, JSON.stringify(later));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(heard).toEqual(['Ditulis di tab lain']);
  localStorage.removeItem(`draft.${later.submissionKey}`);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(heard).toEqual(['Ditulis di tab lain', null]);
  expect(store.openDraft()).toBeNull();
});

test('a storage that is closed to us loses nothing of the page, and says that it keeps nothing', async () => {
  const closed = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const store = await aTab();
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
    Object.defineProperty(globalThis, name, { configurable: true, get: closed });
  try {
    const { atOnce, kept } = store.saveDraft(numbered(1, { text: 'Jembatan putus' }));
    expect([atOnce, await kept]).toEqual([false, false]);
    expect(store.openDraft()?.text).toBe('Jembatan putus');
    expect(store.mayHaveDrafts()).toBe(false);
    expect(await store.listDrafts()).toEqual([]);
  } finally {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Reflect.deleteProperty(globalThis, name);
  }
});
