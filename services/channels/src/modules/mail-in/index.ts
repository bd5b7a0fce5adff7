import type { Logger } from '@lapor/logging';
import type { Door, DoorDeps } from '../door/index.ts';
import { startMailServer, type MailServer } from './mail-server.ts';
import { takeMail } from './take-mail.ts';

export { BOUNCES } from './mail-address.ts';
export { mailDoor } from './mail-door.ts';
export type { MailServer } from './mail-server.ts';

/** Where mail is taken in. */
export interface MailIn {
  port: number;
  host: string;
  domain: string;
  /** PEM of key and certificate; absent: no STARTTLS. */
  tls?: { key: string; cert: string } | undefined;
  /** The mail server whose `Authentication-Results` count. */
  trusted?: string | undefined;
}

/** Opens the door of mail. */
export const openMailIn = (
  deps: DoorDeps & { logger: Logger; door: Door; mailFrom: string },
  { domain, trusted, ...listening }: MailIn,
): Promise<MailServer> => {
  const ownDomain = (/@([^\s@>]+)/.exec(deps.mailFrom)?.[1] ?? domain).toLowerCase();
  return startMailServer({
    ...listening,
    domain,
    logger: deps.logger,
    now: () => deps.clock.now().getTime(),
    take: (mail) => takeMail({ ...deps, reading: { domain, ownDomain, trusted } }, mail),
  });
};
