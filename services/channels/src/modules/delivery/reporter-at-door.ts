import type { Way } from './carrier.ts';

/** A report that was filed by a door. */
export interface ReportAtDoor {
  /** By what the door answers. */
  way: Way;
  /** Where to, as that way writes it; `null`: what the contact book says of the reporter. */
  to: string | null;
  /** "K1": names it in what is written back; `null`: its door has none. */
  shortCode: string | null;
  /** What a message may quote; `null`: nothing, as of a confidential report. */
  words: string | null;
}

/** What those who are reached by a door asked of it, and what a door knows of their reports. */
export interface ReporterAtDoor {
  /** Whether this phone, chat … wants no news. */
  hasStopped(way: Way, to: string): Promise<boolean>;
  /** `null`: it came in another way. Throws when it cannot be asked now. */
  find(reportId: string, template: string): Promise<ReportAtDoor | null>;
  /** The reporter was written to about it: a word that comes back now is about it. */
  noteTold(reportId: string): Promise<void>;
}
