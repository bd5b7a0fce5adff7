/** What tells the two consoles apart before anybody is signed in. */
export interface ConsoleIdentity {
  /** Prefix of what is kept on the device. */
  name: 'agency' | 'admin';
  application: 'web-agency' | 'web-admin';
  /** "Konsol instansi". */
  label: string;
  /** The other console, for officers whose post is there. */
  other: { label: string; href: string };
}
