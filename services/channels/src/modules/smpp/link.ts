import { connect, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { Logger } from '@lapor/logging';
import type { SmppAddress } from './address.ts';
import { openSession, type Request, type Session } from './session.ts';
import { reasonOf, STATUS } from './status.ts';

export interface LinkTimes {
  /** For the connection, the bind and each answer. */
  answerMilliseconds: number;
  /** How often the other side is asked whether it is there. */
  enquireMilliseconds: number;
  /** The first pause before connecting again; it doubles up to the longest. */
  pauseMilliseconds: number;
  longestPauseMilliseconds: number;
}

export const LINK_TIMES: LinkTimes = {
  answerMilliseconds: 15_000,
  enquireMilliseconds: 15_000,
  pauseMilliseconds: 1_000,
  longestPauseMilliseconds: 60_000,
};

export interface LinkOptions {
  address: SmppAddress;
  logger: Logger;
  times: LinkTimes;
  /** A request other than those that keep the connection alive; answers it by the session. */
  onRequest(request: Request, session: Session): Promise<void>;
  /** Everything that was answered on this session before this moment has arrived there. */
  onAlive(session: Session, answeredBefore: number): void;
}

/** One bound connection that comes back by itself. */
export interface Link {
  start(): void;
  stop(): Promise<void>;
  /** `null` while it is not bound. */
  readonly session: Session | null;
  /** Messages of ours under way on it. */
  underWay: number;
  /** The operator wants nothing before then (milliseconds of the machine's clock). */
  slowUntil: number;
  readonly lastRefusal: string | null;
}

const INTERFACE_VERSION = 0x34;

/** Binds as a transceiver, asks again and again whether the other side is there, and connects again when it is not. */
export function createLink(options: LinkOptions): Link {
  const { address, logger, times } = options;
  let session: Session | null = null;
  let opening: Session | null = null;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = true;
  let lastRefusal: string | null = null;

  const link: Link = {
    start() {
      if (!isStopped) return;
      isStopped = false;
      open();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      const last = session;
      if (last) await last.request('unbind').catch(() => {});
      last?.end();
      opening?.end();
    },
    get session() {
      return session;
    },
    underWay: 0,
    slowUntil: 0,
    get lastRefusal() {
      return lastRefusal;
    },
  };

  function openAgain(reason: string): void {
    session = null;
    clearTimeout(timer);
    if (isStopped) return;
    if (lastRefusal !== reason) logger.warn({ provider: address.name, reason }, 'An SMPP connection is down');
    lastRefusal = reason;
    const pause = Math.min(times.pauseMilliseconds * 2 ** failures, times.longestPauseMilliseconds);
    failures = Math.min(failures + 1, 30);
    // Several connections that broke together do not come back together.
    timer = setTimeout(open, pause / 2 + (Math.random() * pause) / 2);
  }

  function open(): void {
    const socket: Socket = address.tls
      ? connectSecurely({ host: address.host, port: address.port, servername: address.host })
      : connect({ host: address.host, port: address.port });
    socket.setNoDelay(true);
    let ended: string | null = null;
    const own: Session = openSession(socket, {
      answerMilliseconds: times.answerMilliseconds,
      onRequest: (request) => options.onRequest(request, own),
      onEnd: () => openAgain(ended ?? 'CONNECTION_ENDED'),
    });
    opening = own;
    const giveUp = (reason: string) => {
      ended ??= reason;
      own.end();
    };
    const tooLong = setTimeout(() => giveUp('TIMEOUT'), times.answerMilliseconds);
    socket.once('close', () => clearTimeout(tooLong));
    socket.once(address.tls ? 'secureConnect' : 'connect', () => {
      clearTimeout(tooLong);
      void bind(own, giveUp);
    });
  }

  async function bind(own: Session, giveUp: (reason: string) => void): Promise<void> {
    try {
      const answer = await own.request('bind_transceiver', {
        system_id: address.systemId,
        password: address.password,
        system_type: address.systemType,
        interface_version: INTERFACE_VERSION,
      });
      if (answer.command_status !== STATUS.OK) return giveUp(reasonOf(answer.command_status));
      if (answer.command !== 'bind_transceiver_resp') return giveUp('NO_BIND');
    } catch {
      return giveUp('NO_BIND');
    }
    if (isStopped) return own.end();
    session = own;
    failures = 0;
    lastRefusal = null;
    logger.info({ provider: address.name }, 'An SMPP connection is up');
    await keepAlive(own, giveUp);
  }

  async function keepAlive(own: Session, giveUp: (reason: string) => void): Promise<void> {
    while (own.isOpen && !isStopped) {
      await new Promise<void>((resolve) => {
        timer = setTimeout(resolve, times.enquireMilliseconds);
      });
      if (!own.isOpen || isStopped) return;
      const asked = performance.now();
      try {
        await own.request('enquire_link');
      } catch {
        return giveUp('NO_ANSWER');
      }
      // An answer to a question that was asked after them: what was written before it arrived before it.
      options.onAlive(own, asked);
    }
  }

  return link;
}
