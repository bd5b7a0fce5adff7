import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from '@lapor/clock';
import type { Viewer } from '@lapor/viewer';
import { startGraphDouble, type GraphDouble } from './graph-double.ts';
import { sendMailTo } from './mail-client.ts';
import { startMailServer, type MailServer } from './mail-server.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

const DOMAIN = 'surat.lapor.example';
const SENDER = 'siti@contoh.test';
const RINA: Viewer = {
  kind: 'officer',
  accountId: 'rina',
  posts: [{ role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' }],
  reportGrants: [],
};

describe('a mail at the desk', () => {
  let graph: GraphDouble;
  let out: MailServer;
  let running: RunningChannels;
  let server: FastifyInstance;
  beforeEach(async () => {
    graph = await startGraphDouble();
    graph.regions = [
      {
        code: '13.71.09',
        name: 'Kuranji',
        fullName: 'Kuranji, Kota Padang, Sumatera Barat',
        level: 'DISTRICT',
      },
    ];
    out = await startMailServer();
    running = await runChannels({
      clock: movableClock(NOW),
      gatewayUrl: () => graph.url,
      smtpUrl: out.url,
      mailIn: { port: 0, host: '127.0.0.1', domain: DOMAIN, trusted: 'mx.lapor.example' },
      contactBook: { contactFor: async () => null },
      replies: { open: async () => null },
    });
    server = fastify();
    server.decorateRequest('viewer');
    server.addHook('onRequest', async (request) => {
      request.viewer = RINA;
    });
    await server.register(async (routes) => running.channels.routes?.(routes));
  });
  afterEach(async () => {
    await server.close();
    await running[Symbol.asyncDispose]();
    await out[Symbol.asyncDispose]();
    await graph[Symbol.asyncDispose]();
  });
  async function writes(mail: {
    to: string;
    subject: string;
    text: string;
    headers?: Record<string, string>;
  }) {
    await sendMailTo(running.channels.mailPort!, { from: SENDER, ...mail });
    while ((await running.channels.settle()) > 0);
  }

  it('speaks for a report only where it is known who wrote it', async () => {
    const to = `lapor@${DOMAIN}`;
    await writes({ to, subject: 'Jalan rusak', text: 'Jalan berlubang.\nLokasi: Kec. Kuranji, Kota Padang' });
    graph.report = { state: 'IN_PROGRESS', viewerCanReply: true };
    const forged = `balas+${'c'.repeat(45)}@${DOMAIN}`;
    await writes({ to: forged, subject: 'Re: Laporan', text: 'Sudah beres semua.' });
    const headers = { 'Authentication-Results': 'mx.lapor.example; dmarc=pass header.from=contoh.test' };
    await writes({ to: forged, subject: 'Re: Laporan', text: 'Masih ada dua lubang.', headers });
    const { messages } = (await server.inject({ url: '/channels/desk/messages' })).json();
    const tries = [];
    for (const { id } of messages as { id: string }[]) {
      const message = (await server.inject({ url: `/channels/desk/messages/${id}` })).json();
      const attached = await server.inject({
        method: 'POST',
        url: `/channels/desk/messages/${id}/attach`,
        headers: { origin: 'https://lapor.example' },
        payload: { requestKey: randomUUID(), reportId: message.reports[0].reportId, text: message.text },
      });
      tries.push([message.isUnproven, attached.statusCode, attached.json().code]);
    }
    expect(tries).toEqual([
      [true, 409, 'NOT_TRUSTED'],
      [false, 200, undefined],
    ]);
    const { asked } = graph;
    expect(
      asked.filter(({ operation }) => operation === 'ReplyAtDoor').map(({ input }) => input.text),
    ).toEqual(['Masih ada dua lubang.']);
  });

  it('is as little proven where a draft of it is left to a person', async () => {
    const to = `lapor@${DOMAIN}`;
    const text = 'Jalan berlubang dalam sekali.\nLokasi: Kec. Kuranji, Kota Padang';
    const headers = { 'Authentication-Results': 'mx.lapor.example; dmarc=pass header.from=contoh.test' };
    graph.refuses = true;
    await writes({ to, subject: 'Palsu', text });
    await writes({ to, subject: 'Asli', text, headers });
    const { messages } = (await server.inject({ url: '/channels/desk/messages' })).json();
    const seen = [];
    for (const { id } of messages as { id: string }[]) {
      const read = (await server.inject({ url: `/channels/desk/messages/${id}` })).json();
      seen.push([read.text.includes('Palsu'), read.isUnproven]);
    }
    expect(seen).toEqual([
      [true, true],
      [true, true],
      [false, false],
      [false, false],
    ]);
  });
});
