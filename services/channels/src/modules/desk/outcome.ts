/** Why something was not done, as the routes say it. */
export interface Refusal {
  ok: false;
  status: 400 | 404 | 409 | 429 | 503;
  code: string;
  message: string;
  fields?: readonly { path: string; message: string }[];
  retryAfterSeconds?: number;
}

/** What became of a wish of an operator. */
export type Outcome<Value> = { ok: true; value: Value } | Refusal;

export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });

const refusal = (status: Refusal['status'], code: string, message: string): Refusal => ({
  ok: false,
  status,
  code,
  message,
});

/** Not there, not waiting any more for whoever asks, not allowed: all alike. */
export const NOT_FOUND = refusal(404, 'NOT_FOUND', 'Not found');
/** A colleague, or the erasure of the reporter, was first. */
export const NOT_WAITING = refusal(409, 'NOT_WAITING', 'The message waits for nobody any more');
export const HELD_BY_ANOTHER = refusal(409, 'HELD_BY_ANOTHER', 'A colleague reads this message');
export const KEY_USED = refusal(409, 'REQUEST_KEY_USED', 'This request key was used for something else');
/** What the graph was asked for may have happened: it is finished before anything else. */
export const BEGUN_OTHERWISE = refusal(409, 'BEGUN_OTHERWISE', 'Something was begun; finish it first');
/** Somebody else changed it since it was read. */
export const CHANGED_MEANWHILE = refusal(409, 'CHANGED_MEANWHILE', 'Somebody changed it meanwhile');
/** It is so already. */
export const NOTHING_CHANGED = refusal(409, 'NOTHING_CHANGED', 'This is how it is already');
/** Nobody would carry messages of that way: it has to be said that this is meant. */
export const LAST_PROVIDER = refusal(409, 'LAST_PROVIDER', 'No other provider of this way would be left');
export const UNREADABLE = refusal(409, 'UNREADABLE', 'The words cannot be read any more');
export const NO_ANSWER_POSSIBLE = refusal(409, 'NO_ANSWER_POSSIBLE', 'This sender cannot be answered');
/** Nobody acts for a sender of a door that is shut. */
export const DOOR_SHUT = refusal(409, 'DOOR_SHUT', 'The door that it came by is shut');
export const BUSY = refusal(503, 'SENDER_BUSY', 'A message of this sender is being read; try again');
export const UNAVAILABLE = refusal(503, 'UNAVAILABLE', 'The platform did not answer; try again');

export const badInput = (...fields: { path: string; message: string }[]): Refusal => ({
  ...refusal(400, 'INPUT_INVALID', 'Some fields are not valid'),
  fields,
});
