const MOBILE = /^(?:\+?62|0)(8\d{7,12})$/;

/** `08…`, `628…`, `+628…` with spaces, dashes, dots or brackets in E.164; `null` when it is no Indonesian mobile number. */
export function toE164(text: string): string | null {
  const match = MOBILE.exec(text.replace(/[\s.()-]/g, ''));
  return match ? `+62${match[1]}` : null;
}

/** A number for showing to its owner: the network's prefix and the last four digits. */
export const maskPhone = (e164: string): string => `+62 ${e164.slice(3, 6)} •••• ${e164.slice(-4)}`;
