import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Task } from '@lapor/jobs';
import type { Logger } from '@lapor/logging';
import type { Sealer } from '@lapor/sealing';
import type { ContactBook, Recipient } from '../contacts/index.ts';
import { segmentsOf } from '../segments/index.ts';
import {
  DIRECT_TEMPLATES,
  isHeadTemplate,
  isLetterTemplate,
  isDigestTemplate,
  isFollowerTemplate,
  isOfficerTemplate,
  isPhoneTemplate,
  isReportTemplate,
  isSecretLinkTemplate,
  MissingFact,
  render,
  renderShort,
  type Letter,
  type Template,
} from '../templates/index.ts';
import type { Carrier } from './carrier.ts';
import { openContent, type Content } from './content.ts';
import type { ReportAtDoor, ReporterAtDoor } from './reporter-at-door.ts';
import {
  claimDelivery,
  findDelivery,
  finishDelivery,
  releaseDelivery,
  type DeliveryRow,
} from './repository.ts';
import { ANSWER_TEMPLATE } from './send-message.ts';

export interface SendDeps {
  database: Database;
  carrier: Carrier;
  /** Of messages to phones; undefined where there is no sender of them. */
  phoneCarrier: Carrier | undefined;
  contactBook: ContactBook;
  sealer: Sealer;
  clock: Clock;
  logger: Logger;
  publicUrl: string;
  /** Those who are reached by phone; absent: nobody's report came in by a door. */
  reporterAtDoor?: ReporterAtDoor | undefined;
}

const payloadShape = z.object({ deliveryId: z.string() });
const address = z.email().max(254);
const phone = z.string().regex(/^\+[1-9]\d{6,14}$/);

/** Tells the queue to try again; holds no words of the other side, which like to repeat the address. */
class NotTakenYet extends Error {
  override name = 'NotTakenYet';
}

/**
 * Sends one message, at most once: an attempt is noted before anything leaves the house, and an attempt whose end is unknown
 * is not repeated (except where repeating does no harm).
 */
export function sendDelivery(deps: SendDeps): Task {
  const { database, clock, logger } = deps;
  return async (payload, { isLastAttempt }) => {
    const { deliveryId } = payloadShape.parse(payload);
    const delivery = await findDelivery(database, deliveryId);
    if (!delivery?.content) return;
    const finish = async (state: 'SENT' | 'FAILED' | 'NO_ADDRESS' | 'UNCERTAIN', reason: string | null) => {
      await finishDelivery(database, deliveryId, { state, reason, at: clock.now() });
      if (state === 'FAILED' || state === 'UNCERTAIN')
        logger.error({ deliveryId, template: delivery.template, state, reason }, 'A message was given up');
    };
    const isForPhone = isPhoneTemplate(delivery.template) || delivery.template === ANSWER_TEMPLATE;
    if (isForPhone && !deps.phoneCarrier) return finish('FAILED', 'NO_SENDER_OF_PHONE_MESSAGES');
    if (!isForPhone && !isTemplate(delivery.template)) return finish('FAILED', 'UNKNOWN_TEMPLATE');
    // What goes to a reporter may have been under way by mail or by phone.
    const ways = isForPhone ? [] : [deps.carrier];
    if (isForPhone || delivery.reportId !== null)
      ways.push(...(deps.phoneCarrier ? [deps.phoneCarrier] : []));
    const mayRepeat = ways.every(({ canRepeat }) => canRepeat);
    if (delivery.state === 'SENDING' && !mayRepeat) return finish('UNCERTAIN', 'INTERRUPTED');

    const again = async (reason: string) => {
      if (isLastAttempt) return finish('FAILED', reason);
      await releaseDelivery(database, deliveryId, reason);
      throw new NotTakenYet(reason);
    };
    const content = openContent(deps.sealer, deliveryId, delivery.content);
    let contact: Awaited<ReturnType<typeof contactOf>>;
    try {
      contact = await contactOf(deps, delivery, content);
    } catch (error) {
      logger.warn({ deliveryId, err: error }, 'The address could not be asked for');
      return again('NO_ANSWER_ABOUT_ADDRESS');
    }
    if (!contact?.to) return finish('NO_ADDRESS', null);
    const goesByPhone = isForPhone || contact.byPhone === true;
    const carrier = goesByPhone ? deps.phoneCarrier : deps.carrier;
    if (!carrier) return finish('NO_ADDRESS', 'NO_SENDER_OF_PHONE_MESSAGES');
    if (!(goesByPhone ? phone : address).safeParse(contact.to).success)
      return finish('NO_ADDRESS', 'INVALID_ADDRESS');

    let atDoor: ReportAtDoor | null = null;
    if (contact.byPhone) {
      const reason = await reasonNotToTell(deps, delivery.template, contact);
      if (reason) return finish('NO_ADDRESS', reason);
      try {
        atDoor = (await deps.reporterAtDoor?.find(delivery.reportId!, delivery.template)) ?? null;
      } catch (error) {
        logger.warn({ deliveryId, err: error }, 'The report could not be asked about');
        return again('NO_ANSWER_ABOUT_REPORT');
      }
    }
    let letter: Letter;
    try {
      const facts = { ...content.facts, ...contact.facts };
      letter =
        content.text !== undefined
          ? { subject: PHONE_SUBJECT, body: content.text }
          : contact.byPhone
            ? renderShort(delivery.template, facts, contact.language, deps.publicUrl, atDoor)
            : render(delivery.template as Template, facts, contact.language, deps.publicUrl);
    } catch (error) {
      if (error instanceof MissingFact) return finish('FAILED', 'MISSING_FACT');
      throw error;
    }
    const segments = goesByPhone ? segmentsOf(letter.body.trim()).count : null;
    if (!(await claimDelivery(database, deliveryId, delivery.state, segments))) return;
    const outcome = await carrier.carry({
      id: deliveryId,
      to: contact.to,
      ...letter,
      ...('attachment' in contact && contact.attachment ? { attachment: contact.attachment } : {}),
    });
    if (outcome.kind === 'TAKEN') {
      await finish('SENT', null);
      if (atDoor) await deps.reporterAtDoor?.noteTold(delivery.reportId!);
      return;
    }
    if (outcome.kind === 'UNCERTAIN') return finish('UNCERTAIN', outcome.reason);
    if (outcome.kind === 'REFUSED_FOR_GOOD') return finish('FAILED', outcome.reason);
    return again(outcome.reason);
  };
}

/** What stands above a short message in the local mailbox. */
const PHONE_SUBJECT = 'Pesan ke telepon';

/** Why a reporter who is reached by phone is not told; `null`: there is no reason. */
async function reasonNotToTell(
  { reporterAtDoor }: SendDeps,
  template: string,
  { to, facts }: { to?: string | undefined; facts: Readonly<Record<string, string | undefined>> },
): Promise<string | null> {
  // The answer at the door had number and code: one message for one event.
  if (template === 'report-received' && facts.channel) return 'ANSWERED_AT_DOOR';
  // With the address of what may be left out comes the way to end it.
  return facts.unsubscribeToken && (await reporterAtDoor?.hasStopped(to!)) ? 'STOPPED' : null;
}

const isTemplate = (name: string): name is Template =>
  isReportTemplate(name) ||
  isSecretLinkTemplate(name) ||
  isHeadTemplate(name) ||
  isLetterTemplate(name) ||
  isOfficerTemplate(name) ||
  isFollowerTemplate(name) ||
  isDigestTemplate(name) ||
  isPhoneTemplate(name) ||
  (DIRECT_TEMPLATES as readonly string[]).includes(name);

async function contactOf(deps: SendDeps, delivery: DeliveryRow, content: Content) {
  const recipient = recipientOf(delivery);
  if (!recipient)
    return { to: content.to, byPhone: false, language: content.language ?? ('id' as const), facts: {} };
  const contact = await deps.contactBook.contactFor(recipient);
  // Whoever left nothing but a phone is told by it; officers, heads and followers have a mail address.
  const byPhone = recipient.kind === 'REPORTER' && !contact?.email && Boolean(contact?.phone);
  return (
    contact && {
      to: byPhone ? contact.phone : contact.email,
      byPhone,
      language: contact.language,
      facts: contact.facts ?? {},
      attachment: contact.attachment,
    }
  );
}

/** Whose address has to be asked for; `null`: the message has its own. */
function recipientOf({
  template,
  reportId,
  handOverId,
  organisationId,
  officerId,
  followId,
  letterId,
}: DeliveryRow): Recipient | null {
  if (reportId !== null) return { kind: 'REPORTER', reportId, template };
  if (handOverId !== null && organisationId !== null) return { kind: 'HEAD', handOverId, organisationId };
  if (letterId !== null && organisationId !== null) return { kind: 'LETTER', letterId, organisationId };
  if (officerId !== null) return { kind: 'OFFICER', officerId };
  if (followId !== null) return { kind: 'FOLLOWER', followId };
  return null;
}
