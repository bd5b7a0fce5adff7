/** Codes of every service; a service adds its own. */
export type CommonRefusalCode =
  /** There is no such thing, or the viewer may not act on it: no difference. */
  | 'NOT_FOUND'
  | 'INVALID_INPUT'
  /** The request key was used with other content. */
  | 'REQUEST_CONFLICT';

/** One faulty field of an input: its path as in the graph, a stable code, and what would be right. */
export type FieldFault = { path: string; code: string; message: string };

/** An expected failure that a person can mend. */
export type Refusal<Code extends string = CommonRefusalCode> = {
  code: Code | CommonRefusalCode;
  message: string;
  field?: string;
  faults?: FieldFault[];
};

export type Outcome<Value, Code extends string = CommonRefusalCode> =
  { ok: true; value: Value } | { ok: false; error: Refusal<Code> };

export const accepted = <Value>(value: Value): Outcome<Value, never> => ({ ok: true, value });

export const refused = <Code extends string>(
  code: Code,
  message: string,
  field?: string,
): Outcome<never, Code> => ({
  ok: false,
  error: field === undefined ? { code, message } : { code, message, field },
});

/** Every faulty field of an input. */
export const invalid = (...faults: FieldFault[]): Outcome<never, never> => ({
  ok: false,
  error: { code: 'INVALID_INPUT', message: 'Some fields are missing or wrong', faults },
});

export const notFound = (): Outcome<never, never> => ({
  ok: false,
  error: { code: 'NOT_FOUND', message: 'There is no such thing, or it is not yours to change' },
});
