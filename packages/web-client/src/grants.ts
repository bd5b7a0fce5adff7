/**
 * Keys of reports that were opened with number and access code in this tab. They live in the session storage: a
 * closed tab forgets them, a reload does not.
 */
interface Grant {
  token: string;
  /** ISO instant. */
  expiresAt: string;
}

type Grants = Record<string, Grant>;

export interface GrantStore {
  /** Remembers the answer of `openReport`. */
  rememberGrant: (reportId: string, token: string, expiresAt: string) => void;
  /** Forgets them all, e.g. on a shared device. */
  forgetGrants: () => void;
  /** The `report-grant` header of those still valid; empty without any. */
  headers: () => Record<string, string>;
}

const key = 'report-grants';
/** What carries them. */
export const HEADER = 'report-grant';
/** A header has room for a few; the oldest make way. */
const MOST = 10;

export function createGrantStore(storage: () => Storage | undefined, now: () => number): GrantStore {
  // Where storage is closed to us the grants last for this page.
  let held: Grants = read();

  function read(): Grants {
    try {
      const text = storage()?.getItem(key);
      return text ? (JSON.parse(text) as Grants) : {};
    } catch {
      return {};
    }
  }

  function write(next: Grants) {
    held = next;
    try {
      if (Object.keys(next).length === 0) storage()?.removeItem(key);
      else storage()?.setItem(key, JSON.stringify(next));
    } catch {
      // Kept in memory.
    }
  }

  const valid = () => Object.entries(held).filter(([, grant]) => Date.parse(grant.expiresAt) > now());

  return {
    rememberGrant(reportId, token, expiresAt) {
      const others = valid().filter(([id]) => id !== reportId);
      write(Object.fromEntries([...others.slice(1 - MOST), [reportId, { token, expiresAt }]]));
    },
    forgetGrants: () => write({}),
    headers(): Record<string, string> {
      const tokens = valid().map(([, grant]) => grant.token);
      return tokens.length > 0 ? { [HEADER]: tokens.join(', ') } : {};
    },
  };
}

/** The grants of this tab. */
export const grants: GrantStore = createGrantStore(
  () => globalThis.sessionStorage as Storage | undefined,
  () => Date.now(),
);
