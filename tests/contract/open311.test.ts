import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roadReport } from '../platform/graph-client.ts';
import { startAgencyWorld, type AgencyWorld } from './agency-world.ts';

const PORT = 23_271;
const SERVICE = roadReport().categoryId;
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('Open311', () => {
  const stack = new AsyncDisposableStack();
  let world: AgencyWorld;
  let key: string;
  const schemas = new Map<string, ValidateFunction>();

  beforeAll(async () => {
    world = stack.use(await startAgencyWorld(PORT));
    key = await world.keyOf('city', 'pemkot-13-71', ['reports:read', 'graph:write']);
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    for (const name of ['service', 'service-definition', 'request']) {
      const text = await readFile(join(import.meta.dirname, `open311-schema/${name}.json`), 'utf8');
      schemas.set(name, ajv.compile(JSON.parse(text) as object));
    }
  });
  afterAll(() => stack.disposeAsync());

  const get = async (path: string) => {
    const response = await fetch(`${world.address}/open311/v2/${path}`);
    const text = await response.text();
    const type = response.headers.get('content-type')!;
    return { status: response.status, type, text, body: type.includes('json') ? JSON.parse(text) : null };
  };
  const post = async (
    format: 'json' | 'xml',
    fields: Record<string, string> | FormData,
    headers: Record<string, string> = {},
  ) => {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    const response = await fetch(`${world.address}/open311/v2/requests.${format}`, {
      method: 'POST',
      body,
      headers,
    });
    const text = await response.text();
    return { status: response.status, text, body: format === 'json' ? JSON.parse(text) : null };
  };
  const valid = (schema: string, value: unknown) => {
    const validate = schemas.get(schema)!;
    expect([validate(value), validate.errors]).toEqual([true, null]);
  };
  const filing = (more: Record<string, string> = {}) => ({
    api_key: key,
    service_code: SERVICE,
    description: `Jalan di depan pasar berlubang sedalam lutut. Nomor uji ${randomUUID()}`,
    lat: '-0.9145',
    long: '100.3875',
    address_string: 'Depan pasar Kuranji',
    email: 'warga-kenari@contoh.id',
    first_name: 'Kenari',
    ...more,
  });

  it('tells what is served, in both formats', async () => {
    const { status, body } = await get('discovery.json');
    expect([status, body.endpoints[0].url]).toEqual([200, `http://127.0.0.1:${PORT}/open311/v2`]);
    const xml = await get('discovery.xml');
    expect(xml.type).toBe('text/xml; charset=utf-8');
    expect(new XMLParser().parse(xml.text).discovery.endpoints.endpoint.formats.format).toEqual([
      'text/xml',
      'application/json',
    ]);
  });

  it('lists services and their attributes as the schemas have them', async () => {
    const { body: services } = await get('services.json');
    expect(services.length).toBeGreaterThan(400);
    for (const service of services) valid('service', service);
    expect(
      services.find(({ service_code: code }: { service_code: string }) => code === SERVICE).metadata,
    ).toBe(true);
    const { body: definition } = await get(`services/${SERVICE}.json`);
    valid('service-definition', definition);
    const { text } = await get(`services/${SERVICE}.xml`);
    expect(new XMLParser().parse(text).service_definition.service_code).toBe(SERVICE);
    expect(XMLValidator.validate((await get('services.xml')).text)).toBe(true);
    expect(await get('services/tidak.ada.json')).toMatchObject({ status: 404, body: [{ code: '404' }] });
  });

  it('files a report as its organisation, shows it once it is published, and never before', async () => {
    const sent = await post('json', filing({ extensions: 'true', 'attribute[kind]': 'COMPLAINT' }));
    expect(sent.status).toBe(201);
    const [{ service_request_id: number, extended_attributes: extended }] = sent.body;
    expect(number).toMatch(/^\d{8}$/);
    expect(extended.access_code).toMatch(/^\d{16}$/);
    expect((await get(`requests/${number}.json`)).status).toBe(404);
    const { data } = await world
      .officer('desk')
      .ask(`{ report(number: "${number}") { id channel region { code } category { id } placeText } }`);
    expect(data.report).toMatchObject({
      channel: 'API',
      region: { code: expect.stringMatching(/^13\.71/) },
      category: { id: SERVICE },
    });
    await world.officer('desk').do('verifyReport', {
      reportId: data.report.id,
      class: 'GRIEVANCE',
      categoryId: SERVICE,
      leadOrganisationId: 'pemkot-13-71',
      safeToPublish: true,
    });
    const shown = await get(`requests/${number}.json?extensions=true`);
    valid('request', shown.body[0]);
    expect(shown.body[0]).toMatchObject({
      status: 'open',
      service_code: SERVICE,
      agency_responsible: 'Pemerintah Kota Padang',
      extended_attributes: { kind: 'COMPLAINT', state: 'DISPOSED', is_confidential: false },
    });
    expect(shown.text).not.toMatch(/kenari@|Kenari|lapor_/);
    const list = async (query: string) =>
      (await get(`requests.json?${query}`)).body.map((request: any) => request.service_request_id);
    expect(await list(`service_code=${SERVICE}&status=open`)).toContain(number);
    expect(await list('status=closed')).not.toContain(number);
    expect(await list('lat=-0.9145&long=100.3875&radius=500')).toContain(number);
    expect(await list('lat=-6.2&long=106.8&radius=500')).not.toContain(number);
    expect(await list(`service_request_id=${number},00000000`)).toEqual([number]);
    expect(await list('jurisdiction_id=pemkot-13-72')).not.toContain(number);
    expect(await list(`updated_after=${new Date(Date.now() + 60_000).toISOString()}`)).toEqual([]);
    expect(await list(`start_date=2020-01-01T00:00:00Z&end_date=2020-02-01T00:00:00Z`)).toEqual([]);
    const xml = await get(`requests/${number}.xml?extensions=true`);
    expect(XMLValidator.validate(xml.text)).toBe(true);
    expect(String(new XMLParser().parse(xml.text).service_requests.request.service_request_id)).toBe(number);
  });

  it('keeps what is confidential to itself', async () => {
    const { body } = await post('json', filing({ 'attribute[is_confidential]': 'true' }));
    const number = body[0].service_request_id as string;
    expect((await get(`requests/${number}.json`)).status).toBe(404);
    expect((await get(`requests.json?service_request_id=${number}`)).body).toEqual([]);
  });

  it('files the same request once, by its key or by its content, with a photo as well', async () => {
    const fields = filing();
    const answers = await Promise.all([1, 2, 3].map(() => post('json', fields)));
    expect(new Set(answers.map(({ body }) => body[0].service_request_id)).size).toBe(1);
    const named = { 'idempotency-key': randomUUID() };
    const first = await post('json', filing(), named);
    expect(first.status).toBe(201);
    expect((await post('json', filing(), named)).status).toBe(409);

    const form = (photo: Buffer) => {
      const data = new FormData();
      for (const [name, value] of Object.entries({ ...fields, address_string: 'Dengan foto' }))
        data.set(name, value);
      data.set('media', new Blob([new Uint8Array(photo)]), 'lubang.png');
      return data;
    };
    const withPhoto = await post('json', form(PHOTO));
    expect(withPhoto.status).toBe(201);
    expect(await post('json', form(PHOTO))).toEqual(withPhoto);
    const number = withPhoto.body[0].service_request_id as string;
    const { data } = await world
      .officer('desk')
      .ask(`{ report(number: "${number}") { attachments { kind } } }`);
    expect(data.report.attachments).toEqual([{ kind: 'PHOTO' }]);
    expect(await post('json', form(Buffer.from('<script>alert(1)</script>')))).toMatchObject({
      status: 400,
      body: [{ code: '400' }],
    });
  });

  it('refuses in the words of the standard', async () => {
    const reading = await world.keyOf('city', 'pemkot-13-71', ['reports:read']);
    const { api_key: _, ...without } = filing();
    const attempts: [number, Record<string, string>, RegExp][] = [
      [401, without, /api_key/],
      [401, filing({ api_key: 'salah' }), /api_key/],
      [401, filing({ api_key: `lapor_${'x'.repeat(43)}` }), /api_key/],
      [403, filing({ api_key: reading }), /api_key/],
      [400, filing({ service_code: '' }), /service_code/],
      [404, filing({ service_code: 'tidak.ada' }), /service_code/],
      [404, filing({ jurisdiction_id: 'tidak-ada' }), /jurisdiction_id/],
      [400, filing({ media_url: 'http://169.254.169.254/' }), /^media_url/],
      [400, filing({ lat: '', long: '', address_string: '' }), /^address_string/],
      [400, filing({ lat: '52.5', long: '13.4' }), /^lat/],
      [400, filing({ description: 'pendek' }), /^description/],
      [400, filing({ email: 'bukan alamat' }), /^email/],
    ];
    for (const [status, fields, words] of attempts) {
      const answer = await post('json', fields);
      expect([answer.status, answer.body[0].code]).toEqual([status, String(status)]);
      expect(answer.body[0].description).toMatch(words);
    }
    const xml = await post('xml', without);
    expect(new XMLParser().parse(xml.text).errors.error.code).toBe(401);
    for (const path of [
      'requests.json?status=lama',
      'requests.json?page=0',
      'requests.json?start_date=kemarin',
    ])
      expect((await get(path)).status).toBe(400);
    for (const path of ['tokens/123.json', 'apa.json', 'requests/abc.json', 'requests/1/2.json'])
      expect((await get(path)).status).toBe(404);
  });

  it('leaves no key and nothing of a reporter in the logs, also where a key stands in the address', async () => {
    await get(`requests.json?api_key=${key}`);
    await get(`apa.json?api_key=${key}`);
    await fetch(`${world.address}/open311/v3/requests.json?api_key=${key}`);
    await fetch(`${world.address}/open311/v2/%?api_key=${key}`);
    const log = world.lines.join('\n');
    expect(log).toContain('/open311/v2/*');
    for (const canary of [key, key.slice(6), 'warga-kenari', 'sedalam lutut'])
      expect(log.includes(canary)).toBe(false);
  });
});
