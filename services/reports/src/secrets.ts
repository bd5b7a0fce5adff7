import { createEnvelope, createSealer, keyedHash, type Envelope } from '@lapor/sealing';

/** The service's secret for one purpose: what leaks from one says nothing about another. */
export const derivedSecret = (reportsSecret: string, purpose: string): string =>
  keyedHash(reportsSecret, 'derive', purpose).toString('hex');

/** What seals values in tables, and what seals files. */
export interface Envelopes {
  values: Envelope;
  files: Envelope;
}

/**
 * Sealers under the key-encryption keys, newest first. The key that derives from the service's own secret comes last: without
 * another one it wraps, and with others it opens what was wrapped before there were any.
 */
export function createEnvelopes(reportsSecret: string, sealingKeys: readonly string[]): Envelopes {
  const own = derivedSecret(reportsSecret, 'sealing-key');
  const [newest = own, ...older] = sealingKeys;
  const keys = [newest, ...older, ...(newest === own ? [] : [own])] as const;
  const before = (purpose: string, name: string) =>
    createSealer([derivedSecret(reportsSecret, purpose)], name);
  return {
    values: createEnvelope({ keys, purpose: 'reports', before: before('sealing', 'reports') }),
    files: createEnvelope({ keys, purpose: 'files', before: before('files', 'files') }),
  };
}
