import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createSecureContext } from 'node:tls';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Logger } from '@lapor/logging';
import { purposeOf, type MailPurpose } from './mail-address.ts';
import type { ArrivedMail, TakenMail } from './take-mail.ts';

export interface MailServerOptions {
  port: number;
  host: string;
  /** Domain of the addresses that mail is taken in at. */
  domain: string;
  /** PEM of key and certificate: STARTTLS is offered. */
  tls?: { key: string; cert: string } | undefined;
  take(mail: ArrivedMail): Promise<TakenMail>;
  logger: Logger;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** A server that takes mail in, until it is disposed of. */
export interface MailServer extends AsyncDisposable {
  port: number;
}

const LARGEST_BYTES = 25 * 1_048_576;
/** Of all mails that are under way. */
const MOST_BYTES = 4 * LARGEST_BYTES;
const MOST_CONNECTIONS = 20;
const MOST_OF_ONE_PEER = 10;
const CONNECTIONS_PER_MINUTE = 240;
const MOST_RECIPIENTS = 5;
const MOST_WRONG = 10;
const QUIET_MILLISECONDS = 60_000;

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

/** @throws where key and certificate are no pair that a server could use; never with a part of them. */
function checkTls(tls: MailServerOptions['tls']): void {
  try {
    if (tls) createSecureContext(tls);
  } catch {
    throw new Error('MAIL_IN_TLS_KEY and MAIL_IN_TLS_CERT are no key and certificate of each other (PEM)');
  }
}

/**
 * Takes mail in by SMTP from the operator's mail server: 250 only for what is durable, 4xx for what is to come again.
 * @throws where it cannot listen, or has no good certificate.
 */
export async function startMailServer(options: MailServerOptions): Promise<MailServer> {
  const { domain, logger, tls } = options;
  checkTls(tls);
  const peers = new Map<string, { open: number; begun: number; since: number }>();
  const wrong = new Map<string, number>();
  let underWay = 0;

  const server = new SMTPServer({
    name: domain,
    banner: 'LAPOR!',
    size: LARGEST_BYTES,
    authOptional: true,
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...tls,
    disableReverseLookup: true,
    maxClients: MOST_CONNECTIONS,
    socketTimeout: QUIET_MILLISECONDS,
    closeTimeout: 2_000,
    logger: false,
    onConnect({ remoteAddress }, done) {
      const now = options.now();
      const peer = peers.get(remoteAddress) ?? { open: 0, begun: 0, since: now };
      if (now - peer.since > 60_000) Object.assign(peer, { begun: 0, since: now });
      peers.set(remoteAddress, peer);
      peer.open += 1;
      peer.begun += 1;
      if (peer.open > MOST_OF_ONE_PEER || peer.begun > CONNECTIONS_PER_MINUTE)
        return done(refusal(421, '4.7.0 Too many connections; come again later'));
      done();
    },
    onClose({ remoteAddress, id }) {
      wrong.delete(id);
      const peer = peers.get(remoteAddress);
      if (!peer) return;
      peer.open -= 1;
      if (peer.open <= 0 && options.now() - peer.since > 60_000) peers.delete(remoteAddress);
    },
    onRcptTo({ address }, session, done) {
      if (purposeOf(address, domain) === null) {
        const count = (wrong.get(session.id) ?? 0) + 1;
        wrong.set(session.id, count);
        return done(
          count > MOST_WRONG
            ? refusal(421, '4.7.0 Too many errors')
            : refusal(550, '5.1.1 There is no such address'),
        );
      }
      if (session.envelope.rcptTo.length >= MOST_RECIPIENTS)
        return done(refusal(452, '4.5.3 Too many recipients'));
      done();
    },
    onData(stream, session, done) {
      void answer(stream, session, done);
    },
  });
  // A peer that breaks off is nothing to tell of.
  server.on('error', (error: unknown) =>
    logger.debug({ code: codeOf(error) }, 'A connection with mail broke'),
  );

  async function answer(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    let refused: Error | null = null;
    try {
      await receive(stream, session);
    } catch (error) {
      const isOurs = error instanceof Error && 'responseCode' in error;
      refused = isOurs ? error : refusal(451, '4.3.0 Not now; come again later');
      if (!isOurs)
        logger.error({ code: codeOf(error) }, 'A mail could not be kept; its server brings it again');
    }
    done(refused);
  }

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let isTooMuch = false;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        underWay += chunk.length;
        isTooMuch ||= underWay > MOST_BYTES;
        if (bytes <= LARGEST_BYTES && !isTooMuch) chunks.push(chunk);
        else chunks.length = 0;
      }
      if (stream.sizeExceeded || bytes > LARGEST_BYTES)
        throw refusal(552, '5.3.4 At most 25 MB are taken; send large files by the web');
      if (isTooMuch) throw refusal(452, '4.3.1 Too much at once; come again later');
      const { mailFrom, rcptTo } = session.envelope;
      const purposes = rcptTo
        .map(({ address }) => purposeOf(address, domain))
        .filter((purpose): purpose is MailPurpose => purpose !== null);
      const envelopeFrom = mailFrom ? mailFrom.address || null : null;
      const taken = await options.take({ raw: Buffer.concat(chunks), envelopeFrom, purposes });
      if (taken.kind === 'LATER') throw refusal(450, '4.7.1 Too many mails of one sender; come again later');
      if (taken.kind === 'NO_SENDER') throw refusal(550, '5.7.1 There is no single sender in From');
    } finally {
      underWay -= bytes;
    }
  }

  server.listen(options.port, options.host);
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return { port, [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Never the words of an error: they may hold an address. */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: string };
  return typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code) ? code : (name ?? 'unknown');
}
