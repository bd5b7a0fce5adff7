import type { ChannelsFailure } from '@lapor/web-client';
import { useText } from './words.ts';

const CODES = [
  'OFFLINE',
  'UNAVAILABLE',
  'NOT_FOUND',
  'NOT_WAITING',
  'HELD_BY_ANOTHER',
  'BEGUN_OTHERWISE',
  'UNREADABLE',
  'NO_ANSWER_POSSIBLE',
  'SENDER_BUSY',
  'DOOR_SHUT',
  'NOT_TRUSTED',
  'REPORT_TAKES_NONE',
  'TOO_MANY_REQUESTS',
  'INPUT_INVALID',
  'CHANGED_MEANWHILE',
  'NOTHING_CHANGED',
  'LAST_PROVIDER',
] as const;

/** Why something was not done, and what to do now. */
export function useFailureText(): (failure: ChannelsFailure) => string {
  const t = useText();
  return ({ code, fields }) => {
    const known = CODES.find((one) => one === code);
    if (known === 'INPUT_INVALID' && fields.some(({ message }) => message === 'Too long for this door'))
      return t('channels.fault.TOO_LONG');
    return t(`channels.fault.${known ?? 'OTHER'}`);
  };
}
