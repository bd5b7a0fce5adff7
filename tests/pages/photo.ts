import sharp from 'sharp';

/** A picture to choose as a file: a plain surface with grain, as a camera gives one, and no two alike. */
export const aPhoto = async (name: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
  name,
  mimeType: 'image/png',
  buffer: await sharp({
    create: {
      width: 390,
      height: 520,
      channels: 3,
      background: '#8a8f86',
      noise: { type: 'gaussian', mean: 128, sigma: 24 },
    },
  })
    .png()
    .toBuffer(),
});
