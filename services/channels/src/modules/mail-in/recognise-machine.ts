/** The headers that tell who or what wrote, by their names in lower case. */
export interface MailHeads {
  get(name: string): string | undefined;
}

const SUBJECT =
  /^(?:\s*(?:re|bls|fwd?)\s*:)*\s*(?:auto(?:matic|mated)?[ -]?(?:reply|response|balasan)|out[ -]of[ -](?:the[ -])?office|balasan otomatis|jawaban otomatis|pesan otomatis)\b/iu;
/** So people begin a sentence, too: "Di luar kantor lurah lampunya padam". With a day or a dash behind it, or nothing, it is a machine's. */
const ABSENT =
  /^(?:\s*(?:re|bls|fwd?)\s*:)*\s*(?:di luar kantor|sedang (?:cuti|di luar kantor)|tidak di kantor)(?:\s*$|\s*[-–—:(]|\s+(?:sampai|hingga|s\/d|mulai|sejak|sementara)\b.{0,20}\d)/iu;
const NOBODY = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|tidak-?dibalas|bounces?)(?:[+@-]|$)/iu;

/** Why a mail was written by a machine; `null`: a person may have written it (RFC 3834, and what else is in use). */
export function machineOf(heads: MailHeads, from: string, ownDomains: readonly string[]): string | null {
  const submitted = heads.get('auto-submitted')?.trim().toLowerCase();
  const isOwn = ownDomains.some(
    (domain) =>
      heads.get('message-id')?.toLowerCase().includes(`@${domain}>`) ||
      heads.get('x-loop')?.toLowerCase().includes(domain),
  );
  if (isOwn) return 'LOOP';
  if (submitted && !/^no\b/.test(submitted)) return 'AUTO_REPLY';
  if (['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-auto-reply'].some((name) => heads.get(name)))
    return 'AUTO_REPLY';
  if (/^(?:auto_reply|bulk|junk|list)\b/i.test(heads.get('precedence')?.trim() ?? '')) return 'AUTO_REPLY';
  const subject = heads.get('subject') ?? '';
  if (SUBJECT.test(subject) || ABSENT.test(subject)) return 'AUTO_REPLY';
  if (heads.get('list-id') !== undefined || heads.get('feedback-id') !== undefined) return 'BULK';
  return NOBODY.test(from) ? 'NO_PERSON' : null;
}
