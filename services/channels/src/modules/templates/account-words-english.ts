import { longDay } from './days.ts';
import type { AccountPhrases } from './template.ts';

const day = (value: string | undefined) => longDay(value, 'en');

const CODE = [
  'It is valid for 10 minutes. Give it to nobody, not even to an officer.',
  'If you did not ask for it, ignore this message.',
];

const NOT_YOU =
  'If it was not you, reset your password at once and, if you are an officer, tell the admin of your agency.';

const FACTOR_CHANGES: Readonly<Record<string, string>> = {
  TOTP_ADDED: 'A new authenticator app was set up for your account.',
  TOTP_REMOVED: 'The authenticator app was removed from your account.',
  RECOVERY_CODES_RENEWED: 'New recovery codes were made for your account; the old ones are void.',
  AGENCY_SIGN_IN_TIED: 'Your agency’s own sign-in was used for your account for the first time.',
  PASSKEY_ADDED: 'A new passkey was added to your account.',
  PASSKEY_REMOVED: 'A passkey was removed from your account.',
};

const invitationEnd = (expiresOn: string | undefined) =>
  `This link is for you alone, good once${day(expiresOn) ? `, and valid until ${day(expiresOn)}` : ''}. Do not pass it on.`;

/** Messages about an account, in English. */
export const accountWordsEnglish: AccountPhrases = {
  'sign-in-code': ({ code }) => ({
    subject: 'SP4N-LAPOR! sign-in code',
    paragraphs: [`Your code: ${code}`, ...CODE],
  }),
  'password-reset-code': ({ code }) => ({
    subject: 'SP4N-LAPOR! code to reset your password',
    paragraphs: [`Your code: ${code}`, 'With it the password of your account can be reset.', ...CODE],
  }),
  'account-deletion-code': ({ code }) => ({
    subject: 'SP4N-LAPOR! code to delete your account',
    paragraphs: [
      `Your code: ${code}`,
      'With it your account is deleted for good.',
      'It is valid for 10 minutes. If you did not ask for it, ignore this message and change your password.',
    ],
  }),
  'phone-code': ({ code }) => ({
    subject: 'Message to a phone',
    paragraphs: [`LAPOR!: your code is ${code}. Valid for 10 minutes. Give it to nobody.`],
  }),
  invitation: ({ expiresOn }) => ({
    subject: 'SP4N-LAPOR! invitation for an officer',
    paragraphs: [
      'You are invited to be an officer of SP4N-LAPOR!. The link below lets you choose a password and a second factor.',
      invitationEnd(expiresOn),
    ],
  }),
  'invitation-renewed': ({ expiresOn }) => ({
    subject: 'New link for your SP4N-LAPOR! account',
    paragraphs: [
      "The link below lets you set your officer's account's password and second factor anew. Until it is used, nothing changes.",
      invitationEnd(expiresOn),
    ],
  }),
  'password-changed': ({ way }) => ({
    subject: 'Your SP4N-LAPOR! password was changed',
    paragraphs: [
      way === 'RESET'
        ? 'The password of your account was just reset with a mailed code. All sessions have ended.'
        : 'The password of your account was just changed. Sessions on other devices have ended.',
      NOT_YOU,
    ],
  }),
  'second-factor-changed': ({ change }) => ({
    subject: 'How you sign in to SP4N-LAPOR! has changed',
    paragraphs: [FACTOR_CHANGES[change ?? ''] ?? 'The second factor of your account was changed.', NOT_YOU],
  }),
  'address-changing': () => ({
    subject: 'Your SP4N-LAPOR! account gets another address',
    paragraphs: [
      'An admin of your agency has entered another work address for your account. All sessions have ended. As soon as the link that went to the new address is used, this one no longer signs in.',
      'If you know nothing of it, tell the admin of your agency or the national desk at once.',
    ],
  }),
  'account-deleted': () => ({
    subject: 'Your SP4N-LAPOR! account was deleted',
    paragraphs: [
      'Your account and the data in it have been deleted. Reports that you sent are still handled, without a link to your account.',
      'Thank you for using SP4N-LAPOR!.',
    ],
  }),
};
