import { describe, expect, it } from 'vitest';
import { createGrantStore } from './grants.ts';

function memory(): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
    clear: () => held.clear(),
    key: () => null,
    get length() {
      return held.size;
    },
  };
}

const noon = Date.parse('2026-11-20T05:00:00.000Z');
const later = '2026-11-20T06:00:00.000Z';

describe('grants', () => {
  it('send nothing before a report was opened', () => {
    expect(createGrantStore(memory, () => noon).headers()).toEqual({});
  });

  it('send the keys of all opened reports in one header', () => {
    const storage = memory();
    const store = createGrantStore(
      () => storage,
      () => noon,
    );
    store.rememberGrant('one', 'key-1', later);
    store.rememberGrant('two', 'key-2', later);
    expect(store.headers()).toEqual({ 'report-grant': 'key-1, key-2' });
  });

  it('replace the key of a report opened again', () => {
    const storage = memory();
    const store = createGrantStore(
      () => storage,
      () => noon,
    );
    store.rememberGrant('one', 'old', later);
    store.rememberGrant('one', 'new', later);
    expect(store.headers()).toEqual({ 'report-grant': 'new' });
  });

  it('leave out a key that has expired', () => {
    const storage = memory();
    let now = noon;
    const store = createGrantStore(
      () => storage,
      () => now,
    );
    store.rememberGrant('one', 'key-1', later);
    now = Date.parse(later);
    expect(store.headers()).toEqual({});
  });

  it('keep the ten opened last', () => {
    const storage = memory();
    const store = createGrantStore(
      () => storage,
      () => noon,
    );
    for (let n = 1; n <= 12; n += 1) store.rememberGrant(`report-${n}`, `key-${n}`, later);
    const sent = store.headers()['report-grant']?.split(', ');
    expect(sent).toHaveLength(10);
    expect(sent?.[0]).toBe('key-3');
    expect(sent?.at(-1)).toBe('key-12');
  });

  it('survive a reload of the page', () => {
    const storage = memory();
    createGrantStore(
      () => storage,
      () => noon,
    ).rememberGrant('one', 'key-1', later);
    expect(
      createGrantStore(
        () => storage,
        () => noon,
      ).headers(),
    ).toEqual({ 'report-grant': 'key-1' });
  });

  it('are gone once forgotten', () => {
    const storage = memory();
    const store = createGrantStore(
      () => storage,
      () => noon,
    );
    store.rememberGrant('one', 'key-1', later);
    store.forgetGrants();
    expect(store.headers()).toEqual({});
    expect(storage.length).toBe(0);
  });

  it('work for the page where storage is closed, and with damaged storage', () => {
    const closed = createGrantStore(
      () => undefined,
      () => noon,
    );
    closed.rememberGrant('one', 'key-1', later);
    expect(closed.headers()).toEqual({ 'report-grant': 'key-1' });

    const damaged = memory();
    damaged.setItem('report-grants', '{"one":');
    expect(
      createGrantStore(
        () => damaged,
        () => noon,
      ).headers(),
    ).toEqual({});
  });
});
