import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** How the server treats the next messages, in turn; afterwards it takes everything. */
export type Treatment =
  'take' | 'refuse for now' | 'refuse for good' | 'hang up before the message' | 'take and hang up';

export interface MailServer extends AsyncDisposable {
  url: string;
  /** What arrived. */
  mails: { raw: string; recipients: string[]; parsed: ParsedMail }[];
  treat(...treatments: Treatment[]): void;
}

/** A real SMTP server on the loopback interface. */
export async function startMailServer(): Promise<MailServer> {
  const mails: MailServer['mails'] = [];
  let treatments: Treatment[] = [];
  let current: Treatment = 'take';
  const sockets = new Map<string, { destroy(): void }>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo({ address }, session, done) {
      current = treatments.shift() ?? 'take';
      if (current === 'refuse for now') return done(answer(451, `try <${address}> later`));
      if (current === 'refuse for good') return done(answer(550, `no such user <${address}>`));
      if (current === 'hang up before the message') return sockets.get(session.id)!.destroy();
      done();
    },
    onData(stream, session, done) {
      const treatment = current;
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        const raw = Buffer.concat(chunks).toString();
        mails.push({ raw, recipients, parsed: await simpleParser(raw) });
        if (treatment === 'take and hang up') sockets.get(session.id)!.destroy();
        else done();
      })();
    },
    onConnect(session, done) {
      const connection = [...(server as unknown as { connections: Set<Connection> }).connections].find(
        ({ id }) => id === session.id,
      );
      sockets.set(session.id, { destroy: () => connection!._socket.destroy() });
      done();
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    treat: (...next) => void (treatments = next),
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

interface Connection {
  id: string;
  _socket: { destroy(): void };
}

const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });
