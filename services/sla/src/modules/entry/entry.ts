/** Who entered something. Of a reporter no account is kept: that the person may do so was judged by the report. */
export type Actor =
  { kind: 'OFFICER'; id: string } | { kind: 'REPORTER'; reportId: string } | { kind: 'SYSTEM' };

/** An entry before it is written. Each module names its own kinds and payloads. */
export interface NewEntry {
  /** What was done, SCREAMING_SNAKE and in the past: HOLIDAY_SAVED, CASE_OPENED … */
  kind: string;
  /** Id of what it is about; entries of one subject are read together, in their order. */
  subject: string | null;
  /** Ids and facts; never what a person typed. */
  payload: object;
  /** What a person typed, by name; may be erased later. */
  texts?: Readonly<Record<string, string>>;
  /** The platform writes at most one entry with this key. */
  onceKey?: string;
}

/** An entry of the log as it stands. */
export interface Entry {
  /** Grows with each entry. */
  id: number;
  at: Date;
  actorKind: Actor['kind'];
  /** The officer's account id. */
  actorId: string | null;
  kind: string;
  subject: string | null;
  payload: Record<string, unknown>;
  /** What is left of what was typed. */
  texts: Record<string, string>;
}
