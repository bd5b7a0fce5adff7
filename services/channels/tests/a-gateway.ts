import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a gateway does with one request. */
export type Step = number | 'SILENT' | 'BREAKS';

/** A gateway for short messages on a port of this machine. */
export interface Gateway extends AsyncDisposable {
  url: string;
  /** What it was handed, in order. */
  got: { id: string; to: string; text: string }[];
  /** What it does with the next requests; the last one stands. */
  steps: Step[];
}

export async function startGateway(...steps: Step[]): Promise<Gateway> {
  const gateway: Gateway = {
    url: '',
    got: [],
    steps,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      gateway.got.push(JSON.parse(body) as Gateway['got'][number]);
      const step = gateway.steps.length > 1 ? gateway.steps.shift()! : (gateway.steps[0] ?? 202);
      if (step === 'BREAKS') request.socket.destroy();
      else if (step !== 'SILENT') response.writeHead(step).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  gateway.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
  return gateway;
}
