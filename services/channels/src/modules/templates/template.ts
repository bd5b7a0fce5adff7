/** Messages to a reporter about the own report, named as `reports` asks for them; facts in brackets, those with `?` may be missing. */
export const REPORT_TEMPLATES = [
  /** [number, dueOn?] Received; `dueOn` is the last day of verification. */
  'report-received',
  /** [number, organisationName?] Passed on to an agency or unit. */
  'report-routed',
  /** [number, organisationName?, kind?] Answered; `kind` is the `HistoryKind` of the answer. */
  'report-answered',
  /** [number] Completed. */
  'report-completed',
  /** [number, dueOn?] Postponed until the reporter completes the data. */
  'report-asks-for-data',
  /** [number, organisationName?] A unit asks the reporter something; its clocks pause meanwhile. */
  'report-asks-for-information',
  /** [number, reasonCode?] Archived; can be appealed. `reasonCode` is an `ArchiveCode`. */
  'report-archived',
  /** [number, closesOn?] Closes automatically soon. */
  'report-closing-soon',
  /** [number, organisationName?] Somebody read the reporter's sealed identity. */
  'report-identity-read',
  /** [number] Held back from publication; the reason is on the page. */
  'report-withheld',
  /** [number] Something was taken out of its text or photos; the reason is on the page. */
  'report-redacted',
  /** [number, sentBy?] A scanner found something harmful in a file that was kept; `sentBy` REPORTER or AGENCY. Never the file's name. */
  'report-file-sealed',
  /** [number, reasonCode?] Linked to another report of the same matter; `reasonCode` DUPLICATE: and archived for it. */
  'report-linked',
  /** [number, kind?, organisationName?, masterNumber?] The report that it follows was answered in public; its number while it is public. */
  'master-answered',
  /** [number, masterNumber?] The report that it follows has ended. */
  'master-ended',
  /** [number, organisationName?] A private word of those who handle the report. */
  'report-message',
  /** [number] The access code was replaced. */
  'access-code-renewed',
] as const;

/** Messages to a reporter with a secret link, whose path comes with the address: [number, path]. */
export const SECRET_LINK_TEMPLATES = [
  /** The way to a new access code. */
  'access-code-lost',
] as const;

/** Messages to the head of an organisation; its title, name and the path of the link come with the address. */
export const HEAD_TEMPLATES = [
  /** [number, path, organisationName?, expiresOn?, headTitle?, headName?] A report for an organisation that nobody staffs yet. */
  'hand-over',
] as const;

/** Messages to an officer about a report: [number, console ('agency' or 'national')]. Never a word of the report. */
export const OFFICER_TEMPLATES = [
  /** A colleague mentioned the officer in a note. */
  'officer-mentioned',
  /** An answer waits for the officer's approval. */
  'answer-waiting',
] as const;

/**
 * The morning's digest of warnings for an officer: [console, day, breach, lastDay, half, line1? … line20?]. Counts by warning; a line is
 * `<number> <clock> <warning> <last day>`. Never a word of a report.
 */
export const DIGEST_TEMPLATES = ['warning-digest'] as const;

/** To whoever set up a webhook that ended: [console, label, host, reason (`GONE`, `FAILING`)]. */
export const WEBHOOK_TEMPLATES = ['webhook-disabled'] as const;

/** Messages to citizens who follow a report or an area: what everybody reads. */
export const FOLLOWER_TEMPLATES = [
  /** [number, kind?, organisationName?] A followed report went on; `kind` is the `HistoryKind`. */
  'followed-report-changed',
  /** [count, regionCode, areaName?, categoryName?] So many reports were published in a followed area. */
  'followed-area-news',
] as const;

/** Messages that hold a code of six digits, valid ten minutes: [code]. */
export const CODE_TEMPLATES = ['sign-in-code', 'password-reset-code', 'account-deletion-code'] as const;

/** Messages with the link by which an officer's account is made, or made anew: [token, console ('agency' or 'national'), expiresOn?]. */
export const INVITATION_TEMPLATES = ['invitation', 'invitation-renewed'] as const;

/** Notices to the holder of an account. */
export const NOTICE_TEMPLATES = [
  /** [way?] The password was changed; `way` RESET: by a mailed code. */
  'password-changed',
  /** [change?] TOTP_ADDED, TOTP_REMOVED, RECOVERY_CODES_RENEWED, PASSKEY_ADDED, PASSKEY_REMOVED or AGENCY_SIGN_IN_TIED (to the account). */
  'second-factor-changed',
  /** An admin gives the officer another address; goes to the old one. */
  'address-changing',
  'account-deleted',
] as const;

/** Messages that another service sends to a mail address it knows itself. */
export const DIRECT_TEMPLATES = [...CODE_TEMPLATES, ...INVITATION_TEMPLATES, ...NOTICE_TEMPLATES] as const;

/** Messages to a phone: [code]. */
export const PHONE_TEMPLATES = ['phone-code'] as const;

/** A letter of the Ombudsman to the highest official, as PDF: [number, letterNumber, headTitle?]. */
export const LETTER_TEMPLATES = ['oversight-letter'] as const;

export type LetterTemplate = (typeof LETTER_TEMPLATES)[number];
export type HeadTemplate = (typeof HEAD_TEMPLATES)[number];
export type OfficerTemplate = (typeof OFFICER_TEMPLATES)[number];
export type WebhookTemplate = (typeof WEBHOOK_TEMPLATES)[number];
export type DigestTemplate = (typeof DIGEST_TEMPLATES)[number];
export type FollowerTemplate = (typeof FOLLOWER_TEMPLATES)[number];
export type ReportTemplate = (typeof REPORT_TEMPLATES)[number];
export type DirectTemplate = (typeof DIRECT_TEMPLATES)[number];
export type PhoneTemplate = (typeof PHONE_TEMPLATES)[number];
export type AccountTemplate = DirectTemplate | PhoneTemplate;
export type SecretLinkTemplate = (typeof SECRET_LINK_TEMPLATES)[number];
export type Template =
  | ReportTemplate
  | SecretLinkTemplate
  | HeadTemplate
  | LetterTemplate
  | OfficerTemplate
  | FollowerTemplate
  | DigestTemplate
  | WebhookTemplate
  | AccountTemplate;
export type Language = 'id' | 'en';

/** The words of one message. */
export interface Words {
  subject: string;
  /** Paragraphs, before the link to the report. */
  paragraphs: string[];
}

type Phrases<Name extends string> = Readonly<
  Record<Name, (facts: Readonly<Record<string, string | undefined>>) => Words>
>;

/** What one language says of accounts. */
export type AccountPhrases = Phrases<AccountTemplate>;

/** What one language says, by template. `number` comes as people read it ("4821 3097"). */
export type Phrasebook = Phrases<Template> & {
  readonly follow: string;
  readonly followInvitation: string;
  readonly followHandOver: string;
  readonly followNewCode: string;
  /** Before the link that ends such mails. */
  readonly unsubscribe: string;
  readonly followAsOfficer: string;
  /** Before the list of what waits, in the console. */
  readonly openList: string;
  /** Before the page of what a citizen follows, and before the link that ends it. */
  readonly seeFollowed: string;
  readonly unfollow: string;
  readonly ending: string;
};

export const isReportTemplate = (name: string): name is ReportTemplate =>
  (REPORT_TEMPLATES as readonly string[]).includes(name);

export const isSecretLinkTemplate = (name: string): name is SecretLinkTemplate =>
  (SECRET_LINK_TEMPLATES as readonly string[]).includes(name);

export const isHeadTemplate = (name: string): name is HeadTemplate =>
  (HEAD_TEMPLATES as readonly string[]).includes(name);

export const isLetterTemplate = (name: string): name is LetterTemplate =>
  (LETTER_TEMPLATES as readonly string[]).includes(name);

export const isOfficerTemplate = (name: string): name is OfficerTemplate =>
  (OFFICER_TEMPLATES as readonly string[]).includes(name);

export const isDigestTemplate = (name: string): name is DigestTemplate =>
  (DIGEST_TEMPLATES as readonly string[]).includes(name);

export const isWebhookTemplate = (name: string): name is WebhookTemplate =>
  (WEBHOOK_TEMPLATES as readonly string[]).includes(name);

export const isFollowerTemplate = (name: string): name is FollowerTemplate =>
  (FOLLOWER_TEMPLATES as readonly string[]).includes(name);

export const isPhoneTemplate = (name: string): name is PhoneTemplate =>
  (PHONE_TEMPLATES as readonly string[]).includes(name);

export const isInvitationTemplate = (name: string): boolean =>
  (INVITATION_TEMPLATES as readonly string[]).includes(name);

export const isNoticeTemplate = (name: string): boolean =>
  (NOTICE_TEMPLATES as readonly string[]).includes(name);
