import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { DeliveredEvent, Receipt, Receiver } from '@lapor/events';
import type { Viewer } from '@lapor/viewer';
import type { ServiceHealth } from './service-health.ts';

/** What every subgraph knows of a request: who asks, and a number to find it again in the logs. */
export interface RequestContext {
  viewer: Viewer;
  requestId: string;
}

/** A service's part of the graph. */
export interface Subgraph<Context = any> {
  name: string;
  schema: GraphQLSchema;
  /** Builds what the resolvers get: loaders and a unit of work of this request's own. */
  createContext(request: RequestContext): Context;
}

/** A running service, the same whether it shares a process with others or has its own. */
export interface Service extends AsyncDisposable {
  name: string;
  /** What the import of reference data did at the start, a line per file or kind. */
  imports?: readonly string[];
  subgraph?: Subgraph;
  /** Takes a batch of another service's events. */
  receiveEvents(source: string, events: readonly DeliveredEvent[]): Promise<Receipt>;
  /** Tells where its own events go, and starts delivery and jobs. */
  connect(receivers: Readonly<Record<string, Receiver>>): void;
  /** Resolves when the service can answer through its database; throws otherwise. */
  ready(): Promise<void>;
  /** How its jobs, outbox and waiting work do; between services at `GET /internal/health`. */
  health(): Promise<ServiceHealth>;
  /** Does what is due and delivers what waits; returns how much was done. Repeat over all services until 0 to reach rest. */
  settle(): Promise<number>;
  /** HTTP routes under the platform's one origin (`/files/*`, `/auth/*` …). `request.viewer` is set. */
  routes?(server: FastifyInstance): Promise<void>;
  /** Routes for other services only (`/internal/*`); the caller has been verified. */
  internalRoutes?(server: FastifyInstance): Promise<void>;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the gateway, or from the signed token when the service runs alone. */
    viewer: Viewer;
  }
}
