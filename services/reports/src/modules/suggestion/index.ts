export { httpRouteRules, noRouteRules, type AppliedRule, type RouteRules } from './route-rules.ts';
export { ReportSuggestionResolver, SuggestionQueries } from './resolver.ts';
export { suggestRouting, type RoutingSuggestion, type Written } from './suggest-routing.ts';
