import { createHmac, randomUUID } from 'node:crypto';
import type { World } from '../world/start.ts';

/** All doors open, so that their routes are there; nothing is sent to these addresses. */
export const DOORS = {
  smsCallbackSecrets: ['c'.repeat(40)] as const,
  webhookLoopback: true,
  doors: {
    telegram: {
      botToken: `1:${'t'.repeat(35)}`,
      webhookSecret: 'w'.repeat(40),
      apiUrl: 'http://127.0.0.1:9',
    },
    whatsapp: {
      token: 'token-whatsapp',
      phoneId: '1234567890',
      appSecret: 'rahasia-aplikasi-whatsapp',
      verifyToken: 'kata-periksa-whatsapp',
      apiUrl: 'http://127.0.0.1:9',
    },
    x: {
      consumerKey: 'kunci-konsumen',
      consumerSecret: 'rahasia-konsumen',
      accessToken: 'token-akses-x',
      accessSecret: 'rahasia-akses-x',
      userId: '1708',
      apiUrl: 'http://127.0.0.1:9',
    },
  },
} as const;

/** Answers whose words are for everybody (0059). */
const KINDS_WITH_RECEIPT = ['ACKNOWLEDGED', 'PLANNED', 'RESULT', 'OBSTACLE', 'CORRECTED'];

/** What the routes are asked about, beside the world's own. */
export interface Furniture {
  /** Waits for a person at the desk of doors. */
  strayId: string;
  /** By organisation, '' for the national one. */
  webhooks: ReadonlyMap<string, string>;
  /** Another message of an organisation's webhook that has ended. */
  endedMessageOf(organisationId: string): Promise<string>;
  /** Another webhook like this one. */
  twinOf(webhookId: string): Promise<string>;
  /** By report. */
  photos: ReadonlyMap<string, string>;
  documents: ReadonlyMap<string, string>;
  /** By report: the history's entry of an answer of which receipts are given. */
  answers: ReadonlyMap<string, string>;
  /** An answer whose words are not for everybody. */
  keptAnswer: { report: string; id: string } | null;
  /** Of `with the unit`: the entry of its filing. */
  filingEntry: string;
  /** Under way, of nobody in the matrix. */
  uploadId: string;
}

/** Makes it, as people do. */
export async function furnish(world: World, now: Date): Promise<Furniture> {
  const admin = world.credentials.get('national admin')![0]!;
  const strayId = await leaveStray(world, now);
  const webhooks = new Map<string, string>();
  const messages = new Map<string, string>();
  for (const organisationId of [
    ...(['city', 'unit', 'other city', 'ministry'] as const).map((place) => world.places[place]),
    '',
  ]) {
    const { status, body } = await admin.send('POST', '/channels/webhooks', {
      organisationId: organisationId === '' ? null : organisationId,
      url: 'http://127.0.0.1:9/lapor',
      types: [],
      label: 'Uji matriks',
      requestKey: randomUUID(),
    });
    if (status !== 201) throw new Error(`No webhook: ${status} ${JSON.stringify(body)}`);
    const { id } = body.webhook as { id: string };
    webhooks.set(organisationId, id);
    const test = await admin.send('POST', `/channels/webhooks/${id}/test`, { requestKey: randomUUID() });
    messages.set(organisationId, test.body.messageId);
  }
  // What has ended can be sent again.
  await world.sql(`update channels.webhook_message set state = 'FAILED', next_at = null`);
  const byReport = async (where: string) =>
    new Map(
      (
        await world.sql<{ report: string; id: string }>(
          `select distinct on (report_id) report_id as report, id from reports.attachment where report_id is not null and ${where} order by report_id, uploaded_at`,
        )
      ).map(({ report, id }) => [report, id]),
    );
  const answers = await world.sql<{ report: string; id: string }>(
    `select distinct on (report_id) report_id as report, id from reports.history where kind = any($1) and organisation_id is not null and text_audience = 'PUBLIC' order by report_id, at`,
    [KINDS_WITH_RECEIPT],
  );
  const [kept] = await world.sql<{ report: string; id: string }>(
    `select report_id as report, id from reports.history where kind = any($1) and text_audience <> 'PUBLIC' limit 1`,
    [KINDS_WITH_RECEIPT],
  );
  const [filing] = await world.sql<{ id: string }>(
    `select id from reports.history where report_id = $1 order by at, id limit 1`,
    [world.reports.byName['with the unit'].id],
  );
  const upload = await world.open().knock('POST', '/files', {
    headers: {
      'submission-key': randomUUID(),
      'tus-resumable': '1.0.0',
      'upload-length': '10',
      'upload-metadata': 'filename YS5wbmc=',
    },
  });
  const uploadId = upload.headers.get('location')?.split('/').at(-1);
  if (!uploadId) throw new Error(`No upload: ${upload.status}`);
  return {
    strayId,
    webhooks,
    async endedMessageOf(organisationId) {
      const id = `msg_${randomUUID()}`;
      await world.sql(
        `insert into channels.webhook_message (id, webhook_id, report_id, number, type, payload, state, attempts, created_at, due_since)
         select $2, webhook_id, report_id, number, type, payload, 'FAILED', 1, created_at, due_since from channels.webhook_message where id = $1`,
        [messages.get(organisationId), id],
      );
      return id;
    },
    async twinOf(webhookId) {
      const id = randomUUID();
      await world.sql(
        `insert into channels.webhook select (jsonb_populate_record(w, jsonb_build_object('id', $2::text, 'request_key', $2::text))).* from channels.webhook w where w.id = $1`,
        [webhookId, id],
      );
      return id;
    },
    photos: await byReport(`media_type like 'image/%' and history_id is null`),
    documents: await byReport(`media_type = 'application/pdf' and history_id is null`),
    answers: new Map(answers.map(({ report, id }) => [report, id])),
    keptAnswer: kept ?? null,
    filingEntry: filing!.id,
    uploadId,
  };
}

/** Somebody writes what no door understands. */
async function leaveStray(world: World, now: Date): Promise<string> {
  const body = JSON.stringify({ messageId: randomUUID(), from: '081200000032', text: 'halo pak apa kabar' });
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const digest = createHmac('sha256', DOORS.smsCallbackSecrets[0])
    .update(`${timestamp}.${body}`)
    .digest('hex');
  const { status } = await world.open().knock('POST', '/channels/sms', {
    headers: {
      'content-type': 'application/json',
      'x-lapor-timestamp': timestamp,
      'x-lapor-signature': `v1=${digest}`,
    },
    body,
  });
  if (status !== 202) throw new Error(`The door of short messages answered ${status}`);
  await world.settle();
  const [row] = await world.sql<{ id: string }>(
    `select id from channels.inbound where state = 'WAITING_FOR_PERSON'`,
  );
  return row!.id;
}
