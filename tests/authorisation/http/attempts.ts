import { createHmac, randomUUID } from 'node:crypto';
import type { PersonName } from '../oracle/people.ts';
import type { ReportName } from '../oracle/reports.ts';
import type { Place } from '../oracle/places.ts';
import type { Subject } from '../oracle/verdicts.ts';
import type { KnockRequest } from '../world/browser.ts';
import type { World } from '../world/start.ts';
import { CATEGORY } from '../world/reports.ts';
import { DOORS, type Furniture } from './furnish.ts';

/** A request of somebody about a subject. */
interface Attempt extends KnockRequest {
  path: string;
  /** Default: the first that the route names. */
  method?: string;
  /** Whether the body holds what was asked for; a list without it gives nothing. */
  holds?: (body: string) => boolean;
}

export interface Asking {
  world: World;
  furniture: Furniture;
  name: PersonName;
  subject: Subject;
  /** The key of somebody who is one. */
  key: string | null;
}

/** `null`: there is no such thing of this subject. */
export type Try = (asking: Asking) => Attempt | null | Promise<Attempt | null>;

const at =
  (path: string, request: Omit<Attempt, 'path'> = {}): Try =>
  () => ({ path, ...request });
const json = (body: unknown): KnockRequest => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const form = (fields: Record<string, string>): KnockRequest => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

const report = ({ world, subject }: Asking) => world.reports.byName[subject.name as ReportName];
const place = ({ world, subject }: Asking) => world.places[subject.name as Place];
const UPLOAD = { 'tus-resumable': '1.0.0', 'upload-length': '10', 'upload-metadata': 'filename YS5wbmc=' };

const fileOf =
  (kind: 'photos' | 'documents', suffix = ''): Try =>
  ({ furniture, ...asking }) => {
    const id = furniture[kind].get(report({ furniture, ...asking }).id);
    return id === undefined ? null : { path: `/files/${id}${suffix}` };
  };

const deskPost =
  (act: string, body: unknown = {}): Try =>
  ({ furniture }) => ({ path: `/channels/desk/messages/${furniture.strayId}/${act}`, ...json(body) });

type Of = 'asked' | 'the national one';
/** About the webhook of a place, and about the national one. */
const webhook = (
  suffix: string,
  request: () => Omit<Attempt, 'path'> = () => ({}),
  which: (furniture: Furniture, webhookId: string) => string | Promise<string> = (_, id) => id,
): Record<Of, Try> => {
  const about = async (furniture: Furniture, id: string) => ({
    path: `/channels/webhooks/${await which(furniture, id)}${suffix}`,
    ...request(),
  });
  return {
    asked: (asking) => about(asking.furniture, asking.furniture.webhooks.get(place(asking))!),
    'the national one': ({ furniture }) => about(furniture, furniture.webhooks.get('')!),
  };
};
const keyed = () => json({ requestKey: randomUUID() });
const newWebhook = (organisationId: string | null) =>
  json({
    organisationId,
    url: 'http://127.0.0.1:9/lapor',
    types: [],
    label: 'Uji',
    requestKey: randomUUID(),
  });

/** By bytes, as each provider does. */
const callback = (path: string, signed: Record<string, string>) => {
  const body = '{}';
  const headers = { 'content-type': 'application/json' };
  return {
    'without signature': at(path, { headers, body }),
    signed: at(path, { headers: { ...headers, ...signed }, body }),
  };
};
const hmac = (secret: string, text: string, encoding: 'hex' | 'base64') =>
  createHmac('sha256', secret).update(text).digest(encoding);

/** How each route is tried, in each of its ways. */
export const attemptsAt = (now: Date): Readonly<Record<string, Readonly<Record<string, Try>>>> => {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const sms = {
    'x-lapor-timestamp': timestamp,
    'x-lapor-signature': `v1=${hmac(DOORS.smsCallbackSecrets[0], `${timestamp}.{}`, 'hex')}`,
  };
  return {
    'GET /health/live': { asked: at('/health/live') },
    'GET /health/ready': { asked: at('/health/ready') },
    'GET /health/parts': { asked: at('/health/parts') },
    'GET /operations/health': { asked: at('/operations/health') },
    'POST /graphql': { asked: at('/graphql', json({ query: '{ __typename }' })) },
    'GET,HEAD,PUT,PATCH,DELETE,OPTIONS /graphql': { asked: at('/graphql') },
    'POST /graphql/files': { 'with nothing of use': at('/graphql/files', json({ query: '{ __typename }' })) },
    'GET /analis': { asked: at('/analis') },
    'GET /analis/': { asked: at('/analis/') },
    'GET /analis/:file': { asked: at('/analis/graphiql.css') },

    'GET /live': { 'of a report': (asking) => ({ path: `/live?topics=report:${report(asking).id}` }) },
    'POST,OPTIONS /files': {
      'of somebody known': at('/files', { headers: UPLOAD }),
      'with a key of a report to be filed': () => ({
        path: '/files',
        headers: { ...UPLOAD, 'submission-key': randomUUID() },
      }),
    },
    'HEAD,PATCH,DELETE /files/:id': {
      'of another': ({ furniture }) => ({
        path: `/files/${furniture.uploadId}`,
        method: 'HEAD',
        headers: { 'tus-resumable': '1.0.0' },
      }),
    },
    'GET /files/:id': { 'a photo': fileOf('photos'), 'a document': fileOf('documents') },
    'GET /files/:id/thumbnail': { 'a photo': fileOf('photos', '/thumbnail') },
    'GET /notifications/unsubscribe/:token': { asked: at('/notifications/unsubscribe/x') },
    'POST /notifications/unsubscribe/:token': { asked: at('/notifications/unsubscribe/x', form({})) },
    'GET /notifications/unfollow/:token': { asked: at('/notifications/unfollow/x') },
    'POST /notifications/unfollow/:token': { asked: at('/notifications/unfollow/x', form({})) },
    'POST /exports/reports.csv': {
      'the desk': at('/exports/reports.csv', json({ list: 'DESK' })),
      'an inbox': (asking) => ({
        path: '/exports/reports.csv',
        ...json({ list: 'INBOX', bucket: 'NEW', organisationId: place(asking) }),
      }),
    },
    'GET /.well-known/lapor-receipt-keys.json': { asked: at('/.well-known/lapor-receipt-keys.json') },
    'GET /tanda-terima/:reportId': { asked: (asking) => ({ path: `/tanda-terima/${report(asking).id}` }) },
    'GET /tanda-terima/:reportId/:entryId': {
      'an answer': (asking) => {
        const { id } = report(asking);
        const entry = asking.furniture.answers.get(id);
        return entry === undefined ? null : { path: `/tanda-terima/${id}/${entry}` };
      },
      'words that are not for everybody': ({ furniture }) =>
        furniture.keptAnswer && {
          path: `/tanda-terima/${furniture.keptAnswer.report}/${furniture.keptAnswer.id}`,
        },
      'no answer': ({ furniture, world }) => ({
        path: `/tanda-terima/${world.reports.byName['with the unit'].id}/${furniture.filingEntry}`,
      }),
    },

    'POST,OPTIONS /files/evidence/:organisationId': {
      asked: (asking) => ({ path: `/files/evidence/${place(asking)}`, headers: UPLOAD }),
    },
    'HEAD,PATCH,DELETE /files/evidence/:organisationId/:id': {
      'of another': ({ world, furniture }) => ({
        path: `/files/evidence/${world.places.city}/${furniture.uploadId}`,
        method: 'HEAD',
        headers: { 'tus-resumable': '1.0.0' },
      }),
    },
    'GET /files/evidence/:id': { 'without signature': at(`/files/evidence/${randomUUID()}`) },

    'GET /surat/:file': { 'of no letter': at(`/surat/${randomUUID()}.pdf`) },
    'GET /figures/:table': { asked: at('/figures/open.csv') },

    'GET /mailbox': { asked: at('/mailbox') },
    'GET /mailbox/messages': { asked: at('/mailbox/messages') },
    'POST /channels/sms': callback('/channels/sms', sms),
    'POST /channels/sms/receipts': callback('/channels/sms/receipts', sms),
    'POST /channels/telegram': callback('/channels/telegram', {
      'x-telegram-bot-api-secret-token': DOORS.doors.telegram.webhookSecret,
    }),
    'POST /channels/whatsapp': callback('/channels/whatsapp', {
      'x-hub-signature-256': `sha256=${hmac(DOORS.doors.whatsapp.appSecret, '{}', 'hex')}`,
    }),
    'GET /channels/whatsapp': {
      'with another token': at('/channels/whatsapp?hub.mode=subscribe&hub.challenge=1&hub.verify_token=x'),
      'with the token': at(
        `/channels/whatsapp?hub.mode=subscribe&hub.challenge=1&hub.verify_token=${DOORS.doors.whatsapp.verifyToken}`,
      ),
    },
    'POST /channels/x': callback('/channels/x', {
      'x-twitter-webhooks-signature': `sha256=${hmac(DOORS.doors.x.consumerSecret, '{}', 'base64')}`,
    }),
    'GET /channels/x': { asked: at('/channels/x?crc_token=abc') },

    'GET /channels/desk/counts': { asked: at('/channels/desk/counts') },
    'GET /channels/desk/messages': { asked: at('/channels/desk/messages') },
    'GET /channels/desk/messages/:id': {
      asked: ({ furniture }) => ({ path: `/channels/desk/messages/${furniture.strayId}` }),
    },
    'POST /channels/desk/messages/:id/lease': { asked: deskPost('lease', { takeOver: true }) },
    'POST /channels/desk/messages/:id/give-back': { asked: deskPost('give-back') },
    'POST /channels/desk/messages/:id/reveal': { 'without a reason': deskPost('reveal') },
    'POST /channels/desk/messages/:id/answer': { 'without words': deskPost('answer') },
    'POST /channels/desk/messages/:id/file': { 'without words': deskPost('file') },
    'POST /channels/desk/messages/:id/attach': { 'without words': deskPost('attach') },
    'POST /channels/desk/messages/:id/close': { 'without a reason': deskPost('close') },
    'POST /channels/desk/measure': { asked: at('/channels/desk/measure', json({ text: 'a' })) },
    'GET /channels/desk/state': { asked: at('/channels/desk/state') },
    'GET /channels/desk/undelivered': { asked: at('/channels/desk/undelivered') },
    'POST /channels/desk/providers/rest': {
      'without a name': at('/channels/desk/providers/rest', json({})),
    },
    'POST /channels/desk/providers/back': {
      'without a name': at('/channels/desk/providers/back', json({})),
    },
    'POST /channels/desk/providers/order': {
      'without names': at('/channels/desk/providers/order', json({})),
    },
    'POST /channels/desk/providers/price': {
      'without a price': at('/channels/desk/providers/price', json({})),
    },
    'GET /channels/desk/templates': { asked: at('/channels/desk/templates') },
    'GET /channels/desk/templates/:name': { asked: at('/channels/desk/templates/report-received') },
    'GET /channels/desk/templates/:name/versions': {
      asked: at('/channels/desk/templates/report-received/versions?medium=MAIL&language=id'),
    },
    'POST /channels/desk/templates/:name/preview': {
      'without words': at('/channels/desk/templates/report-received/preview', json({})),
    },
    'POST /channels/desk/templates/:name/wording': {
      'without words': at('/channels/desk/templates/report-received/wording', json({})),
    },
    'POST /channels/desk/templates/:name/built-in': {
      'without a reason': at('/channels/desk/templates/report-received/built-in', json({})),
    },
    'GET /channels/desk/actions': { asked: at('/channels/desk/actions') },

    'GET /channels/webhooks': {
      'of a place': (asking) => ({
        path: `/channels/webhooks?organisation=${place(asking)}`,
        holds: (body) => body.includes(asking.furniture.webhooks.get(place(asking))!),
      }),
    },
    'POST /channels/webhooks': {
      'for a place': (asking) => ({ path: '/channels/webhooks', ...newWebhook(place(asking)) }),
      'for the nation': () => ({ path: '/channels/webhooks', ...newWebhook(null) }),
    },
    'GET /channels/webhooks/:id': webhook(''),
    'PATCH /channels/webhooks/:id': webhook('', () => json({ label: 'Nama lain' })),
    // Each takes away one of its own.
    'DELETE /channels/webhooks/:id': webhook(
      '',
      () => ({}),
      (furniture, id) => furniture.twinOf(id),
    ),
    'POST /channels/webhooks/:id/rotate': webhook('/rotate', keyed),
    'POST /channels/webhooks/:id/test': webhook('/test', keyed),
    'GET /channels/webhooks/:id/messages': webhook('/messages'),
    'POST /channels/webhooks/messages/:id/replay': {
      // Each sends another one again.
      asked: async (asking) => ({
        path: `/channels/webhooks/messages/${await asking.furniture.endedMessageOf(place(asking))}/replay`,
        ...json({}),
      }),
    },

    'GET /open311/v2/*': {
      discovery: at('/open311/v2/discovery.json'),
      'a request': (asking) => ({ path: `/open311/v2/requests/${report(asking).number}.json` }),
    },
    'POST /open311/v2/*': {
      'a report': ({ key }) => ({
        path: '/open311/v2/requests.json',
        ...form({
          ...(key === null ? {} : { api_key: key }),
          service_code: CATEGORY,
          description: 'Jalan di depan pasar berlubang sejak dua bulan.',
          lat: '-0.9145',
          long: '100.3875',
        }),
      }),
      'with faults': ({ key }) => ({
        path: '/open311/v2/requests.json',
        ...form(key === null ? {} : { api_key: key }),
      }),
    },
  };
};
