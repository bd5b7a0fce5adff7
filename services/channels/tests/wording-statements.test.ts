import { Client } from 'pg';
import { afterEach, expect, it, vi } from 'vitest';
import { runChannels } from './running-channels.ts';

const PHONE = '+6281200000032';
const FACTS = { number: '48213097', organisationName: 'Dinas PUPR' };
const MESSAGES = 6;

afterEach(() => vi.restoreAllMocks());

/** Of the channels’ own connections: what they ask for from now on. */
function statements(): string[] {
  const texts: string[] = [];
  const ask = Client.prototype.query as (...args: unknown[]) => unknown;
  vi.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...args: unknown[]) {
    const [first] = args as [string | { text?: string } | undefined];
    texts.push(typeof first === 'string' ? first : (first?.text ?? ''));
    return ask.apply(this, args);
  } as never);
  return texts;
}

it('sends many messages in words of the desk without asking for these words again', async () => {
  await using running = await runChannels({
    contactBook: { contactFor: async () => ({ phone: PHONE, language: 'id' }) },
  });
  const tell = async (count: number) => {
    for (let sent = 0; sent < count; sent += 1)
      await running.notify({ template: 'report-routed', facts: FACTS });
    while ((await running.channels.settle()) > 0);
  };
  const newest = async () => {
    const { messages } = (
      await running.server.inject({ url: `/mailbox/messages?to=${encodeURIComponent(PHONE)}` })
    ).json();
    return messages.map(({ body }: { body: string }) => body.trim());
  };
  await tell(1);
  const seen = statements();
  const aboutWords = () => seen.filter((text) => /\bwording(_fault)?\b/i.test(text));
  const aboutDeliveries = () => seen.filter((text) => /\bdelivery\b/i.test(text)).length;

  await tell(MESSAGES);
  const builtIn = aboutDeliveries();
  expect(builtIn).toBeGreaterThanOrEqual(MESSAGES);
  expect(aboutWords()).toEqual([]);

  await running.sql(
    `insert into channels.wording values ('report-routed', 'PHONE', 'id', 1, null, 'Baru {nomor} {perintah}', 1, now(), 'rina', 'baru')`,
  );
  await expect
    .poll(async () => {
      await tell(1);
      return (await newest())[0];
    })
    .toMatch(/^Baru 4821 3097/);
  // Told of the change, it read the words anew: so a reading is seen here when there is one.
  expect(aboutWords().filter((text) => text.includes('distinct on'))).toHaveLength(1);

  seen.length = 0;
  await tell(MESSAGES);
  expect((await newest()).slice(0, MESSAGES)).toEqual(
    Array.from({ length: MESSAGES }, () => expect.stringMatching(/^Baru 4821 3097/)),
  );
  expect(aboutWords()).toEqual([]);
  expect(aboutDeliveries()).toBe(builtIn);
});
