import { takeIn, type Door, type DoorDeps, type Received } from '../door/index.ts';
import { noteReceipt, OWN_NAMES } from '../delivery/index.ts';
import { strongestOf, type MailPurpose } from './mail-address.ts';
import { isProof } from './proof.ts';
import { readMail, type ReadMail, type ReadOptions } from './read-mail.ts';

/** A mail as it came over the wire. */
export interface ArrivedMail {
  raw: Buffer;
  envelopeFrom: string | null;
  purposes: readonly MailPurpose[];
}

/** What becomes of it. */
export type TakenMail =
  | { kind: 'TAKEN' }
  /** Comes again later. */
  | { kind: 'LATER' }
  /** Nobody could answer it. */
  | { kind: 'NO_SENDER' };

export type MailDeps = DoorDeps & {
  door: Door;
  reading: Omit<ReadOptions, 'envelopeFrom'>;
};

/** Keeps a mail, or what it tells of one of ours; when this resolves it is durable. */
export async function takeMail(
  deps: MailDeps,
  { raw, envelopeFrom, purposes }: ArrivedMail,
): Promise<TakenMail> {
  const mail = await readMail(raw, { ...deps.reading, envelopeFrom });
  const purpose = strongestOf(purposes)!;
  if (purpose.kind === 'BOUNCE') {
    // What comes back has no sender; whoever has one is nobody to tell what became of our mails.
    if (envelopeFrom !== null) return { kind: 'TAKEN' };
    const at = deps.clock.now();
    for (const { deliveryId, arrived } of mail.bounces)
      await noteReceipt(deps.database, {
        provider: OWN_NAMES,
        messageIds: [deliveryId],
        arrived,
        at,
        isLate: true,
      });
    return { kind: 'TAKEN' };
  }
  if (mail.from === null && envelopeFrom === null) return { kind: 'TAKEN' };
  if (mail.from === null && !mail.isAmbiguous) return { kind: 'NO_SENDER' };
  const taken = await takeIn(deps, deps.door, receivedOf(deps, mail, mail.from ?? NOBODY, purpose));
  return { kind: taken.kind === 'FLOOD' ? 'LATER' : 'TAKEN' };
}

/** Whoever names no author that is certain has no address: nothing goes back, and nobody's reports are theirs. */
const NOBODY = '';

function receivedOf(deps: MailDeps, mail: ReadMail, from: string, purpose: MailPurpose): Received {
  const { isReply, subject, text, files, filesLeft } = mail;
  const isProven = purpose.kind === 'ANSWER' && from !== NOBODY && isProof(deps.secret, from, purpose.proof);
  const verdict = isProven ? 'PASS' : mail.verdict;
  const replyToken = purpose.kind === 'REPLY' && from !== NOBODY ? purpose.replyToken : null;
  const isWord = isReply || purpose.kind === 'REPLY' || purpose.kind === 'ANSWER';
  const left =
    filesLeft.length > 0 ? `\n(Lampiran yang tidak ikut: ${filesLeft.join(', ').slice(0, 300)})` : '';
  return {
    providerMessageId: mail.key,
    from,
    text: `${isWord || subject === '' ? '' : `${subject}${/[.!?]$/u.test(subject) ? '' : '.'}\n`}${text}${left}`,
    mail: {
      replyToken,
      isReply: isWord,
      verdict,
    },
    // Whoever writes under an address that is not theirs cannot spend what its owner may send.
    proof: verdict === 'PASS' ? 'PASS' : (replyToken ?? undefined),
    files,
    ...(mail.machine ? { refused: mail.machine } : {}),
    ...(mail.isBroken ? { forPerson: 'BROKEN_MAIL' } : {}),
    ...(mail.isAmbiguous ? { forPerson: 'NO_SENDER' } : {}),
    // Its own server says that it is forged: nothing goes to the address that it bears.
    ...(mail.verdict === 'FAIL' && !isProven ? { forPerson: 'NOT_TRUSTED' } : {}),
  };
}
