import type { FastifyInstance } from 'fastify';
import type { Database } from '@lapor/database';
import type { Clock } from '@lapor/clock';
import type { RuleBook } from '../clock/index.ts';
import { letterContent, writePdf, type Directory } from '../letter/index.ts';
import { contentOf } from './letter-content.ts';
import { mayReadLetter } from './policy.ts';
import { findLetter } from './repository.ts';

export interface LetterDependencies {
  database: Database;
  clock: Clock;
  directory: Directory;
  readRules(): Promise<RuleBook>;
}

/**
 * `GET /surat/<id>.pdf`: the letter for whoever may read it, a draft marked as one. Not allowed and not found answer alike; the page is
 * kept nowhere on the way.
 */
export async function letterRoutes(server: FastifyInstance, deps: LetterDependencies): Promise<void> {
  server.get<{ Params: { file: string } }>('/surat/:file', async (request, reply) => {
    const id = /^([\w-]{1,70})\.pdf$/.exec(request.params.file)?.[1];
    const letter = id === undefined ? null : await findLetter(deps.database, id);
    const isReadable =
      letter && mayReadLetter(request.viewer, letter.kase, { ...letter, isDraft: letter.state === 'DRAFT' });
    if (!letter || !isReadable) return reply.code(404).type('text/plain').send('Tidak ditemukan\n');
    const content =
      letter.content === null
        ? await contentOf(deps, letter, await deps.readRules(), null, deps.clock.now())
        : letterContent.parse(letter.content);
    if (!content) return reply.code(404).type('text/plain').send('Tidak ditemukan\n');
    const name = content.number === null ? 'rancangan' : content.number.replaceAll('/', '-');
    return reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="surat-${name}.pdf"`)
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .type('application/pdf')
      .send(await writePdf(content, letter.paragraphs));
  });
}

/** For `channels` when it sends: the PDF of a letter that a person has approved; `null` for any other. */
export async function pdfOfLetter(
  database: Database,
  letterId: string,
): Promise<{ fileName: string; pdf: Buffer } | null> {
  const letter = await findLetter(database, letterId);
  if (!letter?.content || letter.state === 'DRAFT') return null;
  const content = letterContent.parse(letter.content);
  return {
    fileName: `surat-${content.number!.replaceAll('/', '-')}.pdf`,
    pdf: await writePdf(content, letter.paragraphs),
  };
}
