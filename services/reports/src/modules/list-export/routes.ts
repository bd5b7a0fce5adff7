import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { csvStream, type Cell } from '@lapor/csv';
import { auditActor, noteInAudit } from '../audit/index.ts';
import { limitRate } from '../rate-limit/index.ts';
import { inboxOrganisation, type ReportsDependencies } from '../report/index.ts';
import { COLUMNS } from './columns.ts';
import { listRequest, type ListRequest } from './list-request.ts';
import { MOST_ROWS, readList } from './read-list.ts';

const CUT_OFF = {
  id: `Hanya ${MOST_ROWS} baris pertama; persempit daftar untuk melihat sisanya.`,
  en: `Only the first ${MOST_ROWS} rows; narrow the list to see the others.`,
};
const EXPORTS_OF_AN_OFFICER = { count: 20, seconds: 600 };

/**
 * `POST /exports/reports.csv`: an officer's list as a table for a spreadsheet. What is looked for comes in the body, because words people
 * look for do not belong into addresses. That a list was taken away is in the audit before its first line leaves.
 */
export async function listExportRoutes(server: FastifyInstance, deps: ReportsDependencies): Promise<void> {
  server.post('/exports/reports.csv', (request, reply) => exportList(request, reply, deps));
}

async function exportList(request: FastifyRequest, reply: FastifyReply, deps: ReportsDependencies) {
  const { viewer } = request;
  const asked = listRequest.safeParse(request.body);
  if (!asked.success) {
    const fields = asked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return reply
      .code(400)
      .send({ code: 'INVALID_INPUT', message: 'Some fields are missing or wrong', fields });
  }
  const pages = readList(deps, viewer, asked.data);
  if (!pages) return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such list for you.' });
  const limited = await limitRate(deps, 'export', viewer.accountId, EXPORTS_OF_AN_OFFICER);
  if (limited?.type === 'tooMany')
    return reply
      .code(429)
      .header('retry-after', limited.retryAfterSeconds)
      .send({ code: 'TOO_MANY_REQUESTS', message: 'Too many tables; wait a while.' });
  await note(deps, request, asked.data);
  const { language } = asked.data;
  const now = deps.clock.now();
  async function* lines(): AsyncGenerator<Cell[]> {
    for await (const { rows, names, isCutOff } of pages!) {
      for (const row of rows) yield COLUMNS.map(({ cell }) => cell(row, names, language, now));
      if (isCutOff) yield [CUT_OFF[language]];
    }
  }
  return reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${language === 'id' ? 'laporan' : 'reports'}.csv"`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(
      csvStream(
        COLUMNS.map(({ header }) => header[language]),
        lines(),
      ),
    );
}

const note = (deps: ReportsDependencies, { viewer }: FastifyRequest, request: ListRequest) =>
  deps.database.transaction((em) =>
    noteInAudit(em, {
      at: deps.clock.now(),
      action: 'LIST_EXPORTED',
      ...auditActor(viewer),
      organisationId: request.list === 'INBOX' ? inboxOrganisation(viewer, request.organisationId) : null,
      reportId: null,
      paths: [],
      facts: { list: request.list, bucket: request.list === 'INBOX' ? request.bucket : null },
    }),
  );
