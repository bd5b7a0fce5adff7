import { join } from 'node:path';
import { movableClock, systemClock } from '@lapor/clock';
import { buildApplications } from '../build-applications.ts';
import { DEMO_OFFICERS } from '../demo/accounts.ts';
import { seedDemo } from '../demo/seed.ts';
import { greet } from '../greeting.ts';
import { openDatabases } from '../open-databases.ts';
import { requireFreePort } from '../port.ts';
import { readSettings } from '../settings.ts';
import { startPlatform } from '../start-platform.ts';

/** Starts everything and stays until it is told to stop. In development the schema is open and the applications come from Vite. */
export async function start({ development = false } = {}): Promise<void> {
  const startedAt = performance.now();
  const say = (text: string) =>
    console.log(`[${((performance.now() - startedAt) / 1_000).toFixed(1).padStart(5)} s] ${text}`);
  const settings = readSettings(process.env);
  await requireFreePort(settings.port, settings.host);

  const stack = new AsyncDisposableStack();
  stopOnSignals(stack);
  try {
    if (!development) {
      say('Building the applications (only what has changed) …');
      const built = await buildApplications();
      say(built.length > 0 ? `Built ${built.join(', ')}` : 'The applications are up to date');
    }
    const databases = await openDatabases(settings);
    stack.defer(databases.stop);
    say(`Database: ${databases.description}`);

    const clock = movableClock(systemClock.now());
    clock.follow(systemClock);
    const platform = stack.use(
      await startPlatform({
        ...settings,
        urls: databases.urls,
        filesDirectory: join(settings.dataDirectory, 'files'),
        clock,
        development,
        withApplications: !development,
      }),
    );
    const { organisations, reports, sla } = platform.services;
    await platform.services.shareReferenceData();
    say(
      `Services: ${[organisations, reports, sla].map(({ name }) => name).join(', ')}, identity, channels – schemas are up to date; reference data:`,
    );
    for (const line of platform.services.all.flatMap(({ imports }) => imports ?? [])) say(`  ${line}`);
    const demo = settings.production
      ? null
      : await seedDemo(platform.services, clock, settings.dataDirectory);
    if (demo) say(`Demo set: ${demo.reports} invented reports`);
    await platform.open(settings.production ? null : DEMO_OFFICERS);
    greet(settings, demo, (performance.now() - startedAt) / 1_000);
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

/** Ctrl-C and SIGTERM stop everything in the opposite order; a second one does not wait. */
function stopOnSignals(stack: AsyncDisposableStack): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      console.log('\nStopping …');
      stack.disposeAsync().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error('Not everything stopped cleanly:', (error as Error).message);
          process.exit(1);
        },
      );
    });
  }
}
