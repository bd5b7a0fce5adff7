/**
 * Hexadecimal SHA-256 of a text; empty where the browser offers no digest (a page not served over HTTPS), upon which
 * the document is sent as text.
 */
export async function sha256(text: string): Promise<string> {
  // Absent outside secure contexts, whatever the types say.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return '';
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
