import fastify from 'fastify';
import { createTokens } from '@lapor/viewer';
import { SECRET } from './running-channels.ts';

/** What a door asked. */
export interface Asked {
  operation: string;
  input: Record<string, any>;
  channel: string;
  sender: string;
  grant: string | undefined;
}

/** Stands for the gateway and the graph behind it, as far as doors ask it: reports by submission key, changes by request key. */
export interface GraphDouble extends AsyncDisposable {
  url: string;
  asked: Asked[];
  /** Reports by submission key. */
  reports: Map<string, { id: string; number: string; accessCode: string; input: Record<string, any> }>;
  /** Keys of changes that were made. */
  changes: Set<string>;
  /** What `openReport` tells of a report. */
  report: Record<string, unknown>;
  regions: { code: string; name: string; fullName: string; level: string }[];
  /** Answers nothing; `AFTER`: lets read and open, but of a change the answer is lost. */
  silent: 'BEFORE' | 'AFTER' | null;
  /** Takes no report. */
  refuses: boolean;
  /** Its sender has filed too much. */
  makesWait: boolean;
  /** Files that were uploaded, with whose they are; one whose name ends with .exe is refused. */
  files: { id: string; name: string; owner: string; bytes: number }[];
  /** What a file waits for before it is taken. */
  beforeUpload: (() => Promise<void>) | null;
}

export async function startGraphDouble(): Promise<GraphDouble> {
  const tokens = createTokens(SECRET);
  const server = fastify();
  const double: Omit<GraphDouble, 'url' | typeof Symbol.asyncDispose> = {
    asked: [],
    reports: new Map(),
    changes: new Set(),
    report: {},
    regions: [],
    silent: null,
    refuses: false,
    makesWait: false,
    files: [],
    beforeUpload: null,
  };
  server.post<{ Body: { query: string; variables: Record<string, any> } }>(
    '/graphql',
    async (request, reply) => {
      if (double.silent === 'BEFORE') return reply.code(503).send({ errors: [{ message: '' }] });
      const pass = await tokens.verifyDoorPass(String(request.headers['x-lapor-door']));
      if (!pass) return reply.code(401).send({ errors: [] });
      const [, operation = ''] = /^(?:mutation|query) (\w+)/.exec(request.body.query) ?? [];
      const input = (request.body.variables.input ?? request.body.variables) as Record<string, any>;
      const grant = request.headers['report-grant'] as string | undefined;
      double.asked.push({ operation, input, ...pass, grant });
      const data = answer(operation, input);
      const isChange = !['RegionsAtDoor', 'RegionAtPoint', 'OpenAtDoor', 'ReportAtDoor'].includes(operation);
      if (double.silent === 'AFTER' && isChange) return reply.code(503).send({ errors: [{ message: '' }] });
      return reply.send({ data });
    },
  );

  server.addContentTypeParser(
    'application/offset+octet-stream',
    { parseAs: 'buffer', bodyLimit: 50_000_000 },
    (_r, body, done) => done(null, body),
  );
  server.post<{ Body: Buffer }>('/files', { bodyLimit: 50_000_000 }, async (request, reply) => {
    if (double.silent) return reply.code(503).send({});
    const pass = await tokens.verifyDoorPass(String(request.headers['x-lapor-door']));
    if (!pass) return reply.code(401).send({});
    await double.beforeUpload?.();
    const [, encoded = ''] = /^filename (\S+)$/.exec(String(request.headers['upload-metadata'])) ?? [];
    const name = Buffer.from(encoded, 'base64').toString();
    if (name.endsWith('.exe')) return reply.code(415).send({ code: 'NOT_ALLOWED' });
    const owner = String(request.headers['report-grant'] ?? request.headers['submission-key']);
    const id = `00000000-0000-4000-9000-00000000000${double.files.length}`;
    double.files.push({ id, name, owner, bytes: request.body.length });
    return reply.code(201).send({ id });
  });

  function answer(operation: string, input: Record<string, any>): object {
    if (operation === 'RegionsAtDoor') return { regions: double.regions };
    // Nothing of ours lies in the west.
    if (operation === 'RegionAtPoint')
      return { region: input.longitude > 0 ? (double.regions[0] ?? null) : null };
    if (operation === 'ReportAtDoor') {
      const found = [...double.reports.values()].find(({ number }) => number === input.number);
      return {
        report: found ? { id: found.id, number: found.number, ...NOTHING_POSSIBLE, ...double.report } : null,
      };
    }
    if (operation === 'FileAtDoor') {
      if (double.makesWait) return { result: { __typename: 'TooManyRequests' } };
      if (double.refuses)
        return {
          result: { __typename: 'InvalidInput', fields: [{ path: 'input.text', code: 'TOO_SHORT' }] },
        };
      const known = double.reports.get(input.submissionKey) ?? {
        id: `00000000-0000-4000-8000-00000000000${double.reports.size}`,
        number: `4821309${double.reports.size}`,
        accessCode: '1'.repeat(16),
        input,
      };
      if (JSON.stringify(known.input) !== JSON.stringify(input))
        return { result: { __typename: 'SubmissionConflict' } };
      double.reports.set(input.submissionKey, known);
      const { id, number, accessCode } = known;
      return { result: { __typename: 'ReportSubmitted', accessCode, report: { id, number } } };
    }
    if (operation === 'OpenAtDoor') {
      const found = [...double.reports.values()].find(
        ({ number, accessCode }) => number === input.number && accessCode === input.accessCode,
      );
      if (!found) return { result: { __typename: 'NotFound' } };
      const report = { id: found.id, number: found.number, ...NOTHING_POSSIBLE, ...double.report };
      return { result: { __typename: 'ReportOpened', grant: `grant of ${found.number}`, report } };
    }
    double.changes.add(`${operation} ${input.requestKey}`);
    return { result: { __typename: 'ReportChanged' } };
  }

  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return Object.assign(double, { url, [Symbol.asyncDispose]: async () => server.close() });
}

const NOTHING_POSSIBLE = {
  state: 'SUBMITTED',
  isConfidential: false,
  missingData: null,
  handler: null,
  history: [],
  viewerCanReply: false,
  viewerCanReplyPrivately: false,
  viewerCanCompleteData: false,
  viewerCanConfirm: false,
  viewerCanDispute: false,
  viewerCanRate: false,
  viewerCanAppeal: false,
};
