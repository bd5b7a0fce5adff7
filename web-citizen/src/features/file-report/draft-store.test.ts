import { beforeEach, expect, test, vi } from 'vitest';
import { aDraft } from './a-draft.testing.ts';
import { loadDraft, removeDraft, saveDraft } from './draft-store.ts';

let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
});

test('what was typed comes back whole, with its key', () => {
  const draft = aDraft({ placeText: 'Depan pasar', phone: '0812 0000 0012' });
  expect(saveDraft(draft)).toBe(true);
  expect(loadDraft()).toEqual(draft);
});

test('an untouched form leaves no draft behind', () => {
  saveDraft(aDraft());
  saveDraft(aDraft({ text: '  ' }));
  expect(loadDraft()).toBeNull();
});

test('a draft of an older shape is completed, never thrown away', () => {
  stored.set('draft', JSON.stringify({ submissionKey: 'k', text: 'Lampu padam' }));
  expect(loadDraft()).toMatchObject({
    submissionKey: 'k',
    text: 'Lampu padam',
    photos: [],
    isConfidential: false,
  });
});

test('a damaged draft is none', () => {
  stored.set('draft', '{"submissionKey":');
  expect(loadDraft()).toBeNull();
});

test('a device that refuses to store is noticed', () => {
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  });
  expect(saveDraft(aDraft())).toBe(false);
});

test('a sent draft is gone', () => {
  saveDraft(aDraft());
  removeDraft();
  expect(stored.size).toBe(0);
});
