import type { IncomingHttpHeaders } from 'node:http';
import type { Viewer } from '@lapor/viewer';

/** What a viewer may carry and still be like everybody else; anything else that is ever added makes somebody of them. */
const NEUTRAL: ReadonlySet<string> = new Set<keyof Viewer>(['kind', 'source']);

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);

/**
 * Whether somebody asks without anything that could make their answer another's: no cookie, key or grant was even sent, good or not,
 * and the viewer made of the request is nobody.
 */
export function asksAsNobody(headers: IncomingHttpHeaders, viewer: Viewer): boolean {
  const carries = Object.keys(headers).some(
    (name) => name === 'cookie' || name === 'authorization' || name.endsWith('-grant'),
  );
  return (
    !carries &&
    viewer.kind === 'public' &&
    Object.entries(viewer).every(([name, value]) => NEUTRAL.has(name) || isEmpty(value))
  );
}
