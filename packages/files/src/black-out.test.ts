import sharp from 'sharp';
import { expect, it } from 'vitest';
import { blackOut } from './index.ts';

const white = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer();

/** Brightness of a point, 0 to 255, given in shares. */
async function brightness(photo: Buffer, x: number, y: number): Promise<number> {
  const { data, info } = await sharp(photo).greyscale().raw().toBuffer({ resolveWithObject: true });
  const column = Math.min(info.width - 1, Math.floor(x * info.width));
  const row = Math.min(info.height - 1, Math.floor(y * info.height));
  return data[(row * info.width + column) * info.channels]!;
}

it('paints the areas black in the photo and in its small version, and leaves the rest', async () => {
  const areas = [
    { x: 0, y: 0, width: 0.25, height: 0.25 },
    { x: 0.75, y: 0.5, width: 0.25, height: 0.5 },
  ];
  const { content, thumbnail } = await blackOut(await white(1_000, 600), areas);
  for (const photo of [content, thumbnail]) {
    for (const [x, y] of [
      [0.02, 0.02],
      [0.22, 0.22],
      [0.78, 0.55],
      [0.99, 0.98],
    ] as const)
      expect(await brightness(photo, x, y)).toBeLessThan(30);
    for (const [x, y] of [
      [0.3, 0.3],
      [0.5, 0.9],
      [0.9, 0.4],
    ] as const)
      expect(await brightness(photo, x, y)).toBeGreaterThan(225);
  }
  const { width, height } = await sharp(thumbnail).metadata();
  expect([width, height]).toEqual([400, 240]);
});

it('takes the smallest area at the far corner', async () => {
  const { content } = await blackOut(await white(40, 40), [
    { x: 1, y: 1, width: 0.000_001, height: 0.000_001 },
  ]);
  expect((await sharp(content).metadata()).width).toBe(40);
});
