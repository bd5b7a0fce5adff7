import 'reflect-metadata';
import { movableClock } from '@lapor/clock';
import { createLogger } from '@lapor/logging';
import { startChannels } from '../src/index.ts';
import { NOW, SECRET } from './running-channels.ts';

// A process of its own that sends one code and is killed by the test: node killed-sender.ts <database> <gateway>
const [databaseUrl, gatewayUrl] = process.argv.slice(2);
const channels = await startChannels({
  databaseUrl: databaseUrl!,
  serviceSecret: SECRET,
  clock: movableClock(NOW),
  logger: createLogger('channels', 'silent'),
  publicUrl: 'https://lapor.example',
  contactBook: { contactFor: async () => null },
  mailFrom: 'tidak-dibalas@lapor.example',
  smsGateways: [{ url: gatewayUrl! }],
  production: false,
});
await channels.sendPhoneMessage({
  template: 'phone-code',
  phone: '+6281200000048',
  facts: { code: '482130' },
  language: 'id',
});
await channels.settle();
