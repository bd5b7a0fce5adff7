import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runChannels, type RunningChannels } from './running-channels.ts';
import { startOperator, type Operator } from './smpp-operator.ts';

const FAST = {
  answerMilliseconds: 400,
  enquireMilliseconds: 60,
  pauseMilliseconds: 20,
  longestPauseMilliseconds: 50,
  roomMilliseconds: 2_000,
  slowMilliseconds: 10,
};

let operator: Operator;
let running: RunningChannels;

beforeEach(async () => {
  operator = await startOperator();
  running = await runChannels({
    smppUrls: [operator.url('?binds=1')],
    smppTimes: FAST,
    gatewayUrl: () => null,
  });
  running.channels.connect({ reports: async () => ({ taken: [], failed: [] }) as never });
});
afterEach(async () => {
  await running[Symbol.asyncDispose]();
  await operator[Symbol.asyncDispose]();
});

const until = <Result>(look: () => Result | Promise<Result>) =>
  vi.waitFor(look, { timeout: 10_000, interval: 10 });
const header = (length: number, command: number) => {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32BE(length, 0);
  bytes.writeUInt32BE(command, 4);
  return bytes;
};
const random = (length: number) => Buffer.from(Array.from({ length }, () => Math.random() * 256));

it('comes back after junk of any kind of an operator, and takes what comes then, once', async () => {
  for (const junk of [
    Buffer.from('GET / HTTP/1.1\r\nHost: lapor\r\n\r\n'),
    Buffer.alloc(64),
    random(5_000),
    // A message whose fields are cut off, lie about their length, or are of nothing but ones.
    Buffer.concat([header(200, 0x05), random(184)]),
    Buffer.concat([header(16 + 300, 0x05), Buffer.alloc(300, 0xff)]),
    Buffer.concat([header(16 + 60_000, 0x05), Buffer.alloc(60_000, 0x41)]),
  ]) {
    await until(() => expect(operator.bound).toHaveLength(1));
    operator.bound[0]!.socket.write(junk);
  }
  await until(async () => {
    expect(operator.bound).toHaveLength(1);
    const taken = await operator.deliver({
      source_addr_ton: 1,
      source_addr: '6281200000032',
      destination_addr: '1708',
      short_message: 'STATUS',
    });
    expect(taken).toBe(0);
  });
  const rows = await running.sql("select 1 from channels.inbound where state = 'RECEIVED'");
  expect(rows).toHaveLength(1);
}, 30_000);
