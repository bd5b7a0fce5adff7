import type { PostRole } from '@lapor/viewer';
import { isKey, isNationalDesk, type Person, type PersonName } from './people.ts';
import { mayManagePost } from './organisation-authority.ts';
import { rootOf, type Place } from './places.ts';

/** What the rules know of an officer. */
export interface OfficerFacts {
  /** Running and coming posts. */
  posts: readonly { role: PostRole; at: Place }[];
  /** The viewer of the matrix who is this officer. */
  self: PersonName | null;
  isSuspended: boolean;
}

const officer = (...posts: [PostRole, Place][]): OfficerFacts => ({
  posts: posts.map(([role, at]) => ({ role, at })),
  self: null,
  isSuspended: false,
});

/** Officers that are looked at and changed in the matrix. Each place that one leaves has another admin. */
export const OFFICERS = {
  'liaison officer of the unit': {
    ...officer(['LIAISON_OFFICER', 'unit']),
    self: 'liaison officer of the unit',
  },
  // The second post is still to come.
  'field officer below the unit': officer(['FIELD_OFFICER', 'unit below'], ['LIAISON_OFFICER', 'unit below']),
  'second admin of the city': officer(['AGENCY_ADMIN', 'city']),
  'second admin of the unit': officer(['AGENCY_ADMIN', 'unit']),
  "liaison officer of the other city's unit": {
    ...officer(['LIAISON_OFFICER', "other city's unit"]),
    self: "liaison officer of the other city's unit",
  },
  'head of the ministry': officer(['AGENCY_HEAD', 'ministry']),
  'officer of two cities': officer(
    ['LIAISON_OFFICER', 'sibling unit'],
    ['LIAISON_OFFICER', "other city's unit"],
  ),
  'national admin': { ...officer(['NATIONAL_ADMIN', 'ministry of the desk']), self: 'national admin' },
  'suspended liaison officer': { ...officer(['LIAISON_OFFICER', 'sibling unit']), isSuspended: true },
} as const satisfies Record<string, OfficerFacts>;

export type OfficerName = keyof typeof OFFICERS;
export const OFFICER_NAMES = Object.keys(OFFICERS) as OfficerName[];
export const officerFacts = (name: OfficerName): OfficerFacts => OFFICERS[name];

export const isSelf = (viewer: PersonName, subject: OfficerFacts): boolean => viewer === subject.self;

/** "The officer, same government, national desk". */
export const knowsOfficer = (name: PersonName, viewer: Person, subject: OfficerFacts): boolean =>
  isSelf(name, subject) ||
  isNationalDesk(viewer) ||
  (!isKey(viewer) &&
    viewer.posts.some(({ at }) => subject.posts.some((post) => rootOf(post.at) === rootOf(at))));

/** Whoever may manage every post of the officer. That nobody does it to oneself is told apart. */
export const mayManageOfficer = (viewer: Person, subject: OfficerFacts): boolean =>
  isNationalDesk(viewer) || subject.posts.every(({ role, at }) => mayManagePost(viewer, role, at));
