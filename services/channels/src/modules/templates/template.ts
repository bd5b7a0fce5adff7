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
] as const;

/** Messages that another service sends to an address it knows itself. */
export const DIRECT_TEMPLATES = [
  /** [code] A sign-in code, valid ten minutes. */
  'sign-in-code',
] as const;

export type ReportTemplate = (typeof REPORT_TEMPLATES)[number];
export type DirectTemplate = (typeof DIRECT_TEMPLATES)[number];
export type Template = ReportTemplate | DirectTemplate;
export type Language = 'id' | 'en';

/** The words of one message. */
export interface Words {
  subject: string;
  /** Paragraphs, before the link to the report. */
  paragraphs: string[];
}

/** What one language says, by template. `number` comes as people read it ("4821 3097"). */
export type Phrasebook = Readonly<
  Record<Template, (facts: Readonly<Record<string, string | undefined>>) => Words>
> & {
  readonly follow: string;
  readonly ending: string;
};

export const isReportTemplate = (name: string): name is ReportTemplate =>
  (REPORT_TEMPLATES as readonly string[]).includes(name);
