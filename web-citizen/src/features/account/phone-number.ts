import { isPhone } from '../file-report/check-draft.ts';

/** E.164 of an Indonesian mobile number as people type it (`08…`, `628…`, `+628…`); null for anything else. */
export const toE164 = (typed: string): string | null =>
  isPhone(typed) ? `+62${typed.replace(/\D/g, '').replace(/^(?:62|0)/, '')}` : null;

/** "+6281200000000" as people read it: "+62 812 0000 0000". */
export const formatPhone = (number: string): string =>
  `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6).replace(/(.{4})(?=.)/g, '$1 ')}`;
