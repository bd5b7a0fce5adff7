export { startPlatform, type Platform, type PlatformConfig } from './start-platform.ts';
export { startServices, type Services, type ServicesConfig } from './start-services.ts';
export type { Secrets } from './local-secrets.ts';
export { SERVICES, type ServiceName } from './settings.ts';
export { buildApplications } from './build-applications.ts';
export { DEMO_CITIZEN, DEMO_OFFICERS, DEMO_PASSWORD, type DemoAccount } from './demo/accounts.ts';
export { seedAccounts } from './demo/seed.ts';
