import type { Post, PostRole, Viewer } from '@lapor/viewer';

/** An organisation as the rules see it. */
export type Place = {
  /** From the root of its government to itself: authority ends at the first element. */
  path: readonly string[];
  /** `OrganisationKind` of the graph. */
  kind: string;
  /** Where it is; null for national bodies. */
  regionCode: string | null;
};

/** A post with the place where it is held. */
export type PlacedPost = Post & Place;

/** A viewer whose posts say where they are held; posts at places that do not exist are left out. */
export type PlacedViewer = Omit<Viewer, 'posts'> & { posts: readonly PlacedPost[] };

/** Nothing but the viewer decides. */
type Everything = null;

/** Every action of the service, each with what it is done to. Nothing is done or shown on any other ground than one of these. */
export type SubjectOf = {
  /** Rename, move, merge, retire, restore: the organisation itself. */
  restructure: Place;
  /** The organisation below which units are added. */
  addUnits: Place;
  importUnits: Place;
  readUnitsCsv: Place;
  /** Another K/L or government. */
  addRoot: Everything;
  editDetails: Place;
  /** The root of the government. */
  setClosingDays: Place;
  readHeadContact: Place;
  readChanges: Place;
  setDirectVerification: Place;
  routeNationally: Everything;
  /** The government whose own units are chosen. */
  routeInGovernment: Place;
  /** Give or take a post of this role at the place. */
  managePost: Place & { role: PostRole };
  /** Suspend, reinstate, rename, invite again: the officer with all running and coming posts. */
  manageOfficer: { officerId: string; posts: readonly (Place & { role: PostRole })[] };
  /** Name and posts of an officer; governments of the running and coming posts. */
  knowOfficer: { officerId: string; governmentIds: readonly string[] };
  /** Let somebody stand in for the holder of this post. */
  delegate: Place & { role: PostRole; officerId: string };
  readReadiness: Place;
  declareReadiness: Place;
  noteObstacle: Place;
  recordVisit: Place;
  readAudit: Place;
};
export type Action = keyof SubjectOf;

/** Whose readiness a viewer may read; null: everybody's. */
export type ReadinessScope = {
  governmentIds: readonly string[];
  /** Codes of provinces: everything in them. */
  provinceCodes: readonly string[];
  /** Codes of provinces: the regencies and cities in them, with their units. */
  supervisedProvinceCodes: readonly string[];
} | null;
