export { followFormerBodies, followSuccessor } from './follow-successor.ts';
export { appliedRules, rulesQuestion, type AppliedRule } from './applied-rules.ts';
export { type PlannedRoute, type RouteCounts, importRoutes } from './import-routes.ts';
export { RouteRuleResolver, RoutingResolver } from './resolver.ts';
