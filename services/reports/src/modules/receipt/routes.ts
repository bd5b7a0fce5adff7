import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { KEY_SET_PATH, type ReceiptContent } from '@lapor/receipt';
import { findCategories } from '../category/index.ts';
import { organisationNames } from '../organisation/index.ts';
import { limitRate } from '../rate-limit/index.ts';
import {
  findHistories,
  findReports,
  may,
  policyFacts,
  type ReportRow,
  type ReportsDependencies,
} from '../report/index.ts';
import { answerContent, filingContent, hasReceipt, type ReceiptReport } from './content.ts';
import { isSignedPath, type ReceiptOf } from './signed-path.ts';
import { writePdf } from './write-pdf.ts';

const uuid = z.uuid();
const DOCUMENTS_PER_SOURCE = { count: 60, seconds: 600 };

type DocumentRequest = FastifyRequest<{
  Params: { reportId: string; entryId?: string };
  Querystring: { s?: string };
}>;

/**
 * `GET /tanda-terima/:reportId` and `/tanda-terima/:reportId/:entryId`: a receipt as a PDF, for whoever may have it by the graph;
 * `GET /.well-known/lapor-receipt-keys.json`: the keys that it is checked with, for everybody.
 */
export async function receiptRoutes(server: FastifyInstance, deps: ReportsDependencies): Promise<void> {
  const noHead = { exposeHeadRoute: false };
  server.get(KEY_SET_PATH, async (_request, reply) =>
    reply
      .headers({
        'cache-control': 'public, max-age=300',
        // Public keys: whoever checks on another site may read them.
        'access-control-allow-origin': '*',
        'x-content-type-options': 'nosniff',
      })
      .send(await deps.receipts.keySet()),
  );
  for (const path of ['/tanda-terima/:reportId', '/tanda-terima/:reportId/:entryId'])
    server.get(path, noHead, (request, reply) => sendDocument(request as DocumentRequest, reply, deps));
}

async function sendDocument(request: DocumentRequest, reply: FastifyReply, deps: ReportsDependencies) {
  const limited = await limitRate(deps, 'receipt', request.viewer?.source, DOCUMENTS_PER_SOURCE);
  if (limited?.type === 'tooMany')
    return reply
      .code(429)
      .header('retry-after', limited.retryAfterSeconds)
      .send({ code: 'TOO_MANY_REQUESTS', message: 'Too many receipts; wait a while.' });
  const found = await findReceipt(deps, request);
  if (!found) return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such receipt.' });
  const { content, text } = found;
  const checkUrl = `${deps.publicUrl}/periksa#${await deps.receipts.sign(content)}`;
  const fileName = `tanda-terima-${content.number}${content.of === 'ANSWER' ? `-${content.entry}` : ''}.pdf`;
  return reply
    .headers({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${fileName}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    .send(await writePdf(content, { checkUrl, text }));
}

/** What the viewer, or whoever was given the link, may have; all else is not there. */
async function findReceipt(
  deps: ReportsDependencies,
  { params, query, viewer }: DocumentRequest,
): Promise<{ content: ReceiptContent; text: string | null } | null> {
  const { reportId, entryId = null } = params;
  if (!uuid.safeParse(reportId).success || (entryId !== null && !uuid.safeParse(entryId).success))
    return null;
  const [report] = await findReports(deps.database, [reportId]);
  if (!report || !mayHave(deps, { reportId, entryId }, report, viewer, query.s)) return null;
  const facts = await factsOf(deps, report);
  if (entryId === null) return { content: filingContent(facts), text: null };
  const entry = (await findHistories(deps.database, [reportId])).find(({ id }) => id === entryId);
  if (!entry || !hasReceipt(facts, entry)) return null;
  const organisationId = entry.organisation_id!;
  const names = await organisationNames(deps.database, [organisationId]);
  return {
    content: await answerContent(facts, entry, names.get(organisationId) ?? organisationId),
    text: entry.text,
  };
}

const mayHave = (
  deps: ReportsDependencies,
  of: ReceiptOf,
  report: ReportRow,
  viewer: DocumentRequest['viewer'],
  signature: string | undefined,
): boolean =>
  isSignedPath(deps.lookupSecret, of, signature, deps.clock.now()) ||
  may(viewer, policyFacts(report, viewer, deps), 'read');

async function factsOf(deps: ReportsDependencies, report: ReportRow): Promise<ReceiptReport> {
  const [category] = report.category_id ? await findCategories(deps.database, [report.category_id]) : [];
  return {
    number: report.number,
    submittedAt: report.submitted_at,
    isConfidential: report.is_confidential,
    isPublished: report.is_published,
    category: category?.path ?? null,
    regionCode: report.region_code,
  };
}
