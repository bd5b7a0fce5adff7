import type { AddressInfo, Socket } from 'node:net';
import smpp, { type PDU } from 'smpp';

type OperatorSession = {
  on(event: string, listener: (pdu: PDU) => void): unknown;
  send(pdu: PDU, answered?: (answer: PDU) => void): boolean;
  socket: Socket;
};

/** What the operator does with a submitted message. */
export type OnSubmit = (
  pdu: PDU,
  session: OperatorSession,
  index: number,
) => Record<string, unknown> | 'SILENT' | 'BREAKS';

/** An operator's centre on a port of this machine: takes binds and messages, and brings some. */
export interface Operator extends AsyncDisposable {
  url(query?: string): string;
  /** Messages as they were submitted. */
  submitted: PDU[];
  /** Bound sessions that stand. */
  bound: OperatorSession[];
  /** Answers the nth message. */
  onSubmit: OnSubmit;
  /** Refuses binds with this status. */
  refusesBinds: number;
  enquiries: number;
  /** Brings a message and waits for the answer; `BROKEN` when the connection ends before. */
  deliver(values: Record<string, unknown>, session?: OperatorSession): Promise<number | 'BROKEN'>;
  breakAll(): void;
  listen(port?: number): Promise<void>;
  close(): Promise<void>;
}

export async function startOperator(): Promise<Operator> {
  let port = 0;
  const operator: Operator = {
    url: (query = '') => `smpp://lapor:rahasia@127.0.0.1:${port}${query}`,
    submitted: [],
    bound: [],
    onSubmit: (_pdu, _session, index) => ({ message_id: `m${index}` }),
    refusesBinds: 0,
    enquiries: 0,
    deliver: (values, session = operator.bound[0]!) =>
      new Promise((resolve) => {
        const broken = () => resolve('BROKEN');
        session.socket.once('close', broken);
        session.send(new smpp.PDU('deliver_sm', values), (answer) => {
          session.socket.off('close', broken);
          resolve(answer.command_status);
        });
      }),
    breakAll() {
      const broken = operator.bound;
      operator.bound = [];
      for (const { socket } of broken) socket.destroy();
    },
    listen: (again = port) =>
      new Promise((resolve) => {
        server.listen(again, '127.0.0.1', () => {
          port = (server.address() as AddressInfo).port;
          resolve();
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        operator.breakAll();
      }),
    [Symbol.asyncDispose]: async () => {
      if (server.listening) await operator.close();
    },
  };
  const server = smpp.createServer((bare) => {
    const session = bare as unknown as OperatorSession;
    session.on('error', () => {});
    session.on('bind_transceiver', (pdu) => {
      const isOurs = pdu.system_id === 'lapor' && pdu.password === 'rahasia';
      const status = isOurs ? operator.refusesBinds : 0x0e;
      session.send(pdu.response({ command_status: status }));
      if (status === 0) operator.bound.push(session);
    });
    session.on('submit_sm', (pdu) => {
      operator.submitted.push(pdu);
      const answer = operator.onSubmit(pdu, session, operator.submitted.length);
      if (answer === 'BREAKS') session.socket.destroy();
      else if (answer !== 'SILENT') session.send(pdu.response(answer));
    });
    session.on('enquire_link', (pdu) => {
      operator.enquiries += 1;
      session.send(pdu.response());
    });
    session.on('unbind', (pdu) => {
      session.send(pdu.response());
      session.socket.end();
    });
    session.socket.on('close', () => {
      operator.bound = operator.bound.filter((one) => one !== session);
    });
  });
  await operator.listen(0);
  return operator;
}

/** The text of a submitted part, without its header. */
export const textOfPart = (pdu: PDU): string => {
  const { message } = pdu.short_message as { message: string };
  return message;
};
