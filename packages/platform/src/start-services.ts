import type { Clock } from '@lapor/clock';
import type { Receiver } from '@lapor/events';
import { createLogger, type LogDestination } from '@lapor/logging';
import {
  startChannels,
  toHeadContact,
  toLetterContact,
  toOfficerContact,
  type Channels,
  type OpenDoors,
} from '@lapor/service-channels';
import { startIdentity, type Identity } from '@lapor/service-identity';
import { startOrganisations, type OrganisationsService } from '@lapor/service-organisations';
import { startReports, type ReportsService } from '@lapor/service-reports';
import { startSla, type SlaService } from '@lapor/service-sla';
import type { ReceiptKey } from '@lapor/receipt/signing';
import type { Service } from '@lapor/subgraph';
import type { Secrets } from './local-secrets.ts';
import type { ServiceName } from './settings.ts';

export interface ServicesConfig {
  urls: Record<ServiceName, string>;
  secrets: Secrets;
  sealingKeys?: readonly string[];
  receiptKeys?: readonly ReceiptKey[] | undefined;
  historyHeadsDirectory?: string | undefined;
  filesDirectory: string;
  filesUrl?: string | undefined;
  clamdUrl?: string | undefined;
  publicUrl: string;
  production: boolean;
  smtpUrl?: string | undefined;
  /** The gateway's address, which doors ask like any application; `null` before it listens. Absent: doors stay shut. */
  gatewayUrl?: () => string | null;
  smsCallbackSecrets?: readonly string[];
  smsGateways?: readonly { url: string; token?: string | undefined }[];
  smppUrls?: readonly string[];
  quietHours?: { from: number; until: number } | null | undefined;
  webhookLoopback?: boolean;
  /** Doors beside that of short messages; absent: they are shut. */
  doors?: OpenDoors | undefined;
  mailFrom: string;
  clock: Clock;
  logLevel: string;
  /** Where log lines go; default the standard output. */
  logDestination?: LogDestination;
}

/** All services in this process, connected by direct calls. */
export interface Services extends AsyncDisposable {
  reports: ReportsService;
  organisations: OrganisationsService;
  sla: SlaService;
  identity: Identity;
  channels: Channels;
  all: readonly Service[];
  /** Does what is due and delivers what waits, in all services, until there is nothing left. */
  settle(): Promise<void>;
  /** Waits until all services know the organisations that were imported. All other work is caught up with while they answer. */
  shareReferenceData(): Promise<void>;
}

const MOST_ROUNDS = 1_000;

/** Starts the services side by side; each migrates and imports its own reference data. What has started is stopped again when one fails. */
export async function startServices(config: ServicesConfig): Promise<Services> {
  const { urls, secrets, clock, publicUrl, production } = config;
  const base = (name: ServiceName) => ({
    databaseUrl: urls[name],
    serviceSecret: secrets.service,
    clock,
    logger: createLogger(name, config.logLevel, config.logDestination),
  });
  const stack = new AsyncDisposableStack();
  const started = async <Started extends Service>(starting: Promise<Started>): Promise<Started> =>
    stack.use(await starting);
  try {
    let channels: Channels | undefined;
    let directory: OrganisationsService | undefined;
    let reportsOf: ReportsService | undefined;
    const outcomes = await Promise.allSettled([
      started(
        startReports({
          ...base('reports'),
          reportsSecret: secrets.reports,
          sealingKeys: config.sealingKeys,
          receiptKeys: config.receiptKeys,
          publicUrl,
          historyHeadsDirectory: config.historyHeadsDirectory,
          filesDirectory: config.filesDirectory,
          filesUrl: config.filesUrl,
          clamdUrl: config.clamdUrl,
          routeRules: {
            find: async (categoryIds, regionCode) =>
              (await directory?.routeRules(categoryIds, regionCode)) ?? [],
          },
        }),
      ),
      started(
        startOrganisations({
          ...base('organisations'),
          organisationsSecret: secrets.organisations,
          filesDirectory: config.filesUrl ?? config.filesDirectory,
        }),
      ),
      started(
        startSla({
          ...base('sla'),
          // Asked when somebody does something, and that is after the start.
          isReporter: async (viewer, reportId) => (await reportsOf?.isReporter(viewer, reportId)) ?? false,
          directory: { partyOf: async (id) => (await directory?.contactOfHead(id)) ?? null },
          postHolders: {
            find: async (roles, organisationIds) => directory!.whoHolds(roles, organisationIds),
          },
        }),
      ),
      started(
        startIdentity({
          ...base('identity'),
          authSecret: secrets.auth,
          publicUrl,
          production,
          mailer: { send: async (message) => channels!.sendMessage(message) },
          // Outside production the local mailbox shows what no gateway for short messages takes.
          phoneMessenger:
            production && !config.smsGateways?.length && !config.smppUrls?.length
              ? undefined
              : {
                  sendCode: async ({ phone, code, language }) =>
                    channels!.sendPhoneMessage({ template: 'phone-code', phone, facts: { code }, language }),
                },
          officerDirectory: {
            contactOf: async (officerId) => directory!.contactOfOfficer(officerId),
          },
        }),
      ),
    ]);
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure) throw failure.reason;
    const [reports, organisations, sla, identity] = outcomes.map(
      (outcome) => (outcome as PromiseFulfilledResult<unknown>).value,
    ) as [ReportsService, OrganisationsService, SlaService, Identity];
    directory = organisations;
    reportsOf = reports;
    channels = await started(
      startChannels({
        ...base('channels'),
        publicUrl,
        production,
        smtpUrl: config.smtpUrl,
        gatewayUrl: config.gatewayUrl,
        smsCallbackSecrets: config.smsCallbackSecrets,
        smsGateways: config.smsGateways,
        smppUrls: config.smppUrls,
        quietHours: config.quietHours,
        webhookLoopback: config.webhookLoopback,
        ...config.doors,
        replies: { open: (token) => reports.openByReply(token) },
        admins: { adminsOf: (ids) => organisations.whoHolds(['AGENCY_ADMIN'], ids) },
        mailFrom: config.mailFrom,
        contactBook: {
          async contactFor(recipient) {
            if (recipient.kind === 'HEAD')
              return toHeadContact(
                await organisations.contactOfHead(recipient.organisationId),
                await reports.linkOfHandOver(recipient.handOverId),
              );
            if (recipient.kind === 'LETTER')
              return toLetterContact(
                await organisations.contactOfHead(recipient.organisationId),
                await sla.pdfOfLetter(recipient.letterId),
              );
            if (recipient.kind === 'FOLLOWER') {
              const follower = await reports.contactOfFollower(recipient.followId);
              const address = follower && (await identity.emailOfAccount(follower.accountId));
              return follower && { email: address || undefined, language: 'id', facts: follower.facts };
            }
            if (recipient.kind === 'OFFICER') {
              const officer = await organisations.contactOfOfficer(recipient.officerId);
              return officer && toOfficerContact(officer);
            }
            const contact = await reports.contactForMessage(recipient.reportId, recipient.template);
            if (!contact) return null;
            const email =
              contact.email ??
              (contact.accountId && (await identity.emailOfAccount(contact.accountId))) ??
              undefined;
            return {
              email: email || undefined,
              phone: contact.phone ?? undefined,
              language: 'id',
              facts: contact.facts,
            };
          },
        },
      }),
    );
    connect({ reports, organisations, sla, identity, channels });
    const all: readonly Service[] = [organisations, reports, sla, identity, channels];
    return {
      reports,
      organisations,
      sla,
      identity,
      channels,
      all,
      async settle() {
        for (let round = 0; round < MOST_ROUNDS; round++) {
          let done = 0;
          for (const service of all) done += await service.settle();
          if (done === 0) return;
        }
        throw new Error('The services do not come to rest');
      },
      async shareReferenceData() {
        while ((await organisations.settle()) > 0);
      },
      [Symbol.asyncDispose]: () => stack.disposeAsync(),
    };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

function connect(services: Record<ServiceName, Service>): void {
  const to =
    (name: ServiceName): Receiver =>
    (source, events) =>
      services[name].receiveEvents(source, events);
  services.organisations.connect({ reports: to('reports'), sla: to('sla'), identity: to('identity') });
  services.reports.connect({
    sla: to('sla'),
    channels: to('channels'),
    organisations: to('organisations'),
  });
  services.sla.connect({ reports: to('reports'), channels: to('channels') });
  services.identity.connect({ organisations: to('organisations'), reports: to('reports') });
  services.channels.connect({ reports: to('reports'), sla: to('sla') });
}
