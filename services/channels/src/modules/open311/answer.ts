import type { FastifyReply } from 'fastify';
import { XMLBuilder } from 'fast-xml-parser';

export type Format = 'json' | 'xml';

/** An answer in the standard's words; JSON and XML are made of the same. */
export type Answer =
  | { status: number; root: 'discovery' | 'service_definition'; value: object }
  | { status: number; root: 'services' | 'service_requests'; values: readonly object[] }
  | Fault;

/** What is wrong, for people. */
export interface Fault {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 503;
  root: 'errors';
  values: readonly { code: string; description: string }[];
  retryAfterSeconds?: number;
}

export const fault = (status: Fault['status'], ...descriptions: string[]): Fault => ({
  status,
  root: 'errors',
  values: descriptions.map((description) => ({ code: String(status), description })),
});

/** What an item of a list is called in XML (the standard's conversion by Spark). */
const ITEMS: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  errors: 'error',
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  formats: 'format',
  comments: 'comment',
  updates: 'update',
};

const builder = new XMLBuilder({ format: false, suppressEmptyNode: true, processEntities: true });

/** Lists become elements with named items; nothing becomes an empty element. */
function asElements(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const item = ITEMS[name] ?? 'item';
    return value.length === 0 ? '' : { [item]: value.map((one) => asElements(one)) };
  }
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asElements(inner, key)]));
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? withoutControls(value) : String(value);
}

/** XML 1.0 has no place for them. */
const withoutControls = (text: string) => text.toWellFormed().replace(/[^\P{Cc}\n\t\r]|[￾￿]/gu, ' ');

export const bodyOf = (answer: Answer, format: Format): string => {
  const value = 'value' in answer ? answer.value : answer.values;
  return format === 'json'
    ? JSON.stringify(value)
    : `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ [answer.root]: asElements(value, answer.root) }) as string}`;
};

export const send = (reply: FastifyReply, answer: Answer, format: Format): FastifyReply =>
  reply
    .code(answer.status)
    .headers('retryAfterSeconds' in answer ? { 'retry-after': String(answer.retryAfterSeconds) } : {})
    .type(`${format === 'json' ? 'application/json' : 'text/xml'}; charset=utf-8`)
    .send(bodyOf(answer, format));
