import { expect, test } from 'vitest';
import { isOnServer, type DraftPhoto } from './draft.ts';

const now = new Date('2026-11-22T08:00:00Z');
const photo = (fields: Partial<DraftPhoto>): DraftPhoto => ({
  key: 'p',
  fileName: 'a.jpg',
  sizeBytes: 1,
  isImage: true,
  fileId: 'f',
  ...fields,
});

test('an uploaded photo is sent again before the server has thrown it away', () => {
  expect(isOnServer(photo({ uploadedAt: '2026-11-21T08:00:00Z' }), now)).toBe(true);
  expect(isOnServer(photo({ uploadedAt: '2026-11-20T12:00:00Z' }), now)).toBe(false);
});

test('one that was never uploaded, or nobody knows when, is sent', () => {
  expect(isOnServer(photo({ fileId: null, uploadedAt: '2026-11-22T07:59:00Z' }), now)).toBe(false);
  expect(isOnServer(photo({}), now)).toBe(false);
});
