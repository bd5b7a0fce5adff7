import type { PostRole } from '@lapor/viewer';
import type { Place } from './places.ts';

/** Who looks: what the rules know of a viewer. */
export interface Person {
  /**
   * What the credential is worth: nobody in particular, a citizen, an officer who has no second factor yet and sees no more than
   * whose account it is, an officer, a key, or refused as a whole (401).
   */
  is: 'nobody' | 'citizen' | 'enrolling' | 'officer' | 'key' | 'turned away';
  /** Posts in force now. */
  posts: readonly { role: PostRole; at: Place }[];
  /** Of a key: what it may do besides reading what is public. */
  scopes: readonly ('reports:read' | 'graph:write')[];
  /** How the viewer is the reporter of a report, when it is one of those that this reporter filed. */
  reporter: 'account' | 'code' | 'other account' | null;
  /** A grant from a hand-over link: for the report that is looked at, or for another one. */
  handOver: 'this' | 'another' | null;
  /** A grant from the link of the work order that is looked at. */
  workOrder?: boolean;
}

const nobody: Person = { is: 'nobody', posts: [], scopes: [], reporter: null, handOver: null };
const citizen: Person = { ...nobody, is: 'citizen' };
const officer = (role: PostRole, at: Place, ...further: [PostRole, Place][]): Person => ({
  ...nobody,
  is: 'officer',
  posts: [[role, at] as const, ...further].map(([held, place]) => ({ role: held, at: place })),
});
const key = (role: PostRole, at: Place, ...scopes: Person['scopes'][number][]): Person => ({
  ...officer(role, at),
  is: 'key',
  scopes,
});
const turnedAway: Person = { ...nobody, is: 'turned away' };

/**
 * The roles of domain.md (People) with their variants. Of a credential that is worth nothing the table says so: whoever made it
 * (world/people.ts) had the widest authority there is, so that any leak shows.
 */
export const PEOPLE = {
  public: nobody,
  // Asks by the pass of a door, and is nobody with a name.
  'sender at a door': nobody,
  citizen,
  'another citizen': { ...citizen, reporter: 'other account' },
  reporter: { ...citizen, reporter: 'account' },
  'reporter by access code': { ...nobody, reporter: 'code' },
  'national admin': officer('NATIONAL_ADMIN', 'ministry of the desk'),
  'national admin at KSP': officer('NATIONAL_ADMIN', 'KSP'),
  'admin of the city': officer('AGENCY_ADMIN', 'city'),
  'admin of the unit': officer('AGENCY_ADMIN', 'unit'),
  'admin of the sibling unit': officer('AGENCY_ADMIN', 'sibling unit'),
  'admin of the other city': officer('AGENCY_ADMIN', 'other city'),
  'admin of the province': officer('AGENCY_ADMIN', 'province'),
  'admin of the ministry': officer('AGENCY_ADMIN', 'ministry'),
  'head of the city': officer('AGENCY_HEAD', 'city'),
  'head of the unit': officer('AGENCY_HEAD', 'unit'),
  'head of the other city': officer('AGENCY_HEAD', 'other city'),
  'head of the province': officer('AGENCY_HEAD', 'province'),
  'liaison officer of the unit': officer('LIAISON_OFFICER', 'unit'),
  'liaison officer of the co-handling unit': officer('LIAISON_OFFICER', 'co-handling unit'),
  'liaison officer of the sibling unit': officer('LIAISON_OFFICER', 'sibling unit'),
  'liaison officer of the unit below': officer('LIAISON_OFFICER', 'unit below'),
  "liaison officer of the other city's unit": officer('LIAISON_OFFICER', "other city's unit"),
  'field officer of the unit': officer('FIELD_OFFICER', 'unit'),
  Ombudsman: officer('OMBUDSMAN', 'Ombudsman'),
  'Ombudsman of the province': officer('OMBUDSMAN', 'Ombudsman of the province'),
  'Ombudsman elsewhere': officer('OMBUDSMAN', 'Ombudsman elsewhere'),
  'KSP monitor': officer('KSP_MONITOR', 'KSP'),
  analyst: officer('ANALYST', 'KSP'),
  'analyst by key': key('ANALYST', 'KSP'),
  'reading key of the unit': key('LIAISON_OFFICER', 'unit', 'reports:read'),
  'writing key of the unit': key('LIAISON_OFFICER', 'unit', 'reports:read', 'graph:write'),
  'writing key of the city': key('LIAISON_OFFICER', 'city', 'reports:read', 'graph:write'),
  'writing key of the other city': key('LIAISON_OFFICER', 'other city', 'reports:read', 'graph:write'),
  /** Stands in for the unit's liaison officer today; the own post is no more than field officer of the sibling unit. */
  substitute: officer('FIELD_OFFICER', 'sibling unit', ['LIAISON_OFFICER', 'unit']),
  'former substitute': officer('FIELD_OFFICER', 'sibling unit'),
  'suspended officer': nobody,
  'officer whose post ended': nobody,
  'officer whose post comes later': officerWithoutPost(),
  'officer without second factor': { ...nobody, is: 'enrolling' },
  'expired session': nobody,
  'revoked session': nobody,
  'revoked key': turnedAway,
  'expired key': turnedAway,
  'holder of the hand-over': { ...nobody, handOver: 'this' },
  'holder of another hand-over': { ...nobody, handOver: 'another' },
  'holder of the work order': { ...nobody, workOrder: true },
} as const satisfies Record<string, Person>;

/** Signed in with a second factor, and no post is in force. */
function officerWithoutPost(): Person {
  return { ...nobody, is: 'officer' };
}

export type PersonName = keyof typeof PEOPLE;
/** Who follows a report and an area. */
export const FOLLOWER = 'citizen' satisfies PersonName;
/** Who keeps a filter. */
export const FILTER_KEEPER = 'liaison officer of the unit' satisfies PersonName;
/** Who has sent an answer and taken it back. */
export const WHO_TOOK_BACK = 'liaison officer of the unit' satisfies PersonName;
export const PERSON_NAMES = Object.keys(PEOPLE) as PersonName[];
export const person = (name: PersonName): Person => PEOPLE[name];

export const isTurnedAway = (viewer: Person): boolean => viewer.is === 'turned away';
export const isKey = (viewer: Person): boolean => viewer.is === 'key';
/** A person's post, never a key's. */
export const holds = (viewer: Person, role: PostRole, at?: (place: Place) => boolean): boolean =>
  !isKey(viewer) && holdsAlsoByKey(viewer, role, at);
/** A post, also one that a key carries. */
export const holdsAlsoByKey = (viewer: Person, role: PostRole, at?: (place: Place) => boolean): boolean =>
  viewer.posts.some((post) => post.role === role && (!at || at(post.at)));
export const isNationalDesk = (viewer: Person): boolean => holds(viewer, 'NATIONAL_ADMIN');
