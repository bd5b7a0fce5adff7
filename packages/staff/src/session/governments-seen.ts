import { useSession } from './session-context.ts';

const LOCAL: readonly string[] = ['PROVINCE', 'REGENCY', 'CITY'];

/**
 * Which kinds of governments and K/L a page about all of them shows: to Kemendagri, which looks after local governments, those; to
 * everybody else all. What is counted there is public: this keeps a page to what its reader answers for.
 */
export function useGovernmentsSeen(): (kind: string | null) => boolean {
  const { workplace } = useSession();
  const onlyLocal = workplace.organisation.id === 'kemendagri';
  return (kind) => !onlyLocal || (kind !== null && LOCAL.includes(kind));
}

/**
 * Where the tree says of each organisation of a kind whether it is connected, for those who are told no more than that. Regencies and
 * cities stand below their provinces.
 */
export const whoIsConnected = (kind: string | null): string =>
  `/organisasi?jenis=${kind === 'REGENCY' || kind === 'CITY' ? 'PROVINCE' : kind}`;
