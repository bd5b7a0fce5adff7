import type { AddressInfo, Socket } from 'node:net';
import smpp, { type PDU } from 'smpp';

/** An operator of short messages on a port of this machine. */
export interface BenchOperator extends AsyncDisposable {
  address: AddressInfo | string | null;
  /** Resolves when the platform is bound with as many connections as it has. */
  bound: Promise<void>;
  /** Brings a message; `true` when it was taken. */
  bring(from: string, text: string): Promise<boolean>;
  /** How many messages went to each number. */
  answered: Map<string, number>;
}

interface Bound {
  on(event: string, listener: (pdu: PDU) => void): unknown;
  send(pdu: PDU, answered?: (answer: PDU) => void): boolean;
  socket: Socket;
}

const CONNECTIONS = 2;

export async function openOperator(): Promise<BenchOperator> {
  const sessions: Bound[] = [];
  const bound = Promise.withResolvers<void>();
  const answered = new Map<string, number>();
  let brought = 0;
  let names = 0;
  const server = smpp.createServer((bare) => {
    const session = bare as unknown as Bound;
    session.on('error', () => {});
    session.on('bind_transceiver', (pdu) => {
      session.send(pdu.response());
      sessions.push(session);
      if (sessions.length === CONNECTIONS) bound.resolve();
    });
    session.on('enquire_link', (pdu) => void session.send(pdu.response()));
    session.on('unbind', (pdu) => void session.send(pdu.response()));
    session.on('submit_sm', (pdu) => {
      const to = String(pdu.destination_addr);
      answered.set(to, (answered.get(to) ?? 0) + 1);
      session.send(pdu.response({ message_id: `bench-${++names}` }));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return {
    address: server.address(),
    bound: bound.promise,
    answered,
    bring: (from, text) =>
      new Promise((resolve) => {
        const session = sessions[brought++ % sessions.length]!;
        const pdu = new smpp.PDU('deliver_sm', {
          source_addr_ton: 1,
          source_addr: from,
          destination_addr: '1708',
          short_message: text,
        });
        session.send(pdu, ({ command_status: status }) => resolve(status === 0));
      }),
    [Symbol.asyncDispose]: async () => {
      for (const { socket } of sessions) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
