import type { Clock } from '@lapor/clock';
import { openDatabase } from '@lapor/database';
import { createDelivery, receiveEvents, type Delivery } from '@lapor/events';
import { createJobs, type Jobs } from '@lapor/jobs';
import type { Logger } from '@lapor/logging';
import { createSealer } from '@lapor/sealing';
import type { Service } from '@lapor/subgraph';
import { createTokens } from '@lapor/viewer';
import { migrations } from '../migrations/index.ts';
import type { ContactBook } from './modules/contacts/index.ts';
import {
  countDeliveries,
  directMessage,
  phoneMessage,
  requestNotification,
  SEND_TASK,
  sendDelivery,
  sendMessage,
  sendPhoneMessage,
  type DirectMessage,
  type PhoneMessage,
} from './modules/delivery/index.ts';
import {
  countWaiting,
  DUE_TASK,
  forgetReporters,
  lookForDueDrafts,
  reporterAtDoor,
  WORK_TASK,
  workOff,
} from './modules/door/index.ts';
import { createGraphClient } from './modules/graph/index.ts';
import { createMailbox, mailboxRoutes } from './modules/mailbox/index.ts';
import { httpSmsCarrier, smsDoor, smsRoutes, wordsOfAnswer, type SmsGateway } from './modules/sms/index.ts';
import { smtpCarrier } from './modules/smtp/index.ts';

export const SCHEMA = 'channels';

export interface ChannelsConfig {
  databaseUrl: string;
  /** Shared by all services; keys of this service derive from it. */
  serviceSecret: string;
  clock: Clock;
  logger: Logger;
  /** Origin of the platform, for links in messages. */
  publicUrl: string;
  /** Whom to ask for a reporter's address. */
  contactBook: ContactBook;
  /** Mail server; without it mail goes to the local mailbox, which production refuses. */
  smtpUrl?: string | undefined;
  /** The sender's address. */
  mailFrom: string;
  /** Where answers to mails about a report are taken in; absent where nobody does. */
  replyTo?: string | undefined;
  /** The gateway, which doors ask like any application; `null` while there is none. Absent: doors stay shut. */
  gatewayUrl?: (() => string | null) | undefined;
  /** Secrets that callbacks of the gateway for short messages are signed with, newest first; none: that door is shut. */
  smsCallbackSecrets?: readonly string[] | undefined;
  /** Where short messages are handed over; without it only the local mailbox shows them, which production has not. */
  smsGateway?: SmsGateway | undefined;
  /** No mailbox page, and a mail server is a must. */
  production: boolean;
}

/** The running service. It has no part in the graph. */
export interface Channels extends Service {
  /** Takes a message to an address that the caller knows; resolves when it is durable. Throws on an invalid one. */
  sendMessage(message: DirectMessage): Promise<void>;
  /** As above, to a phone. Without a gateway for short messages only the local mailbox shows them, and production has none. */
  sendPhoneMessage(message: PhoneMessage): Promise<void>;
}

/**
 * Starts sending and receiving outside the SPAs.
 * @throws in production without a mail server.
 */
export async function startChannels(config: ChannelsConfig): Promise<Channels> {
  const { clock, logger, publicUrl, contactBook } = config;
  if (config.production && !config.smtpUrl) throw new Error('Production needs a mail server (SMTP_URL)');
  const database = await openDatabase({ url: config.databaseUrl, schema: SCHEMA, entities: [], migrations });
  try {
    await database.migrate();
    const sealer = createSealer([config.serviceSecret], 'channels');
    const mailbox = createMailbox({ database, sealer, hashSecret: config.serviceSecret, clock });
    const carrier = config.smtpUrl
      ? smtpCarrier({ url: config.smtpUrl, from: config.mailFrom, replyTo: config.replyTo })
      : mailbox;
    const phoneCarrier = config.smsGateway
      ? httpSmsCarrier(config.smsGateway)
      : config.production
        ? undefined
        : mailbox;
    const graph = createGraphClient({
      url: config.gatewayUrl ?? (() => null),
      tokens: createTokens(config.serviceSecret),
    });
    // Tasks and their queue know each other: what waits for a report is put into it.
    const atDoors = {
      database,
      sealer,
      secret: config.serviceSecret,
      clock,
      logger,
      graph,
      doors: [smsDoor],
      get jobs() {
        return jobs;
      },
    };
    const jobs: Jobs = createJobs({
      database,
      logger,
      crontab: `* * * * * ${DUE_TASK}`,
      tasks: {
        [WORK_TASK]: workOff(atDoors),
        [DUE_TASK]: () => lookForDueDrafts(atDoors)(),
        [SEND_TASK]: sendDelivery({
          database,
          carrier,
          phoneCarrier,
          reporterAtDoor: reporterAtDoor(atDoors, [{ channel: smsDoor.channel, wordsOf: wordsOfAnswer }]),
          contactBook,
          sealer,
          clock,
          logger,
          publicUrl,
        }),
      },
    });
    await jobs.migrate();
    let delivery: Delivery | undefined;
    const sending = { database, jobs, sealer, clock };
    const send = (message: DirectMessage) => sendMessage(sending, message);

    return {
      name: 'channels',
      receiveEvents: (source, events) =>
        receiveEvents(
          database,
          source,
          events,
          {
            'notification.requested': async (em, batch) => {
              for (const { payload } of batch) await requestNotification({ jobs, sealer }, em, payload);
            },
            'report.identity-erased': forgetReporters(atDoors),
          },
          () => clock.now(),
        ),
      connect(receivers) {
        delivery = createDelivery({ source: 'channels', database, receivers, logger });
        delivery.start();
        jobs.start();
      },
      ready: () => database.ping(),
      health: async () => ({
        jobs: await jobs.health(),
        outbox: (await delivery?.health()) ?? [],
        waiting: [...(await countDeliveries(database, clock.now())), await countWaiting(database)],
      }),
      async settle() {
        await lookForDueDrafts(atDoors)();
        return (await jobs.runOnce()) + ((await delivery?.drain()) ?? 0);
      },
      async sendMessage(message) {
        await send(message);
      },
      async sendPhoneMessage(message) {
        await sendPhoneMessage(sending, message);
      },
      async routes(server) {
        if (!config.production) await mailboxRoutes(server, mailbox);
        const secrets = config.smsCallbackSecrets ?? [];
        if (secrets.length > 0 && config.gatewayUrl) await smsRoutes(server, atDoors, secrets);
      },
      async internalRoutes(server) {
        server.post('/internal/messages', async (request, reply) => {
          const message = directMessage.safeParse(request.body);
          if (!message.success) return reply.code(400).send({ error: 'invalid message' });
          return reply.code(202).send({ id: await send(message.data) });
        });
        server.post('/internal/phone-messages', async (request, reply) => {
          const message = phoneMessage.safeParse(request.body);
          if (!message.success) return reply.code(400).send({ error: 'invalid message' });
          if (!phoneCarrier) return reply.code(501).send({ error: 'not offered' });
          return reply.code(202).send({ id: await sendPhoneMessage(sending, message.data) });
        });
      },
      async [Symbol.asyncDispose]() {
        await jobs.stop();
        await delivery?.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
