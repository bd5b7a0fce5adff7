/** What an officer may be at an organisation (domain.md, People). */
export const POST_ROLES = [
  'NATIONAL_ADMIN',
  'AGENCY_ADMIN',
  'AGENCY_HEAD',
  'LIAISON_OFFICER',
  'FIELD_OFFICER',
  'OMBUDSMAN',
  'KSP_MONITOR',
  'ANALYST',
] as const;
export type PostRole = (typeof POST_ROLES)[number];

/** An officer's authority: a role at an organisation, reaching its subtree within its own government. */
export interface Post {
  role: PostRole;
  organisationId: string;
}

/**
 * What an API key may do. `graph:read`: public data and its analyst's figures; `reports:read`: the reports of its organisation;
 * `graph:write`: mutations.
 */
export const KEY_SCOPES = ['graph:read', 'reports:read', 'graph:write'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** Right to answer one report for one organisation, given to whoever opened a hand-over link. */
export interface HandOverGrant {
  /** The hand-over whose link was opened: when it ends, so does the right. */
  handOverId: string;
  reportId: string;
  organisationId: string;
}

/** By which door somebody writes, and who: a keyed digest, never a number or an address. */
export interface DoorPass {
  /** A channel of reports, such as SMS. */
  channel: string;
  /** Hexadecimal. */
  sender: string;
}

/** Who asks. The gateway authenticates it; each subgraph authorises from it. Holds ids only, nothing personal. */
export interface Viewer {
  kind: 'public' | 'citizen' | 'officer' | 'service';
  /** Account id of a citizen or officer. */
  accountId?: string | undefined;
  /** Posts in force; empty for everyone but officers and analysts. */
  posts: readonly Post[];
  /** Ids of reports that this device opened with their access code. */
  reportGrants: readonly string[];
  /** Hand-overs that this device opened with their link. */
  handOverGrants?: readonly HandOverGrant[] | undefined;
  /** Ids of work orders that this device opened with their link. */
  workOrderGrants?: readonly string[] | undefined;
  /** Set when a key asks instead of a person; it never opens an identity and manages nobody. */
  apiKey?: { id: string; scopes: readonly KeyScope[] } | undefined;
  /** The door: the application a person uses (ANDROID, IOS), or whatever a service of the platform took a report in by. */
  channel?: string | undefined;
  /** Set when a door of the platform asks for somebody who wrote to it: that is nobody with a name, and has no device to do work on. */
  isAtDoor?: boolean | undefined;
  /** Keyed, daily changing hash of the network source, or of the sender at a door, for rate limits only. Never stored with a report. */
  source?: string | undefined;
}

/** Somebody without a session. */
export const PUBLIC_VIEWER: Viewer = { kind: 'public', posts: [], reportGrants: [] };

/** Whether the viewer holds a role, at a given organisation if one is named. */
export const hasRole = (viewer: Viewer, role: PostRole, organisationId?: string): boolean =>
  viewer.posts.some(
    (post) => post.role === role && (organisationId === undefined || post.organisationId === organisationId),
  );

/** National desk: operators who verify, route and publish for the whole country. */
export const isNationalDesk = (viewer: Viewer): boolean => hasRole(viewer, 'NATIONAL_ADMIN');

/** Organisations at which the viewer holds one of the roles. */
export const organisationsOf = (viewer: Viewer, ...roles: PostRole[]): string[] =>
  viewer.posts.filter((post) => roles.includes(post.role)).map((post) => post.organisationId);
