const longestSide = 1920;
const quality = 0.82;

/**
 * The photograph redrawn: smaller, and without the place and device a camera writes into it. A picture this browser
 * cannot read (HEIC on most phones), and anything that is not a picture, is answered as it is; the server cleans it.
 */
export async function shrinkPhoto(file: File): Promise<{ blob: Blob; fileName: string }> {
  const original = { blob: file, fileName: file.name };
  if (!file.type.startsWith('image/')) return original;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return original;
  }
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (!blob) return original;
  return { blob, fileName: file.name.replace(/\.[^.]+$/, '') + '.jpg' };
}
