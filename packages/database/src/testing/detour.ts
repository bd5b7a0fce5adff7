import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a database on which nothing comes through for a while, as when the server is stopped or a firewall drops what it sees. */
export interface Detour extends AsyncDisposable {
  /** The same address, by this way. */
  url: string;
  /** From now on nobody gets an answer, nor is told that there will be none. */
  silence(): void;
  /** What was held back goes on, and everything after it. */
  speak(): void;
}

/** Opens a way of its own to the database behind an address. */
export async function openDetour(address: string): Promise<Detour> {
  const target = new URL(address);
  const open = new Set<Socket>();
  let isSilent = false;
  const server = createServer({ pauseOnConnect: true }, (client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(from);
      from.on('data', (bytes) => to.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      if (isSilent) from.pause();
      else from.resume();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(address);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    silence() {
      isSilent = true;
      for (const socket of open) socket.pause();
    },
    speak() {
      isSilent = false;
      for (const socket of open) socket.resume();
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
