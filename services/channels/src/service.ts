import type { Clock } from '@lapor/clock';
import { openDatabase } from '@lapor/database';
import { createDelivery, receiveEvents, type Delivery } from '@lapor/events';
import { createJobs, type Jobs } from '@lapor/jobs';
import type { Logger } from '@lapor/logging';
import { createSealer } from '@lapor/sealing';
import type { Service } from '@lapor/subgraph';
import { createTokens } from '@lapor/viewer';
import { migrations } from '../migrations/index.ts';
import { openDeskSettings } from './desk-settings.ts';
import { createDoors, type OpenDoors } from './doors.ts';
import type { AdminBook, ContactBook } from './modules/contacts/index.ts';
import {
  checkDeliveries,
  countDeliveries,
  DEFAULT_QUIET_HOURS,
  directMessage,
  failover,
  noteReceipt,
  phoneMessage,
  releaseHeld,
  requestNotification,
  SEND_ANSWER_TASK,
  SEND_CODE_TASK,
  SEND_TASK,
  sendDelivery,
  sendMessage,
  sendPhoneMessage,
  tidyDelivery,
  TIDY_TASK,
  type DirectMessage,
  type PhoneMessage,
  type QuietHours,
  type Ways,
} from './modules/delivery/index.ts';
import { countForDesk, deskRoutes, doorSettingsOf } from './modules/desk/index.ts';
import {
  countWaiting,
  DUE_TASK,
  forgetReporters,
  lookForDueDrafts,
  reporterAtDoor,
  type ReplyBook,
  takeIn,
  WORK_TASK,
  workOff,
} from './modules/door/index.ts';
import { createGraphClient } from './modules/graph/index.ts';
import { createMailbox, mailboxRoutes } from './modules/mailbox/index.ts';
import { httpSmsCarrier, smsDoor, type SmsGateway } from './modules/sms/index.ts';
import { createSmpp, type SmppTimes } from './modules/smpp/index.ts';
import { BOUNCES } from './modules/mail-in/index.ts';
import { smtpCarrier } from './modules/smtp/index.ts';
import { serveOpen311 } from './modules/open311/index.ts';
import { countBrokenWordings } from './modules/wording/index.ts';
import { createWebhooks, TELL_ADMINS_TASK } from './modules/webhook/index.ts';

export const SCHEMA = 'channels';

/** So many senders are read, and so many answered, at a time: each waits for the graph, the operator or the disk most of the time. */
const LANES = 4;
/** A sender who is read holds one, and needs a second now and then. */
const CONNECTIONS = 16;

export interface ChannelsConfig extends OpenDoors {
  databaseUrl: string;
  /** Shared by all services; keys of this service derive from it. */
  serviceSecret: string;
  clock: Clock;
  logger: Logger;
  /** Origin of the platform, for links in messages. */
  publicUrl: string;
  /** Whom to ask for a reporter's address. */
  contactBook: ContactBook;
  /** Whom to tell of what an organisation's key set up; absent: nobody. */
  admins?: AdminBook | undefined;
  /** Mail server; without it mail goes to the local mailbox, which production refuses. */
  smtpUrl?: string | undefined;
  /** The sender's address. */
  mailFrom: string;
  /** Opens a report for whoever answers a mail about it. */
  replies?: ReplyBook | undefined;
  /** Where answers to mails about a report are taken in; absent where nobody does. */
  replyTo?: string | undefined;
  /** The gateway, which doors ask like any application; `null` while there is none. Absent: doors stay shut. */
  gatewayUrl?: (() => string | null) | undefined;
  /** Where short messages are handed over, the next where the one before does not take them; without any only the local mailbox shows them, which production has not. */
  smsGateways?: readonly SmsGateway[] | undefined;
  /** Operators of short messages by SMPP, which are asked before gateways: `smpp://system:password@host:port?binds=2`. */
  smppUrls?: readonly string[] | undefined;
  /** Shorter ones for tests. */
  smppTimes?: SmppTimes | undefined;
  /** When news waits for the morning; `null`: never. Absent: from nine to six. */
  quietHours?: QuietHours | null | undefined;
  /** Receivers of webhooks on this machine, for trying; never in production. */
  webhookLoopback?: boolean | undefined;
  /** No mailbox page, and a mail server is a must. */
  production: boolean;
}

/** The running service. It has no part in the graph. */
export interface Channels extends Service {
  /** Where mail is taken in by SMTP; `null`: nowhere. */
  mailPort: number | null;
  /** Takes a message to an address that the caller knows; resolves when it is durable. Throws on an invalid one. */
  sendMessage(message: DirectMessage): Promise<void>;
  /** As above, to a phone. Without a gateway for short messages only the local mailbox shows them, and production has none. */
  sendPhoneMessage(message: PhoneMessage): Promise<void>;
  /** Keeps a short message for a person to read, as the door does with what it cannot work off; once by its id. */
  leaveToPerson(message: { id: string; from: string; text: string }): Promise<void>;
}

/**
 * Starts sending and receiving outside the SPAs.
 * @throws in production without a mail server.
 */
export async function startChannels(config: ChannelsConfig): Promise<Channels> {
  const { clock, logger, publicUrl, contactBook } = config;
  if (config.production && !config.smtpUrl) throw new Error('Production needs a mail server (SMTP_URL)');
  const database = await openDatabase({
    url: config.databaseUrl,
    schema: SCHEMA,
    entities: [],
    migrations,
    connections: CONNECTIONS,
  });
  const settings = openDeskSettings({ ...config, database });
  const { wordings, providerRules } = settings;
  try {
    await database.migrate();
    await checkDeliveries(database, logger);
    const sealer = createSealer([config.serviceSecret], 'channels');
    const doors = createDoors({ ...config, database });
    const mailbox = createMailbox({ database, sealer, hashSecret: config.serviceSecret, clock });
    const smpp = createSmpp(
      config.smppUrls ?? [],
      {
        database,
        sealer,
        secret: config.serviceSecret,
        clock,
        logger,
        takeIn: config.gatewayUrl ? (received) => takeIn(atDoors, smsDoor, received) : null,
        noteReceipt: (receipt) => noteReceipt(database, receipt),
      },
      config.smppTimes,
    );
    const providers = [
      ...smpp.carriers,
      ...(config.smsGateways ?? []).map((gateway) => httpSmsCarrier(gateway)),
    ];
    const phoneCarrier =
      providers.length > 0
        ? failover(providers, {
            clock,
            logger,
            rules: providerRules.get,
            onRefused: (provider) => settings.noteRefusal('PHONE', provider),
          })
        : config.production
          ? undefined
          : mailbox;
    const ways: Ways = {
      MAIL: config.smtpUrl
        ? smtpCarrier({
            url: config.smtpUrl,
            from: config.mailFrom,
            replyTo: config.replyTo ?? (config.mailIn && `balas@${config.mailIn.domain}`),
            bounces: config.mailIn && `${BOUNCES}@${config.mailIn.domain}`,
          })
        : mailbox,
      ...(phoneCarrier && { PHONE: phoneCarrier }),
      ...doors.ways,
    };
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
      doors: doors.doors,
      ...doors.ports,
      get jobs() {
        return jobs;
      },
    };
    const carry = sendDelivery({
      database,
      ways,
      // The local mailbox wakes nobody.
      quietHours:
        config.quietHours === undefined
          ? phoneCarrier === mailbox
            ? null
            : DEFAULT_QUIET_HOURS
          : config.quietHours,
      secret: config.serviceSecret,
      reporterAtDoor: reporterAtDoor(atDoors, atDoors.doors),
      contactBook,
      sealer,
      clock,
      logger,
      publicUrl,
      wordings,
    });
    const wakeHeld = () => releaseHeld({ database, jobs, clock });
    const jobs: Jobs = createJobs({
      database,
      logger,
      crontab: `* * * * * ${TIDY_TASK}`,
      tasks: {
        [SEND_TASK]: carry,
        [TELL_ADMINS_TASK]: (...job) => webhooks.tellAdmins(...job),
        [TIDY_TASK]: async () => {
          await wakeHeld();
          await tidyDelivery(database, clock.now());
          await smpp.tidy();
        },
      },
    });
    // Queues of their own: what a busy sender writes, what goes back, and what all are told in the morning hold up nobody's code.
    const codeJobs = createJobs({ database, logger, tasks: { [SEND_CODE_TASK]: carry } });
    const answerJobs = createJobs({
      database,
      logger,
      tasks: { [SEND_ANSWER_TASK]: carry },
      concurrency: LANES,
    });
    const doorJobs = createJobs({
      database,
      logger,
      crontab: `* * * * * ${DUE_TASK}`,
      concurrency: LANES,
      tasks: { [WORK_TASK]: workOff(atDoors), [DUE_TASK]: () => lookForDueDrafts(atDoors)() },
    });
    const queues = [codeJobs, jobs, doorJobs, answerJobs];
    await jobs.migrate();
    let delivery: Delivery | undefined;
    const webhooks = createWebhooks({
      database,
      sealer,
      secret: config.serviceSecret,
      clock,
      logger,
      publicUrl,
      production: config.production,
      allowLoopback: config.webhookLoopback ?? false,
      graph,
      jobs: () => jobs,
      admins: config.admins,
    });
    const sending = { database, jobs, sealer, clock };
    const send = (message: DirectMessage) => sendMessage(sending, message);

    const mailIn = await doors.open(atDoors);

    return {
      name: 'channels',
      mailPort: mailIn?.port ?? null,
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
            'report.transitioned': webhooks.hear,
          },
          () => clock.now(),
        ),
      connect(receivers) {
        delivery = createDelivery({ source: 'channels', database, receivers, logger });
        delivery.start();
        for (const queue of queues) queue.start();
        smpp.start();
        webhooks.start();
      },
      ready: () => database.ping(),
      health: async () => ({
        jobs: (await Promise.all(queues.map((queue) => queue.health()))).flat(),
        outbox: (await delivery?.health()) ?? [],
        waiting: [
          ...(await countDeliveries(database, clock.now())),
          await countWaiting(database),
          await countForDesk(database, clock),
          await countBrokenWordings(database),
          await webhooks.waiting(),
        ],
      }),
      async settle() {
        await lookForDueDrafts(atDoors)();
        let done = await wakeHeld();
        await smpp.tidy();
        for (const queue of queues) done += await queue.runOnce();
        done += await webhooks.sendDue();
        return done + ((await delivery?.drain()) ?? 0);
      },
      async sendMessage(message) {
        await send(message);
      },
      async sendPhoneMessage(message) {
        await sendPhoneMessage(sending, message);
      },
      async leaveToPerson({ id, from, text }) {
        await takeIn(atDoors, smsDoor, {
          providerMessageId: id,
          from,
          text,
          forPerson: 'NOT_UNDERSTOOD',
        });
      },
      async routes(server) {
        if (!config.production) await mailboxRoutes(server, mailbox);
        await deskRoutes(server, {
          ...atDoors,
          ways,
          publicUrl,
          wordings,
          providerRules,
          doorSettings: doorSettingsOf(config),
        });
        await webhooks.routes(server);
        if (config.gatewayUrl)
          await serveOpen311(server, {
            ...atDoors,
            secret: config.serviceSecret,
            publicUrl,
            gatewayUrl: config.gatewayUrl,
          });
        await doors.routes(server, atDoors);
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
        // Side by side: nobody's slow receiver takes the time in which the others end what they have begun.
        await Promise.all([
          webhooks.stop(),
          mailIn?.[Symbol.asyncDispose](),
          ...queues.map((queue) => queue.stop()),
        ]);
        // After them: what is under way gets its answer.
        await smpp.stop();
        await delivery?.stop();
        await settings.stop();
        await database.close();
      },
    };
  } catch (error) {
    await settings.stop();
    await database.close();
    throw error;
  }
}
