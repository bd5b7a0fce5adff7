import 'reflect-metadata';
import { systemClock } from '@lapor/clock';
import { startPlatform, type PlatformConfig } from '@lapor/platform';
import { PORTS, SECRETS } from './bench/settings.ts';

// The platform in one process as `start` has it in production, behind one proxy; without the applications' files unless they are asked for.
const settings = JSON.parse(process.argv[2]!) as Pick<PlatformConfig, 'urls' | 'filesDirectory'> &
  Partial<PlatformConfig>;
const platform = await startPlatform({
  ...settings,
  secrets: SECRETS,
  publicUrl: `http://127.0.0.1:${PORTS.platform}`,
  production: true,
  development: false,
  // Nobody who files in the benchmark leaves an address.
  smtpUrl: 'smtp://127.0.0.1:9',
  mailFrom: 'LAPOR! <lapor@localhost>',
  trustProxy: true,
  clock: systemClock,
  logLevel: 'info',
  port: PORTS.platform,
  host: '127.0.0.1',
  withApplications: settings.withApplications ?? false,
});
await platform.services.shareReferenceData();
await platform.open(null);
process.send!('ready');

const stop = () => {
  void Promise.resolve(platform[Symbol.asyncDispose]()).finally(() => process.exit(0));
};
process.once('SIGTERM', stop);
// The benchmark has ended, however it did.
process.once('disconnect', stop);
