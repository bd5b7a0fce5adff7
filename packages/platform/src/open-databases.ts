import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { provision } from '@lapor/database';
import { startEmbeddedPostgres } from '@lapor/database/embedded';
import { SERVICES, type ServiceName, type Settings } from './settings.ts';

/** Where each service's schema is, and what to stop at the end. */
export interface Databases {
  urls: Record<ServiceName, string>;
  /** How it came about, for the greeting. */
  description: string;
  /** The embedded server ran before, perhaps for another process. */
  ranBefore: boolean;
  stop(): Promise<void>;
}

/** Starts or reaches the database that the settings name, and gives each service its role and schema in it. */
export async function openDatabases({ database, dataDirectory, secrets }: Settings): Promise<Databases> {
  if (database.kind === 'each')
    return { urls: database.urls, description: 'one URL per service', ranBefore: true, stop: async () => {} };
  const password = createHash('sha256').update(`database ${secrets.service}`).digest('hex');
  if (database.kind === 'one') {
    return {
      urls: await urlsOf(database.url, password),
      description: 'DATABASE_URL',
      ranBefore: true,
      stop: async () => {},
    };
  }
  const server = await startEmbeddedPostgres({ dataDirectory: join(dataDirectory, 'postgres'), password });
  return {
    urls: await urlsOf(server.url, password),
    description: `embedded PostgreSQL on port ${server.port}${server.reused ? ' (was still running)' : ''}`,
    ranBefore: server.reused,
    stop: server.stop,
  };
}

async function urlsOf(adminUrl: string, password: string): Promise<Record<ServiceName, string>> {
  const provisioned = await provision(adminUrl, SERVICES, password);
  return Object.fromEntries(SERVICES.map((name) => [name, provisioned[name].url])) as Record<
    ServiceName,
    string
  >;
}
