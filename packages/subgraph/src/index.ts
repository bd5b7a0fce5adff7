export { asksFor } from './asks-for.ts';
import 'reflect-metadata';

export { buildSubgraph, type EntityResolvers, type SubgraphOptions } from './build-subgraph.ts';
export { DateTime, LocalDate } from './scalars.ts';
export {
  FieldError,
  InvalidInput,
  NotFound,
  ProofOfWorkChallenge,
  TooManyRequests,
  UserError,
} from './user-error.ts';
export { PageInfo, Connection, decodeCursor, encodeCursor, pageOf, type Page } from './connection.ts';
export type { RequestContext, Service, Subgraph } from './service.ts';
export type { ServiceHealth, WaitingWork } from './service-health.ts';
export { batch, batchById, batchGroups, type Loader } from './batch.ts';
export { serveService, type ServeOptions } from './serve-service.ts';
export { stopOnSignals } from './stop-on-signals.ts';
