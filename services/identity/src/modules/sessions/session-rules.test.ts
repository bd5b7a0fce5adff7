import { describe, expect, it } from 'vitest';
import { sessionRule, type SessionWay, type SigningAccount } from './session-rules.ts';

const WAYS: readonly SessionWay[] = [
  'PASSWORD',
  'MAIL_CODE',
  'TOTP',
  'RECOVERY_CODE',
  'PASSKEY',
  'INVITATION',
  'AGENCY_SIGN_IN',
];
const KINDS = ['citizen', 'officer', 'analyst'] as const;

/** Written from the rules, in words: - nothing, 2 the second step follows, h a session for enrolling only, f a full one. */
const EXPECTED: Readonly<Record<string, Readonly<Record<SessionWay, string>>>> = {
  citizen: {
    PASSWORD: 'f',
    MAIL_CODE: 'f',
    TOTP: 'f',
    RECOVERY_CODE: 'f',
    PASSKEY: 'f',
    INVITATION: '-',
    AGENCY_SIGN_IN: '-',
  },
  'citizen enrolled': {
    PASSWORD: '2',
    MAIL_CODE: '-',
    TOTP: 'f',
    RECOVERY_CODE: 'f',
    PASSKEY: 'f',
    INVITATION: '-',
    AGENCY_SIGN_IN: '-',
  },
  staff: {
    PASSWORD: 'h',
    MAIL_CODE: '-',
    TOTP: 'f',
    RECOVERY_CODE: 'f',
    PASSKEY: 'f',
    INVITATION: 'h',
    AGENCY_SIGN_IN: 'h',
  },
  'staff enrolled': {
    PASSWORD: '2',
    MAIL_CODE: '-',
    TOTP: 'f',
    RECOVERY_CODE: 'f',
    PASSKEY: 'f',
    INVITATION: '-',
    AGENCY_SIGN_IN: '2',
  },
};

function told(account: SigningAccount, way: SessionWay, agencyVouches = false): string {
  const opening = sessionRule(account, way, { agencyVouches });
  if (opening.kind === 'refused') return '-';
  if (opening.kind === 'second-step') return '2';
  return account.kind === 'citizen' || opening.secondFactor ? 'f' : 'h';
}

describe('a session', () => {
  const accounts = KINDS.flatMap((kind) => [true, false].map((isEnrolled) => ({ kind, isEnrolled })));

  it.each(accounts)(
    'is opened as the table says for $kind, enrolled: $isEnrolled',
    ({ kind, isEnrolled }) => {
      const expected = EXPECTED[`${kind === 'citizen' ? kind : 'staff'}${isEnrolled ? ' enrolled' : ''}`]!;
      for (const way of WAYS)
        expect(told({ kind, isEnrolled, isAdmitted: true }, way), way).toBe(expected[way]);
    },
  );

  it('is full for staff whose agency vouches for a second factor, and for nobody else by that', () => {
    for (const { kind, isEnrolled } of accounts)
      for (const way of WAYS) {
        const account = { kind, isEnrolled, isAdmitted: true };
        const vouched = kind !== 'citizen' && way === 'AGENCY_SIGN_IN';
        expect(told(account, way, true), `${kind} ${way}`).toBe(vouched ? 'f' : told(account, way));
      }
  });

  it('is never opened for staff who are not admitted, and a second step is asked for as ever', () => {
    for (const kind of ['officer', 'analyst'] as const)
      for (const isEnrolled of [true, false])
        for (const way of WAYS)
          for (const agencyVouches of [true, false]) {
            const inside = told({ kind, isEnrolled, isAdmitted: true }, way, agencyVouches);
            const outside = told({ kind, isEnrolled, isAdmitted: false }, way, agencyVouches);
            expect(outside, `${kind} ${way}`).toBe(inside === '2' ? '2' : '-');
          }
  });
});
