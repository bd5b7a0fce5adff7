import { EnvironmentError } from '@lapor/environment';

const COMMANDS: Record<string, () => Promise<void>> = {
  start: async () => (await import('./start.ts')).start(),
  dev: async () => (await import('./dev.ts')).dev(),
  serve: async () => (await import('./start.ts')).start({ development: true }),
  'db:migrate': async () => (await import('./migrate.ts')).migrate(),
  'officer:register': async () => (await import('./register-officer.ts')).registerOfficer(),
  'keys:rotate': async () => (await import('./rotate-keys.ts')).rotateKeys(),
  'history:verify': async () => (await import('./verify-history.ts')).verifyHistory(),
  'db:reset': async () => (await import('./reset.ts')).reset(),
};

/** Runs a command of the workspace; faults that people can mend are said without a stack. */
export async function run(name: string): Promise<void> {
  const command = COMMANDS[name];
  if (!command) {
    console.error(`There is no command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}.`);
    process.exit(1);
  }
  try {
    await command();
  } catch (error) {
    const plain = error instanceof EnvironmentError || !process.env.DEBUG;
    console.error(`\nLAPOR! is not ready: ${plain ? (error as Error).message : (error as Error).stack}`);
    process.exit(1);
  }
}
