import { ask, resultOf } from './auth-request.ts';

export interface Profile {
  name: string;
  email: string;
  kind: 'citizen' | 'officer' | 'analyst';
  language: 'id' | 'en';
  /** Masked ("+62 812 •••• 7890"); null without one. */
  phone: string | null;
  phoneVerified: boolean;
  hasPassword: boolean;
  /** ISO 8601. */
  createdAt: string;
}

/** What this installation offers. */
export interface Offers {
  phone: boolean;
  passkey: boolean;
}

export const offers = () => ask<Offers>('GET', '/offers');

export const profile = () => ask<Profile>('GET', '/profile');

/** An officer's name is the office's to change: `INPUT_INVALID`. */
export const saveProfile = (input: { name?: string; language?: 'id' | 'en' }) =>
  ask<Profile>('PUT', '/profile', input);

/** Sends a code to the number; `PHONE_INVALID`, `NOT_OFFERED`. Until it is verified, the number before stays. */
export const sendPhoneCode = (phone: string) => resultOf(ask('POST', '/phone', { phone }));

export const verifyPhone = (code: string) => resultOf(ask('POST', '/phone/verify', { code }));

export const removePhone = () => resultOf(ask('DELETE', '/phone'));
