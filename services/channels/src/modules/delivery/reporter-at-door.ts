/** A report that was filed by a door. */
export interface ReportAtDoor {
  /** "K1": names it in what is written back. */
  shortCode: string;
  /** What a message may quote; `null`: nothing, as of a confidential report. */
  words: string | null;
}

/** What those who are reached by phone asked of a door, and what a door knows of their reports. */
export interface ReporterAtDoor {
  /** Whether this phone wants no news. */
  hasStopped(phone: string): Promise<boolean>;
  /** `null`: it came in another way. Throws when it cannot be asked now. */
  find(reportId: string, template: string): Promise<ReportAtDoor | null>;
  /** The reporter was written to about it: a word that comes back now is about it. */
  noteTold(reportId: string): Promise<void>;
}
