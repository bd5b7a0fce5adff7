export { startGateway, type Gateway, type GatewayConfig } from './gateway.ts';
export { type Graph, type SubgraphPlace, startGraph } from './graph/graph.ts';
export type { ServiceRoutes } from './http/service-routes.ts';
export type { Authenticate } from './http/viewer.ts';
export type { Readiness } from './http/health.ts';
export type { PageServer, PageTools, Pages, PublicGraph } from './pages/page-server.ts';
export { LIMITS } from './guard/limits.ts';
