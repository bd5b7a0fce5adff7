import type { Carrier } from '../delivery/index.ts';
import { readSmppUrl, type SmppAddress } from './address.ts';
import { settle } from './heard.ts';
import { takeDelivered, tidyInbound, type InboundDeps } from './inbound.ts';
import { createLink, LINK_TIMES, type Link, type LinkTimes } from './link.ts';
import { CARRIER_TIMES, smppCarrier, type CarrierTimes } from './smpp-carrier.ts';
import type { Session } from './session.ts';
import { STATUS } from './status.ts';

export type SmppTimes = LinkTimes & CarrierTimes;
const SMPP_TIMES: SmppTimes = { ...LINK_TIMES, ...CARRIER_TIMES };

/** The operators of short messages. */
export interface Smpp {
  /** One for each operator, in the order in which they are asked. */
  carriers: readonly Carrier[];
  start(): void;
  stop(): Promise<void>;
  /** Work of each minute. */
  tidy(): Promise<void>;
}

export function createSmpp(urls: readonly string[], deps: InboundDeps, times: SmppTimes = SMPP_TIMES): Smpp {
  const addresses = urls.map(readSmppUrl);
  const operators = addresses.map((address) => {
    const links = Array.from({ length: address.binds }, () => createBoundLink(address, deps, times));
    return { address, links, carrier: smppCarrier(address, links, times) };
  });
  return {
    carriers: operators.map(({ carrier }) => carrier),
    start() {
      for (const { links } of operators) for (const link of links) link.start();
    },
    async stop() {
      await Promise.all(operators.flatMap(({ links }) => links.map((link) => link.stop())));
    },
    async tidy() {
      if (addresses.length > 0) await tidyInbound(deps, addresses);
    },
  };
}

function createBoundLink(address: SmppAddress, deps: InboundDeps, times: SmppTimes): Link {
  let answered: { id: string; session: Session; at: number }[] = [];
  return createLink({
    address,
    logger: deps.logger,
    times,
    async onRequest(request, session) {
      const { status, id } = await takeDelivered(deps, address, request).catch((error: unknown) => {
        deps.logger.warn({ err: error, provider: address.name }, 'A short message could not be kept');
        return { status: STATUS.TEMPORARY, id: undefined };
      });
      session.respond(request.pdu, { command_status: status });
      if (id !== undefined && status === STATUS.OK) answered.push({ id, session, at: performance.now() });
    },
    onAlive(session, answeredBefore) {
      // Of a connection that broke nobody knows what arrived.
      const current = answered.filter((one) => one.session === session);
      answered = current.filter(({ at }) => at >= answeredBefore);
      const arrived = current.filter(({ at }) => at < answeredBefore).map(({ id }) => id);
      void settle(deps.database, arrived).catch(() => {});
    },
  });
}
