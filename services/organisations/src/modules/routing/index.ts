export { followFormerBodies, followSuccessor } from './follow-successor.ts';
export { appliedRules, rulesQuestion, type AppliedRule } from './applied-rules.ts';
export { type PlannedRoute, type RouteCounts, importRoutes } from './import-routes.ts';
export { CategoryRoutingResolver, ReportRulesResolver } from './entity-resolvers.ts';
export { Category, Report } from './graphql.ts';
export { routingLoaders } from './loaders.ts';
export { RouteRuleResolver, RoutingResolver } from './resolver.ts';
