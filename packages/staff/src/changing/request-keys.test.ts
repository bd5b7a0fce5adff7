import { describe, expect, it } from 'vitest';
import { createRequestKeys } from './request-keys.ts';

const keys = () => {
  let count = 0;
  return createRequestKeys(() => `key-${(count += 1)}`);
};

describe('the key of a request', () => {
  it('stays while the same is sent again', () => {
    const { keyFor } = keys();
    expect([keyFor({ name: 'a' }), keyFor({ name: 'a' })]).toEqual(['key-1', 'key-1']);
  });

  it('is new for other content, and for the same once it was done', () => {
    const { keyFor, forget } = keys();
    expect([keyFor({ name: 'a' }), keyFor({ name: 'b' })]).toEqual(['key-1', 'key-2']);
    forget();
    expect(keyFor({ name: 'b' })).toBe('key-3');
  });
});
