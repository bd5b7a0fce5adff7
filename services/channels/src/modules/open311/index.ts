import type { FastifyInstance } from 'fastify';
import { createKeyClient } from './by-key.ts';
import { open311Routes, type RoutesDeps } from './routes.ts';
import { createServices } from './services.ts';

export interface Open311Config extends Omit<RoutesDeps, 'keys' | 'services'> {
  /** The gateway's address; `null` while there is none yet. */
  gatewayUrl: () => string | null;
}

/** The façade of Open311 GeoReport v2 in front of the graph (docs/adr/0057). */
export async function serveOpen311(server: FastifyInstance, config: Open311Config): Promise<void> {
  const { gatewayUrl, ...deps } = config;
  await open311Routes(server, { ...deps, keys: createKeyClient(gatewayUrl), services: createServices(deps) });
}
