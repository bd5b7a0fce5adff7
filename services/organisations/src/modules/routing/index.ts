export { followFormerBodies, followSuccessor } from './follow-successor.ts';
export { type PlannedRoute, type RouteCounts, importRoutes } from './import-routes.ts';
export { RouteRuleResolver, RoutingResolver } from './resolver.ts';
