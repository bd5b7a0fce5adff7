import type { FastifyReply } from 'fastify';

/** Gives a file to somebody who may have it, so that nothing in it can act: only pictures are shown in place. */
export function sendFile(
  reply: FastifyReply,
  { mediaType, fileName, content }: { mediaType: string; fileName: string; content: Buffer },
): FastifyReply {
  const disposition = mediaType === 'image/jpeg' ? 'inline' : 'attachment';
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, max-age=3600')
    .send(content);
}
