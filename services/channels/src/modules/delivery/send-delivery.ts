import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Task } from '@lapor/jobs';
import type { Logger } from '@lapor/logging';
import type { Sealer } from '@lapor/sealing';
import type { ContactBook, Recipient } from '../contacts/index.ts';
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
  type Letter,
  type Template,
} from '../templates/index.ts';
import type { Carrier } from './carrier.ts';
import { openContent, type Content } from './content.ts';
import {
  claimDelivery,
  findDelivery,
  finishDelivery,
  releaseDelivery,
  type DeliveryRow,
} from './repository.ts';

export const SEND_TASK = 'send-delivery';

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
    const isForPhone = isPhoneTemplate(delivery.template);
    const carrier = isForPhone ? deps.phoneCarrier : deps.carrier;
    if (!carrier) return finish('FAILED', 'NO_SENDER_OF_PHONE_MESSAGES');
    if (delivery.state === 'SENDING' && !carrier.canRepeat) return finish('UNCERTAIN', 'INTERRUPTED');
    if (!isTemplate(delivery.template)) return finish('FAILED', 'UNKNOWN_TEMPLATE');

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
    if (!(isForPhone ? phone : address).safeParse(contact.to).success)
      return finish('NO_ADDRESS', 'INVALID_ADDRESS');

    let letter: Letter;
    try {
      letter = render(
        delivery.template,
        { ...content.facts, ...contact.facts },
        contact.language,
        deps.publicUrl,
      );
    } catch (error) {
      if (error instanceof MissingFact) return finish('FAILED', 'MISSING_FACT');
      throw error;
    }
    if (!(await claimDelivery(database, deliveryId, delivery.state))) return;
    const outcome = await carrier.carry({
      id: deliveryId,
      to: contact.to,
      ...letter,
      ...('attachment' in contact && contact.attachment ? { attachment: contact.attachment } : {}),
    });
    if (outcome.kind === 'TAKEN') return finish('SENT', null);
    if (outcome.kind === 'UNCERTAIN') return finish('UNCERTAIN', outcome.reason);
    if (outcome.kind === 'REFUSED_FOR_GOOD') return finish('FAILED', outcome.reason);
    return again(outcome.reason);
  };
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
  if (!recipient) return { to: content.to, language: content.language ?? ('id' as const), facts: {} };
  const contact = await deps.contactBook.contactFor(recipient);
  return (
    contact && {
      to: contact.email,
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
