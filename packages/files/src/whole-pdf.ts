/** Readers look for the end mark in so much of the file's end (ISO 32000-1, annex H, note 18). */
const END_BYTES = 1_024;

/** Whether a PDF has objects and its end: one that was cut on the way has not, and is of use to nobody. */
export function isWholePdf(document: Buffer): boolean {
  let end = document.length;
  while (end > 0 && (document[end - 1] === 0 || document[end - 1] === 0x1a)) end -= 1;
  if (!document.subarray(Math.max(0, end - END_BYTES), end).includes('%%EOF')) return false;
  return document.includes('endobj');
}
