import { expect, it } from 'vitest';
import { photosOf } from './photos-of.ts';

const file = (id: string, more: object = {}) => ({
  id,
  url: `/files/${id}`,
  mediaType: 'image/jpeg',
  thumbnailUrl: `/files/${id}/thumbnail` as string | null,
  isSealedAway: false,
  ...more,
});

it('pictures of the report and of what was said about it can be blacked out, each once', () => {
  const photos = photosOf(
    [file('a'), file('paper', { mediaType: 'application/pdf' }), file('bad', { isSealedAway: true })],
    [{ attachments: [file('a'), file('b')] }, { attachments: [file('raw', { thumbnailUrl: null })] }],
  );
  expect(photos.map(({ id }) => id)).toEqual(['a', 'b']);
});
