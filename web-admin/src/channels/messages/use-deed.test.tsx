// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useDeed } from './use-deed.ts';

it('tries the same content with the same key, and another content as another request', async () => {
  const keys: string[] = [];
  const lost = (key: string) => {
    keys.push(key);
    return Promise.resolve({ ok: false as const, code: 'OFFLINE' });
  };
  const { result } = renderHook(() => useDeed(() => {}));
  for (const words of ['lama', 'lama', 'baru']) await act(() => result.current.send(lost, { words }));
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});
