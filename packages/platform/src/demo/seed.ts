import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { systemClock, type MovableClock } from '@lapor/clock';
import type { Services } from '../start-services.ts';
import { DEMO_ANALYST, DEMO_CITIZEN, DEMO_OFFICERS } from './accounts.ts';
import { declareBeforehand, declareLately } from './readiness.ts';
import { readSamples } from './samples.ts';
import { storiesOf } from './stories.ts';
import { actsOf } from './timeline.ts';

/** What the greeting shows of the demo. */
export interface Demo {
  seededAt: string;
  reports: number;
  /** Key of the invented analyst, for a first query by curl. */
  analystKey: string;
}

const DAY = 86_400_000;

/** Short messages that nobody but a person understands: one speaks of a report without its number, one the language of the place. */
const UNREAD_MESSAGES = [
  {
    id: 'demo-sms-1',
    from: '+6281200000001',
    text: 'pak yg kemarin itu gimana ya, kok blm ada kabar. katanya mau dicek hari senin',
  },
  {
    id: 'demo-sms-2',
    from: '+6281200000002',
    text: 'Pak, aia PDAM di kampuang kami indak iduik lah duo ari. Baa ko?',
  },
] as const;

/**
 * Makes the demo set through the real use cases, with a clock that is moved from the first story to now. Safe to repeat after
 * it was cut off: every act has a key of its own. Done once per data directory.
 */
export async function seedDemo(
  services: Services,
  clock: MovableClock,
  dataDirectory: string,
): Promise<Demo> {
  const marker = join(dataDirectory, 'demo.json');
  if (existsSync(marker)) return JSON.parse(readFileSync(marker, 'utf8')) as Demo;

  const plan = join(dataDirectory, 'demo-start.json');
  // The instant the stories lead up to is kept, so that a repeated seeding tells the same ones.
  const now = existsSync(plan)
    ? new Date(JSON.parse(readFileSync(plan, 'utf8')) as string)
    : systemClock.now();
  writeFileSync(plan, JSON.stringify(now));

  const stories = storiesOf(await readSamples(), now);
  const acts = actsOf(stories, now);
  clock.set(new Date(acts[0]!.at.getTime() - DAY));
  const analystKey = await seedAccounts(services);
  await services.settle();
  await declareBeforehand(services);
  for (const act of acts) {
    // Between the acts the days pass, so that what falls due happens on its day.
    while (act.at.getTime() - clock.now().getTime() > DAY) {
      clock.advance(DAY);
      await services.settle();
    }
    clock.set(act.at);
    await act.run(services.reports.deps);
  }
  clock.follow(systemClock);
  await services.settle();
  await declareLately(services);
  for (const message of UNREAD_MESSAGES) await services.channels.leaveToPerson(message);
  await services.settle();
  const demo: Demo = { seededAt: now.toISOString(), reports: stories.length, analystKey };
  writeFileSync(marker, JSON.stringify(demo, null, 2), { mode: 0o600 });
  return demo;
}

/** Makes the demo accounts with their posts and second factors; returns the analyst's API key. */
export async function seedAccounts({ organisations, identity }: Services): Promise<string> {
  for (const { id, name, email, password } of DEMO_OFFICERS) {
    await identity.registerOfficerAccount({
      id,
      name,
      email,
      password,
      totpSecret: randomBytes(20).toString('hex').slice(0, 32),
    });
  }
  await identity.registerCitizenAccount(DEMO_CITIZEN);
  await organisations.seedOfficers(
    DEMO_OFFICERS.map(({ id, name, email, posts }) => ({ id, name, email, posts })),
  );
  return identity.registerAnalystKey({ ...DEMO_ANALYST, label: 'demo' });
}
