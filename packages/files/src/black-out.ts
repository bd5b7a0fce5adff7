import sharp from 'sharp';

/** A rectangle in shares of a photo's width and height, from its upper left corner. */
export interface PhotoArea {
  x: number;
  y: number;
  width: number;
  height: number;
}

const THUMBNAIL_EDGE = 400;

/** Paints areas of a photo black and encodes it anew, with its small version: nothing of what lay beneath is left in either. */
export async function blackOut(
  photo: Buffer,
  areas: readonly PhotoArea[],
): Promise<{ content: Buffer; thumbnail: Buffer }> {
  const { width, height } = await sharp(photo).metadata();
  const boxes = areas.map((area) => {
    const left = Math.floor(area.x * width);
    const top = Math.floor(area.y * height);
    const right = Math.min(width, Math.ceil((area.x + area.width) * width));
    const bottom = Math.min(height, Math.ceil((area.y + area.height) * height));
    return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
  });
  const content = await sharp(photo)
    .composite(
      boxes.map(({ left, top, ...size }) => ({
        input: { create: { ...size, channels: 3 as const, background: '#000000' } },
        left: Math.min(left, width - 1),
        top: Math.min(top, height - 1),
      })),
    )
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer();
  const thumbnail = await sharp(content)
    .resize({ width: THUMBNAIL_EDGE, height: THUMBNAIL_EDGE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 70 })
    .toBuffer();
  return { content, thumbnail };
}
