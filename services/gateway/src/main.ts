import { join } from 'node:path';
import { systemClock } from '@lapor/clock';
import { readPersistedDocuments, readSupergraph } from '@lapor/graph/committed';
import { createLogger } from '@lapor/logging';
import { stopOnSignals } from '@lapor/subgraph';
import { createTokens } from '@lapor/viewer';
import { createCitizenPages } from '../../../web-citizen/server/index.ts';
import { environment } from './environment.ts';
import { startGateway } from './gateway.ts';
import { remoteAuthentication, remoteHealth, remoteReadiness } from './remote-services.ts';

const settings = environment(process.env);
const logger = createLogger('gateway', settings.LOG_LEVEL);
const tokens = createTokens(settings.SERVICE_SECRET);
const production = settings.NODE_ENV !== 'development';
const services = {
  reports: settings.REPORTS_URL,
  organisations: settings.ORGANISATIONS_URL,
  sla: settings.SLA_URL,
  identity: settings.IDENTITY_URL,
  channels: settings.CHANNELS_URL,
};
const subgraph = (url: string) => ({ kind: 'remote' as const, url: new URL('/graphql', url).href });

const gateway = await startGateway({
  port: settings.PORT,
  host: settings.HOST,
  publicUrl: settings.PUBLIC_URL,
  production,
  supergraphSdl: await readSupergraph(),
  subgraphs: {
    reports: subgraph(services.reports),
    organisations: subgraph(services.organisations),
    sla: subgraph(services.sla),
  },
  authenticate: remoteAuthentication(services.identity, tokens),
  tokens,
  sourceSecret: settings.SERVICE_SECRET,
  persistedDocuments: await readPersistedDocuments(),
  pages: [
    { directory: join(settings.WEB_ROOT, 'web-citizen/dist'), base: '/', createServer: createCitizenPages },
    { directory: join(settings.WEB_ROOT, 'web-agency/dist'), base: '/instansi/' },
    { directory: join(settings.WEB_ROOT, 'web-admin/dist'), base: '/admin/' },
  ],
  routes: [
    { kind: 'remote', prefixes: ['/files/evidence'], url: services.organisations },
    {
      kind: 'remote',
      prefixes: [
        '/exports/reports.csv',
        '/files',
        '/notifications',
        '/tanda-terima',
        '/.well-known/lapor-receipt-keys.json',
      ],
      url: services.reports,
    },
    { kind: 'remote', prefixes: ['/live'], url: services.reports, staysOpen: true },
    { kind: 'remote', prefixes: ['/figures', '/surat'], url: services.sla },
    { kind: 'remote', prefixes: ['/channels', '/open311'], url: services.channels },
    { kind: 'remote', prefixes: ['/auth'], url: services.identity, seesCookies: true },
    // The mailbox of demonstrations; the service itself keeps it shut in production too.
    ...(settings.NODE_ENV === 'production'
      ? []
      : [{ kind: 'remote' as const, prefixes: ['/mailbox'], url: services.channels }]),
  ],
  readiness: remoteReadiness(services),
  systemHealth: remoteHealth(services, tokens),
  clock: systemClock,
  logger,
  trustProxy: settings.TRUST_PROXY,
  publicAnswerMilliseconds: settings.PUBLIC_ANSWER_MILLISECONDS,
});
logger.info({ port: settings.PORT }, 'gateway is ready');

stopOnSignals(logger, () => gateway.close());
