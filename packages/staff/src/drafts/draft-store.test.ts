import { describe, expect, it } from 'vitest';
import { createDraftStore } from './draft-store.ts';

function memory(): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
    clear: () => held.clear(),
    key: (index: number) => [...held.keys()][index] ?? null,
    get length() {
      return held.size;
    },
  };
}

const at = (iso: string) => () => new Date(iso);

describe('drafts', () => {
  it('come back after the page was closed', () => {
    const storage = memory();
    createDraftStore(storage, 'officer-1', at('2026-11-20T02:40:00.000Z')).save('answer:r1', {
      text: 'Sedang',
    });
    expect(createDraftStore(storage, 'officer-1', at('2026-11-21T00:00:00.000Z')).read('answer:r1')).toEqual({
      value: { text: 'Sedang' },
      savedAt: '2026-11-20T02:40:00.000Z',
    });
  });

  it('are not shown to another officer at the same machine', () => {
    const storage = memory();
    createDraftStore(storage, 'officer-1', at('2026-11-20T02:40:00.000Z')).save('answer:r1', 'secret');
    expect(
      createDraftStore(storage, 'officer-2', at('2026-11-20T02:41:00.000Z')).read('answer:r1'),
    ).toBeNull();
  });

  it('are gone once discarded', () => {
    const store = createDraftStore(memory(), 'officer-1', at('2026-11-20T02:40:00.000Z'));
    store.save('answer:r1', 'x');
    store.discard('answer:r1');
    expect(store.read('answer:r1')).toBeNull();
  });

  it('are swept after a month, whoever wrote them; nothing else is touched', () => {
    const storage = memory();
    storage.setItem('theme', 'dark');
    createDraftStore(storage, 'officer-1', at('2026-10-01T00:00:00.000Z')).save('old', 'x');
    createDraftStore(storage, 'officer-2', at('2026-11-19T00:00:00.000Z')).save('new', 'y');
    createDraftStore(storage, 'officer-2', at('2026-11-20T00:00:00.000Z')).sweep();
    expect([storage.getItem('theme'), storage.length]).toEqual(['dark', 2]);
  });

  it('say so when the device has no room', () => {
    const storage = memory();
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(createDraftStore(storage, 'officer-1', at('2026-11-20T00:00:00.000Z')).save('a', 'x')).toBeNull();
  });

  it('ignore what something else wrote under their name', () => {
    const storage = memory();
    storage.setItem('draft:officer-1:a', '{"odd":1}');
    expect(createDraftStore(storage, 'officer-1', at('2026-11-20T00:00:00.000Z')).read('a')).toBeNull();
  });
});
