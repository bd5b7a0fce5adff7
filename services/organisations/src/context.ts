import type { RequestContext } from '@lapor/subgraph';
import { type PlacedViewer, placeViewer } from './modules/authority/index.ts';
import { calendarLoaders } from './modules/calendar/index.ts';
import { changeLoaders } from './modules/change/index.ts';
import { delegationLoaders } from './modules/delegation/index.ts';
import { evidenceLoaders } from './modules/evidence/index.ts';
import { officerLoaders } from './modules/officer/index.ts';
import { organisationLoaders } from './modules/organisation/index.ts';
import { readinessLoaders } from './modules/readiness/index.ts';
import type { UseCaseDependencies } from './modules/refusal/index.ts';
import { regionLoaders } from './modules/region/index.ts';
import { routingLoaders } from './modules/routing/index.ts';
import { supervisionLoaders } from './modules/supervision/index.ts';
import { unitsCsvLoader } from './modules/units-csv/index.ts';

/** What the service lends to every request. */
export type ServiceDependencies = UseCaseDependencies & {
  /** Tells delivery that a transaction with events was committed. */
  eventsCommitted: () => void;
  /** Path of a file of evidence, signed for a short time. */
  signEvidenceUrl: (id: string) => string;
};

/** What the resolvers of one request get: the viewer, and loaders that batch and remember within the request. */
export type Context = RequestContext &
  ServiceDependencies & {
    loaders: Loaders;
    /** For how many reports of this request the rules of the map may still be looked up. */
    routeRulesLeft: number;
    /** The viewer with the places of the posts, for `decide`; one statement per request. */
    placedViewer: () => Promise<PlacedViewer>;
  };

const MOST_ROUTE_RULES = 10;

type Loaders = ReturnType<typeof buildLoaders>;

function buildLoaders({ database, clock, signEvidenceUrl }: ServiceDependencies) {
  return {
    ...regionLoaders(database),
    ...organisationLoaders(database),
    ...routingLoaders(database),
    ...changeLoaders(database),
    ...calendarLoaders(database),
    ...supervisionLoaders(database),
    ...unitsCsvLoader(database),
    ...officerLoaders(database, clock),
    ...delegationLoaders(database, clock),
    ...readinessLoaders(database, clock),
    ...evidenceLoaders(database, signEvidenceUrl),
  };
}

export function buildContext(dependencies: ServiceDependencies, request: RequestContext): Context {
  const loaders = buildLoaders(dependencies);
  let placed: Promise<PlacedViewer> | undefined;
  const place = async () => {
    const ids = [...new Set(request.viewer.posts.map((post) => post.organisationId))];
    const places = await Promise.all(ids.map((id) => loaders.organisation.load(id)));
    return placeViewer(
      request.viewer,
      new Map(places.flatMap((found) => (found ? [[found.id, found]] : []))),
    );
  };
  return {
    ...request,
    ...dependencies,
    loaders,
    routeRulesLeft: MOST_ROUTE_RULES,
    placedViewer: () => (placed ??= place()),
  };
}
