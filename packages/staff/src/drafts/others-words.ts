import { createDraftStore, type DraftStore } from './draft-store.ts';

/** Where drafts lie: for the account on this device, or for this tab alone. */
export interface DraftPlaces {
  device: Storage;
  tab: Storage;
}

/** Those of this browser. */
export const draftPlaces = (): DraftPlaces => ({ device: localStorage, tab: sessionStorage });

/** Forms that begin with what a reporter wrote, or hold what somebody told at the counter. */
const KINDS: ReadonlySet<string> = new Set(['counter', 'redact', 'verify']);

const holdsOthersWords = (name: string): boolean => KINDS.has(name.split(':')[0]!);

export interface AccountDrafts extends Omit<DraftStore, 'save'> {
  /** `writtenAs`: the draft whose words these are, where they are kept under another name. */
  save: <Value>(name: string, value: Value, writtenAs?: string) => string | null;
}

/** Drafts of an account: its own words stay on the device, other people's go with the tab. */
export function createAccountDrafts(
  { device, tab }: DraftPlaces,
  accountId: string,
  now: () => Date,
): AccountDrafts {
  const onDevice = createDraftStore(device, accountId, now);
  const inTab = createDraftStore(tab, accountId, now);
  return {
    read: (name) => inTab.read(name) ?? onDevice.read(name),
    save(name, value, writtenAs = name) {
      const [place, other] = holdsOthersWords(writtenAs) ? [inTab, onDevice] : [onDevice, inTab];
      other.discard(name);
      return place.save(name, value);
    },
    discard(name) {
      inTab.discard(name);
      onDevice.discard(name);
    },
    sweep() {
      inTab.sweep();
      onDevice.sweep();
    },
  };
}

const SIGNED_OUT = 'signed-out:';

/** Somebody signs out here: what others wrote goes at once, and other tabs hear of it. */
export function forgetOthersWords({ device, tab }: DraftPlaces, accountId: string, now: () => Date): void {
  const prefix = `draft:${accountId}:`;
  for (const key of keysOf(tab)) if (key.startsWith(prefix)) tab.removeItem(key);
  for (const key of keysOf(device))
    if (key.startsWith(prefix) && holdsOthersWords(key.slice(prefix.length))) device.removeItem(key);
  try {
    device.setItem(SIGNED_OUT + accountId, now().toISOString());
  } catch {
    // A full device: other tabs forget when they are closed.
  }
}

/** The same where it is not known whose words lie here: of everybody, for the next person may be somebody else. */
export function forgetEverybodysWords({ device, tab }: DraftPlaces): void {
  for (const key of keysOf(tab)) if (ofAnyAccount(key) !== null) tab.removeItem(key);
  for (const key of keysOf(device)) {
    const name = ofAnyAccount(key);
    if (name !== null && holdsOthersWords(name)) device.removeItem(key);
  }
}

/** The draft's name, whosever it is; null where it is no draft. */
const ofAnyAccount = (key: string): string | null => /^draft:[^:]*:(.*)$/s.exec(key)?.[1] ?? null;

/** Whether a change of the device's storage says that somebody signed out in another tab. */
export const tellsOfSignOut = ({ key }: StorageEvent): boolean => key?.startsWith(SIGNED_OUT) ?? false;

/** Forgets what lies in this tab since before its account signed out in another one. */
export function forgetAsSignedOut({ device, tab }: DraftPlaces): void {
  for (const mark of keysOf(device)) {
    if (!mark.startsWith(SIGNED_OUT)) continue;
    const prefix = `draft:${mark.slice(SIGNED_OUT.length)}:`;
    const signedOutAt = Date.parse(device.getItem(mark) ?? '');
    for (const key of keysOf(tab))
      if (key.startsWith(prefix) && !(savedAt(tab.getItem(key)) > signedOutAt)) tab.removeItem(key);
  }
}

const keysOf = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter((key) => key !== null);

function savedAt(text: string | null): number {
  try {
    return Date.parse((JSON.parse(text ?? '') as { savedAt?: string }).savedAt ?? '');
  } catch {
    return NaN;
  }
}
