import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { movableClock } from '@lapor/clock';
import { createLogger } from '@lapor/logging';
import { createSealer } from '@lapor/sealing';
import type { ChannelsConfig } from '../src/index.ts';
import { readSmppUrl } from '../src/modules/smpp/address.ts';
import { createLink } from '../src/modules/smpp/link.ts';
import { smppCarrier } from '../src/modules/smpp/smpp-carrier.ts';
import { NOW, runChannels, SECRET, type RunningChannels } from './running-channels.ts';
import { startOperator, textOfPart, type Operator } from './smpp-operator.ts';

const PHONE = '+6281200000048';
const FAST = {
  answerMilliseconds: 400,
  enquireMilliseconds: 60,
  pauseMilliseconds: 20,
  longestPauseMilliseconds: 50,
  roomMilliseconds: 2_000,
  slowMilliseconds: 10,
};
/** With hardly a question whether we are there: nothing is ever certain to have arrived. */
const UNSETTLED = { ...FAST, enquireMilliseconds: 600_000 };

describe('an operator by SMPP', () => {
  let operator: Operator;
  let running: RunningChannels | undefined;
  let clock: ReturnType<typeof movableClock>;

  beforeEach(async () => {
    operator = await startOperator();
    clock = movableClock(NOW);
  });
  afterEach(async () => {
    await running?.[Symbol.asyncDispose]();
    running = undefined;
    await operator[Symbol.asyncDispose]();
  });

  const until = <Result>(look: () => Result | Promise<Result>) =>
    vi.waitFor(look, { timeout: 10_000, interval: 10 });
  async function start(config: Partial<ChannelsConfig> = {}, query = '?binds=1', binds = 1) {
    running = await runChannels({
      clock,
      smppUrls: [operator.url(query)],
      smppTimes: FAST,
      gatewayUrl: () => null,
      contactBook: { contactFor: async () => ({ phone: PHONE, language: 'id' }) },
      ...config,
    });
    running.channels.connect({ reports: async () => ({ taken: [], failed: [] }) as never });
    if (binds > 0) await until(() => expect(operator.bound).toHaveLength(binds));
    return running;
  }
  const tell = (facts: Record<string, string> = { number: '48213097' }) =>
    running!.notify({ template: 'report-completed', facts });
  const deliveryOf = async (id: string) => {
    const [row] = await running!.sql<Record<string, any>>(
      'select state, reason, provider, provider_message_id as "messageId", segments, way from channels.delivery where id = $1',
      [id],
    );
    return row!;
  };
  const ended = (id: string, state: string) =>
    until(async () => {
      await running!.sql(
        `update channels_jobs._private_jobs set run_at = '2000-01-01' where locked_at is null`,
      );
      const row = await deliveryOf(id);
      expect(row.state).toBe(state);
      return row;
    });
  const inbound = async () =>
    running!.sql<{ state: string; reason: string | null }>(
      'select state, reason from channels.inbound order by position',
    );
  const from = (text: string | Buffer, more: Record<string, unknown> = {}) => ({
    source_addr_ton: 1,
    source_addr: '6281200000032',
    destination_addr: '1708',
    short_message: text,
    ...more,
  });

  it('is handed a message, names it, and what it tells of it later is known', async () => {
    await start();
    const id = await tell();
    const row = await ended(id, 'SENT');
    expect(row).toMatchObject({ way: 'PHONE', messageId: 'm1', segments: 1, reason: null });
    expect(row.provider).toMatch(/^SMPP lapor@127\.0\.0\.1:\d+$/);
    expect(operator.submitted).toHaveLength(1);
    const [pdu] = operator.submitted;
    expect(pdu).toMatchObject({
      destination_addr: '6281200000048',
      source_addr: '1708',
      registered_delivery: 1,
    });
    expect(textOfPart(pdu!)).toMatch(/^LAPOR! Laporan 4821 3097 selesai/);
    const receipt =
      'id:m1 sub:001 dlvrd:001 submit date:2611200940 done date:2611200941 stat:DELIVRD err:000 text:';
    expect(await operator.deliver(from(receipt, { esm_class: 4 }))).toBe(0);
    await ended(id, 'ARRIVED');
    // Another word about it changes nothing.
    expect(await operator.deliver(from(receipt.replace('DELIVRD', 'EXPIRED'), { esm_class: 4 }))).toBe(0);
    expect((await deliveryOf(id)).state).toBe('ARRIVED');
    const [day] = await running!.sql(
      'select messages, segments, arrived, not_arrived from channels.sending_day',
    );
    expect(day).toEqual({ messages: 1, segments: 1, arrived: 1, not_arrived: 0 });
  });

  it.each([
    ['by TLV', { receipted_message_id: 'm1', message_state: 5 }, ''],
    ['in words', {}, 'id:m1 stat:UNDELIV'],
  ])('tells %s that one did not arrive', async (_name, more, text) => {
    await start();
    const id = await tell();
    await ended(id, 'SENT');
    expect(await operator.deliver(from(text, { esm_class: 4, ...more }))).toBe(0);
    await ended(id, 'NOT_ARRIVED');
  });

  it('may write the name in another base, where a setting says so', async () => {
    await start({}, '?binds=1&receipts=decimal');
    operator.onSubmit = () => ({ message_id: '1F' });
    const id = await tell();
    await ended(id, 'SENT');
    expect(await operator.deliver(from('id:0000000031 stat:DELIVRD', { esm_class: 4 }))).toBe(0);
    expect(await ended(id, 'ARRIVED')).toMatchObject({ messageId: '1F' });
  });

  it('may tell what became of a message before it answers, and of messages that nobody knows', async () => {
    await start();
    expect(await operator.deliver(from('id:unknown stat:DELIVRD', { esm_class: 4 }))).toBe(0);
    expect(await operator.deliver(from('nonsense', { esm_class: 4 }))).toBe(0);
    expect(await operator.deliver(from('id:early stat:DELIVRD', { esm_class: 4 }))).toBe(0);
    operator.onSubmit = () => ({ message_id: 'early' });
    await ended(await tell(), 'ARRIVED');
    expect(await running!.sql('select message_id from channels.early_receipt')).toEqual([
      { message_id: 'unknown' },
    ]);
  });

  it('that breaks off between a message and its answer may have taken it: it is not sent again', async () => {
    await start();
    operator.onSubmit = () => 'BREAKS';
    const id = await tell();
    expect(await ended(id, 'UNCERTAIN')).toMatchObject({ reason: 'CONNECTION_ENDED' });
    await until(() => expect(operator.bound).toHaveLength(1));
    await running!.retry();
    expect(operator.submitted).toHaveLength(1);
  });

  it('that falls silent may have taken it', async () => {
    await start();
    operator.onSubmit = () => 'SILENT';
    expect(await ended(await tell(), 'UNCERTAIN')).toMatchObject({ reason: 'TIMEOUT' });
  });

  it('is bound several times, and one connection that is lost is replaced', async () => {
    await start({}, '?binds=3', 3);
    operator.bound[0]!.socket.destroy();
    await ended(await tell(), 'SENT');
    await until(() => expect(operator.bound).toHaveLength(3));
    await until(() => expect(operator.enquiries).toBeGreaterThan(3));
  });

  it('that is down for a while is come back to', async () => {
    await start();
    await operator.close();
    const id = await tell();
    await operator.listen();
    await ended(id, 'SENT');
    expect(operator.submitted).toHaveLength(1);
  });

  it('that wants fewer is sent fewer, and gets the same message again', async () => {
    await start();
    operator.onSubmit = (_pdu, _session, index) =>
      index < 4 ? { command_status: index % 2 ? 0x58 : 0x14 } : { message_id: 'm' };
    expect(await ended(await tell(), 'SENT')).toMatchObject({ messageId: 'm' });
    expect(operator.submitted).toHaveLength(4);
  });

  it('that refuses a number for good is not asked again', async () => {
    await start();
    operator.onSubmit = () => ({ command_status: 0x0b });
    expect(await ended(await tell(), 'FAILED')).toMatchObject({ reason: 'SMPP_0B' });
    expect(operator.submitted).toHaveLength(1);
  });

  it('that cannot be reached, or refuses, is stood in for by the next provider, which is recorded', async () => {
    const got: string[] = [];
    const gateway = createServer((request, response) => {
      request.resume().on('end', () => {
        got.push(request.url!);
        response.writeHead(202).end();
      });
    });
    await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`;
    try {
      await start({ smsGateways: [{ url }] });
      operator.onSubmit = () => ({ command_status: 0x08 });
      const refused = await ended(await tell(), 'SENT');
      expect(refused.provider).toBe(`HTTP ${new URL(url).host}/send`);
      await operator.close();
      expect((await ended(await tell(), 'SENT')).provider).toMatch(/^HTTP /);
      expect(got).toHaveLength(2);
      // After a silence never: it may have been taken.
      await operator.listen();
      await until(() => expect(operator.bound).toHaveLength(1));
      operator.onSubmit = () => 'BREAKS';
      expect((await ended(await tell(), 'UNCERTAIN')).provider).toMatch(/^SMPP /);
      expect(got).toHaveLength(2);
    } finally {
      gateway.closeAllConnections();
      gateway.close();
    }
  });

  describe('brings', () => {
    it('a message, which is answered when it is durable, and a repetition of it once', async () => {
      await start({ smppTimes: UNSETTLED });
      const message = from('LAPOR jalan di depan pasar berlubang');
      expect(await operator.deliver(message)).toBe(0);
      expect(await operator.deliver(message)).toBe(0);
      operator.breakAll();
      await until(() => expect(operator.bound).toHaveLength(1));
      expect(await operator.deliver(message)).toBe(0);
      expect(await inbound()).toHaveLength(1);
    });

    it('the same words again from somebody who says them again', async () => {
      await start();
      expect(await operator.deliver(from('STATUS'))).toBe(0);
      await until(async () =>
        expect(await running!.sql('select 1 from channels.smpp_heard where is_settled')).toHaveLength(1),
      );
      expect(await operator.deliver(from('STATUS'))).toBe(0);
      expect(await inbound()).toHaveLength(2);
    });

    it('one that cannot be kept again later', async () => {
      await start({ smppTimes: UNSETTLED });
      await running!.sql('alter table channels.inbound rename to inbound_away');
      expect(await operator.deliver(from('LAPOR lampu padam'))).toBe(0x64);
      await running!.sql('alter table channels.inbound_away rename to inbound');
      expect(await operator.deliver(from('LAPOR lampu padam'))).toBe(0);
      expect(await inbound()).toHaveLength(1);
    });

    const textsOf = async () => {
      const sealer = createSealer([SECRET], 'channels');
      const rows = await running!.sql<{ id: string; sealed: Buffer }>(
        'select id, sealed from channels.inbound where sealed is not null order by position',
      );
      return rows.map(({ id, sealed }) => JSON.parse(sealer.open(sealed, id).toString()).text as string);
    };
    const gsm = (text: string) => Buffer.from(text, 'latin1');
    const withHeader = (header: number[], text: Buffer) => Buffer.concat([Buffer.from(header), text]);

    it('parts in any order and of any kind, which are joined', async () => {
      await start({ smppTimes: UNSETTLED });
      const part = (header: number[], text: string) =>
        operator.deliver(from(withHeader(header, gsm(text)), { esm_class: 0x40, data_coding: 0 }));
      expect(await part([5, 0, 3, 7, 2, 2], 'pasar berlubang')).toBe(0);
      expect(await inbound()).toHaveLength(0);
      expect(await part([5, 0, 3, 7, 2, 2], 'pasar berlubang')).toBe(0);
      expect(await part([5, 0, 3, 7, 2, 1], 'LAPOR jalan di depan ')).toBe(0);
      expect(await part([5, 0, 3, 7, 2, 1], 'LAPOR jalan di depan ')).toBe(0);
      expect(await part([6, 8, 4, 1, 7, 2, 1], 'LAPOR satu ')).toBe(0);
      expect(await part([6, 8, 4, 1, 7, 2, 2], 'dua')).toBe(0);
      const sar = (number: number, text: string) =>
        operator.deliver(
          from(gsm(text), { sar_msg_ref_num: 9, sar_total_segments: 2, sar_segment_seqnum: number }),
        );
      expect(await sar(1, 'LAPOR tiga ')).toBe(0);
      expect(await sar(2, 'empat')).toBe(0);
      expect(
        await operator.deliver(from('', { message_payload: gsm('LAPOR sekali panjang '.repeat(20)) })),
      ).toBe(0);
      expect(await inbound()).toHaveLength(4);
      expect(await running!.sql('select 1 from channels.smpp_part')).toEqual([]);
    });

    it('words of any alphabet, also where a character is cut in two', async () => {
      await start({ smppTimes: UNSETTLED });
      const ucs2 = Buffer.from('LAPOR 😀 jalan', 'utf16le').swap16();
      const cut = 14;
      expect(
        await operator.deliver(
          from(withHeader([5, 0, 3, 8, 2, 1], ucs2.subarray(0, cut)), {
            esm_class: 0x40,
            data_coding: 8,
            source_addr: 'TOKO-X',
            source_addr_ton: 5,
          }),
        ),
      ).toBe(0);
      expect(
        await operator.deliver(
          from(withHeader([5, 0, 3, 8, 2, 2], ucs2.subarray(cut)), {
            esm_class: 0x40,
            data_coding: 8,
            source_addr: 'TOKO-X',
            source_addr_ton: 5,
          }),
        ),
      ).toBe(0);
      // A name without a number is refused by the door, once.
      expect(await inbound()).toEqual([{ state: 'REFUSED', reason: expect.any(String) }]);
      // A foreign number is left to a person, whose words are kept.
      const foreign = (text: Buffer, data_coding: number) =>
        operator.deliver(from(text, { source_addr: '6590000000', data_coding }));
      expect(await foreign(ucs2, 8)).toBe(0);
      expect(await foreign(Buffer.from([0x4c, 0x00, 0x1b, 0x65, 0x1b, 0x3c]), 0)).toBe(0);
      expect(await foreign(Buffer.from('Ungeändert', 'latin1'), 3)).toBe(0);
      expect(await textsOf()).toEqual(['LAPOR 😀 jalan', 'L@€[', 'Ungeändert']);
    });

    it('parts that never become whole, which a person gets after half an hour', async () => {
      await start({ smppTimes: UNSETTLED });
      await operator.deliver(from(withHeader([5, 0, 3, 7, 3, 1], gsm('LAPOR jalan')), { esm_class: 0x40 }));
      await operator.deliver(from(withHeader([5, 0, 3, 7, 3, 3], gsm('berlubang')), { esm_class: 0x40 }));
      await running!.channels.settle();
      expect(await inbound()).toEqual([]);
      clock.set('2026-11-20T03:11:00.000Z');
      await running!.channels.settle();
      expect(await inbound()).toEqual([{ state: 'WAITING_FOR_PERSON', reason: 'INCOMPLETE' }]);
      expect(await textsOf()).toEqual(['LAPOR jalan [...] berlubang']);
      await running!.channels.settle();
      expect(await inbound()).toHaveLength(1);
    });

    it('what is left of another operator in its own alphabet, behind many that nobody can read', async () => {
      await using second = await startOperator();
      await start({
        smppTimes: UNSETTLED,
        smppUrls: [operator.url('?binds=1'), second.url('?binds=1&alphabet=latin1')],
      });
      await until(() => expect(second.bound).toHaveLength(1));
      await running!.sql(
        `insert into channels.smpp_part (set_id, number, total, sender, sealed, received_at)
         select decode(lpad(to_hex(n), 64, '0'), 'hex'), 1, 2, 'x', 'nothing that was sealed', '2026-11-20' from generate_series(1, 120) n`,
      );
      const part = withHeader([5, 0, 3, 7, 2, 1], Buffer.from('Ungeändert', 'latin1'));
      expect(await second.deliver(from(part, { esm_class: 0x40 }))).toBe(0);
      clock.set('2026-11-20T03:11:00.000Z');
      await running!.channels.settle();
      expect(await textsOf()).toEqual(['Ungeändert [...]']);
    });

    it('too much of one sender, which it keeps and brings later', async () => {
      await start({ smppTimes: UNSETTLED });
      const answers = [];
      for (let index = 0; index < 62; index++) answers.push(await operator.deliver(from(`STATUS ${index}`)));
      expect(answers).toEqual([...Array.from({ length: 60 }, () => 0), 0x64, 0x64]);
      clock.set('2026-11-20T03:00:00.000Z');
      expect(await operator.deliver(from('STATUS 61'))).toBe(0);
    });

    it('what is no PDU: it is refused, and what comes after it is taken', async () => {
      await start();
      const { socket } = operator.bound[0]!;
      const answers: number[] = [];
      (operator.bound[0] as never as { on(e: string, l: (p: { command_status: number }) => void): void }).on(
        'generic_nack',
        ({ command_status }) => answers.push(command_status),
      );
      const raw = (command: number, body: Buffer, length = 16 + body.length) => {
        const header = Buffer.alloc(16);
        header.writeUInt32BE(length, 0);
        header.writeUInt32BE(command, 4);
        header.writeUInt32BE(77, 12);
        return Buffer.concat([header, body]);
      };
      socket.write(raw(0x7777, Buffer.alloc(3)));
      socket.write(raw(0x00000005, Buffer.from('zzzz')));
      socket.write(raw(0x00000102, Buffer.alloc(6)));
      socket.write(raw(0x0000000b, Buffer.alloc(2)));
      socket.write(raw(0x00000004, Buffer.alloc(40)));
      await until(() => expect(answers.length).toBeGreaterThanOrEqual(2));
      expect(await operator.deliver(from('STATUS'))).toBe(0);
      // Where the next one begins cannot be known: the connection ends, and comes back.
      socket.write(raw(0x00000005, Buffer.alloc(0), 0x7fffffff));
      await until(() => expect(operator.bound).not.toContainEqual(expect.objectContaining({ socket })));
      await until(() => expect(operator.bound).toHaveLength(1));
      expect(await operator.deliver(from('STATUS K2'))).toBe(0);
    });
  });

  it('that does not know us is told by health, not by mails', async () => {
    operator.refusesBinds = 0x0e;
    await start({}, '?binds=1', 0);
    const id = await tell();
    await until(async () =>
      expect(await deliveryOf(id)).toMatchObject({ state: 'WAITING', reason: 'NOT_BOUND' }),
    );
    operator.refusesBinds = 0;
    await ended(id, 'SENT');
  });
});

describe('a long message', () => {
  it('goes in parts of one connection; what was half taken is not sent again', async () => {
    const operator = await startOperator();
    const address = readSmppUrl(operator.url());
    const link = createLink({
      address,
      logger: createLogger('channels', 'silent'),
      times: FAST,
      onRequest: async () => {},
      onAlive: () => {},
    });
    link.start();
    try {
      await vi.waitFor(() => expect(link.session).not.toBeNull());
      const carrier = smppCarrier(address, [link], FAST);
      const letter = (body: string) => ({ id: 'd', to: PHONE, subject: '', body });
      const long = 'Rencana [baru]: penambalan jalan. '.repeat(12);
      expect(await carrier.carry(letter(long))).toEqual({ kind: 'TAKEN', messageIds: ['m1', 'm2', 'm3'] });
      expect(operator.submitted.map(textOfPart).join('')).toBe(long.trim());
      operator.submitted.length = 0;
      const unicode = 'Jalan 😀 '.repeat(20).trim();
      await carrier.carry(letter(unicode));
      expect(operator.submitted.map(textOfPart).join('')).toBe(unicode);
      operator.submitted.length = 0;
      operator.onSubmit = (_pdu, _session, index) => (index === 1 ? { message_id: 'a' } : 'BREAKS');
      expect(await carrier.carry(letter(long))).toMatchObject({ kind: 'UNCERTAIN', messageIds: ['a'] });
    } finally {
      await link.stop();
      await operator[Symbol.asyncDispose]();
    }
  });
});
