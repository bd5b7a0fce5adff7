/**
 * `pnpm bench:sms`: a hundred short messages per second for a minute, half of them by the signed callback of a gateway and half by SMPP, to the
 * platform in one process with its embedded database. Each is answered, by SMPP. Prints how long they took to be durable and to be answered;
 * ends with 1 when one is lost, doubled, or not answered exactly once. Loopback only; keeps nothing.
 *
 * `--seconds 10` and `--rate 20` are less; only the whole is written to `docs/benchmarks.md`.
 */
import 'reflect-metadata';
import { createHmac } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { provision } from '@lapor/database';
import { startEmbeddedPostgres } from '@lapor/database/embedded';
import { SERVICES, type ServiceName } from '@lapor/platform';
import { Client } from 'pg';
import { startChild } from './bench/child.ts';
import { openOperator, type BenchOperator } from './bench/operator.ts';
import { DATABASE_PASSWORD, FOLDER, PORTS } from './bench/settings.ts';
import { tableLines, writeTable } from './benchmarks-file.ts';

const { values: options } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, rate: { type: 'string', default: '100' } },
});
const seconds = Number(options.seconds);
const rate = Number(options.rate);
const isWhole = seconds >= 60 && rate >= 100;
/** So long after the last message answers are waited for. */
const ANSWER_LIMIT_SECONDS = 300;
const CALLBACK_SECRET = 'only-for-the-benchmark-on-loopback-callbacks';

const startedAt = performance.now();
const say = (text: string) =>
  console.log(`[${((performance.now() - startedAt) / 1_000).toFixed(0).padStart(4)} s] ${text}`);

/** Numbers of nobody (0812 0000 …): each sender writes once. */
const numberOf = (index: number) => `62812${String(index).padStart(8, '0')}`;

interface Taken {
  isTaken: boolean;
  milliseconds: number;
}

async function byCallback(index: number): Promise<boolean> {
  const body = JSON.stringify({
    messageId: `bench-${index}`,
    from: `+${numberOf(index)}`,
    text: textOf(index),
  });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const digest = createHmac('sha256', CALLBACK_SECRET).update(`${timestamp}.${body}`).digest('hex');
  const response = await fetch(`http://127.0.0.1:${PORTS.platform}/channels/sms`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-lapor-timestamp': timestamp,
      'x-lapor-signature': `v1=${digest}`,
    },
    body,
  }).catch(() => null);
  await response?.arrayBuffer();
  return response?.status === 202;
}

const textOf = (index: number) => `LAPOR lampu jalan nomor ${index} padam sejak semalam`;

/** Open loop: each message leaves at its time, whatever became of those before it. */
async function send(operator: BenchOperator, count: number): Promise<Taken[]> {
  const begin = performance.now();
  const sent: Promise<Taken>[] = [];
  for (let index = 0; index < count; index++) {
    const due = begin + (index * 1_000) / rate - performance.now();
    if (due > 0) await wait(due);
    const at = performance.now();
    const taking = index % 2 ? byCallback(index) : operator.bring(numberOf(index), textOf(index));
    sent.push(taking.then((isTaken) => ({ isTaken, milliseconds: performance.now() - at })));
  }
  return Promise.all(sent);
}

const percentile = (values: readonly number[], share: number) =>
  values.toSorted((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? NaN;

async function main(): Promise<boolean> {
  const stack = new AsyncDisposableStack();
  await using _all = stack;
  const dataDirectory = join(FOLDER, 'sms-postgres');
  await rm(dataDirectory, { recursive: true, force: true });
  stack.defer(() => rm(dataDirectory, { recursive: true, force: true }));
  const server = await startEmbeddedPostgres({
    dataDirectory,
    password: DATABASE_PASSWORD,
    port: PORTS.database,
  });
  stack.defer(() => server.stop());
  const provisioned = await provision(server.url, SERVICES, DATABASE_PASSWORD);
  const urls = Object.fromEntries(SERVICES.map((name) => [name, provisioned[name].url])) as Record<
    ServiceName,
    string
  >;
  const operator = stack.use(await openOperator());
  say('The platform starts on an empty database …');
  const { port } = operator.address as AddressInfo;
  stack.use(
    await startChild('platform', {
      urls,
      filesDirectory: join(FOLDER, 'sms-files'),
      smsCallbackSecrets: [CALLBACK_SECRET],
      smppUrls: [`smpp://bench:bench@127.0.0.1:${port}?binds=2&window=20`],
    }),
  );
  await operator.bound;
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  stack.defer(() => admin.end());
  const numberFrom = async (sql: string) => Number((await admin.query<{ n: string }>(sql)).rows[0]!.n);

  const count = seconds * rate;
  say(`${count} messages, ${rate} per second …`);
  const from = performance.now();
  const taken = await send(operator, count);
  const accepted = taken.filter(({ isTaken }) => isTaken).length;
  const kept = await numberFrom('select count(*) as n from channels.inbound');
  const senders = await numberFrom('select count(distinct sender) as n from channels.inbound');
  const behind = await numberFrom(`select count(*) as n from channels.inbound where state = 'RECEIVED'`);
  say(`${accepted} taken, ${kept} kept of ${senders} senders; ${behind} not read yet`);
  const until = performance.now() + ANSWER_LIMIT_SECONDS * 1_000;
  while (operator.answered.size < kept && performance.now() < until) await wait(500);
  const answeredSeconds = (performance.now() - from) / 1_000;
  // What would come twice comes now.
  await wait(3_000);
  const answers = [...operator.answered.values()];
  const twice = answers.filter((times) => times > 1).length;
  const isGood =
    accepted === count && kept === count && senders === count && answers.length === count && twice === 0;

  const times = taken.map(({ milliseconds }) => milliseconds);
  const lines = tableLines(
    [
      'messages',
      'per second',
      'lost',
      'doubled',
      'durable: median',
      'p99',
      'not read yet after the last',
      'all answered after',
    ],
    [
      [
        String(count),
        String(rate),
        String(count - kept),
        String(kept - senders + twice),
        `${percentile(times, 0.5).toFixed(0)} ms`,
        `${percentile(times, 0.99).toFixed(0)} ms`,
        String(behind),
        answers.length === kept ? `${answeredSeconds.toFixed(0)} s` : `${kept - answers.length} not in time`,
      ],
    ],
  );
  console.log(`\n${lines.join('\n')}\n`);
  if (isGood && isWhole)
    await writeTable('short messages', [
      '## Short messages',
      '',
      `\`pnpm bench:sms\`, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores with everything on them: the platform in one process with its embedded database, the operator, and the sender. Half by signed callback, half by SMPP over two connections, each of a sender of its own; each is answered by SMPP with the question for the place.`,
      '',
      ...lines,
    ]);
  say(isGood ? 'Nothing lost, nothing doubled' : 'Lost, doubled, or not answered: see above');
  return isGood;
}

process.exitCode = (await main()) ? 0 : 1;
