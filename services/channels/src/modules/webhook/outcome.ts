/** What a request may be refused with. */
export interface Refusal {
  ok: false;
  status: 400 | 404 | 409 | 429 | 503;
  code: string;
  message: string;
  fields?: { path: string; message: string }[];
}
export type Outcome<Value> = { ok: true; value: Value } | Refusal;

export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });
export const NOT_FOUND: Refusal = { ok: false, status: 404, code: 'NOT_FOUND', message: 'Not found' };
export const conflict = (message: string): Refusal => ({ ok: false, status: 409, code: 'CONFLICT', message });
export const invalid = (fields: { path: string; message: string }[]): Refusal => ({
  ok: false,
  status: 400,
  code: 'INPUT_INVALID',
  message: `Not valid: ${[...new Set(fields.map(({ path }) => path))].join(', ')}`,
  fields,
});
