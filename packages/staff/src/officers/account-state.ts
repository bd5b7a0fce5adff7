import type { ResultOf } from '../graphql.ts';
import type { StaffMessageId } from '../language/use-text.ts';
import type { OfficerRowFields } from './officers.graphql.ts';

export type AccountState = NonNullable<ResultOf<typeof OfficerRowFields>['accountState']>;

export const ACCOUNT_STATES: readonly AccountState[] = [
  'ACTIVE',
  'INVITED',
  'INVITATION_EXPIRED',
  'SUSPENDED',
  'NONE',
];

export interface AccountLook {
  words: StaffMessageId;
  /** `good` works, `waiting` is on its way, `bad` cannot sign in. */
  tone: 'good' | 'waiting' | 'bad';
}

const looks: Record<AccountState, AccountLook> = {
  ACTIVE: { words: 'officers.state.ACTIVE', tone: 'good' },
  INVITED: { words: 'officers.state.INVITED', tone: 'waiting' },
  INVITATION_EXPIRED: { words: 'officers.state.INVITATION_EXPIRED', tone: 'bad' },
  SUSPENDED: { words: 'officers.state.SUSPENDED', tone: 'bad' },
  NONE: { words: 'officers.state.NONE', tone: 'waiting' },
};

/** How an account stands, in words; an active one without a second factor cannot work yet. Null: not for the reader. */
export function accountLook(state: AccountState | null, hasSecondFactor: boolean | null): AccountLook | null {
  if (state === null) return null;
  if (state === 'ACTIVE' && hasSecondFactor === false)
    return { words: 'officers.state.noSecondFactor', tone: 'waiting' };
  return looks[state];
}

/** Whole days since the last sign-in; null without one. */
export const daysSince = (day: string | null, today: string): number | null =>
  day === null ? null : Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000));

/** After so many days without a sign-in an officer is missed (the mockup's "9 hari lalu"). */
export const LONG_AWAY_DAYS = 7;
