import { createServer, type IncomingMessage } from 'node:http';
import { Pool } from 'pg';
import { BARE_STATEMENTS, type OperationName } from './bench/bare-statements.ts';
import { PORTS } from './bench/settings.ts';

// What everything is compared with: node:http, pg, and for each operation one prepared statement that makes the answer.
const { databaseUrl } = JSON.parse(process.argv[2]!) as { databaseUrl: string };
const pool = new Pool({ connectionString: databaseUrl, max: 8, options: '-c timezone=UTC' });

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
}

const UNIQUE_VIOLATION = '23505';

async function answer(name: OperationName, variables: Record<string, unknown>): Promise<string> {
  const { text, values } = BARE_STATEMENTS[name];
  for (;;) {
    try {
      return (await pool.query<{ body: string }>({ name, text, values: values(variables) })).rows[0]!.body;
    } catch (error) {
      // A number that was drawn before; the platform draws again as well.
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    }
  }
}

const server = createServer((request, response) => {
  void read(request)
    .then((variables) => answer(request.url!.slice(1) as OperationName, variables))
    .then(
      (body) => {
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.end(body);
      },
      (error: Error) => {
        response.statusCode = 500;
        response.end(error.message);
      },
    );
});
server.listen(PORTS.bareServer, '127.0.0.1', () => process.send!('ready'));

const stop = () => {
  server.close();
  server.closeAllConnections();
  void pool.end().finally(() => process.exit(0));
};
process.once('SIGTERM', stop);
// The benchmark has ended, however it did.
process.once('disconnect', stop);
