/** What of the Shape Detection API is used here; not every browser has it, and the types of none. */
interface Detector {
  detect: (picture: ImageBitmap) => Promise<{ rawValue: string }[]>;
}
type DetectorOf = new (options: { formats: string[] }) => Detector;

const detector = () => (globalThis as { BarcodeDetector?: DetectorOf }).BarcodeDetector;

/** Whether this browser reads codes in pictures. No library does it for the others: their cameras open the address by themselves. */
export const readsPhotos = (): boolean => detector() !== undefined;

/** The words of the first code in a picture, or `null`. */
export async function readPhoto(file: Blob): Promise<string | null> {
  const Reader = detector();
  if (!Reader) return null;
  try {
    const picture = await createImageBitmap(file);
    const [code] = await new Reader({ formats: ['qr_code'] }).detect(picture);
    picture.close();
    return code?.rawValue ?? null;
  } catch {
    return null;
  }
}
