import { startTestServer } from '@lapor/database/testing';

/** One PostgreSQL for all test files, started before the first and stopped after the last, unless it was there already. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.TEST_DATABASE_URL) return async () => {};
  const server = await startTestServer();
  process.env.TEST_DATABASE_URL = server.url;
  return async () => {
    if (!server.reused) await server.stop();
  };
}
