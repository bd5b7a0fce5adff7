/** The part of the library that reads JPEG and HEIC; it comes without types. */
declare module 'exifr/dist/lite.esm.mjs' {
  export function gps(photo: Blob): Promise<{ latitude: number; longitude: number } | undefined>;
}
