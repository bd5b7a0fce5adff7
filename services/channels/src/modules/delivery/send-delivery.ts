import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Task } from '@lapor/jobs';
import type { Logger } from '@lapor/logging';
import type { Sealer } from '@lapor/sealing';
import type { ContactBook, Recipient } from '../contacts/index.ts';
import { segmentsOf } from '../segments/index.ts';
import type { WordingBook } from '../wording/index.ts';
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
  isWebhookTemplate,
  MissingFact,
  type Letter,
  type Template,
} from '../templates/index.ts';
import { isFullToday, noteAddressed, type Counted } from './address-day.ts';
import type { Way, Ways } from './carrier.ts';
import { openContent, type Content } from './content.ts';
import { letterOf } from './letter-of.ts';
import type { ReportAtDoor, ReporterAtDoor } from './reporter-at-door.ts';
import {
  claimDelivery,
  findDelivery,
  finishDelivery,
  type DeliveryEnd,
  type DeliveryRow,
} from './repository.ts';
import { ANSWER_TEMPLATE } from './send-message.ts';
import { holdDelivery, NO_ANSWER_ABOUT_ADDRESS, releaseDelivery } from './waiting.ts';
import { endsToday, heldUntil, isOfFiling, isOwed, nextMorning, type QuietHours } from './when-to-send.ts';

export interface SendDeps {
  database: Database;
  ways: Ways;
  contactBook: ContactBook;
  sealer: Sealer;
  /** Keys of digests derive from it. */
  secret: string;
  clock: Clock;
  logger: Logger;
  publicUrl: string;
  wordings: WordingBook;
  /** `null`: never quiet. */
  quietHours: QuietHours | null;
  /** Those who are reached by a door; absent: nobody's report came in by one. */
  reporterAtDoor?: ReporterAtDoor | undefined;
}

const payloadShape = z.object({ deliveryId: z.string() });
const mailAddress = z.email().max(254);
const phone = z.string().regex(/^\+[1-9]\d{6,14}$/);
const account = z.string().regex(/^-?\d{1,20}$/);

/** What an address of each way looks like. */
const ADDRESS_OF: Readonly<Record<Way, z.ZodType<string>>> = {
  MAIL: mailAddress,
  PHONE: phone,
  TELEGRAM: account,
  WHATSAPP: phone,
  X: account,
};

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
    const finish = async (
      state: DeliveryEnd['state'],
      reason: string | null,
      by: Partial<DeliveryEnd> = {},
    ) => {
      await finishDelivery(database, deliveryId, { ...by, state, reason, at: clock.now() });
      if (state === 'FAILED' || state === 'UNCERTAIN')
        logger.error({ deliveryId, template: delivery.template, state, reason }, 'A message was given up');
    };
    const isAnswer = delivery.template === ANSWER_TEMPLATE;
    if (!isAnswer && !isTemplate(delivery.template)) return finish('FAILED', 'UNKNOWN_TEMPLATE');
    if (isPhoneTemplate(delivery.template) && !deps.ways.PHONE)
      return finish('FAILED', 'NO_SENDER_OF_PHONE_MESSAGES');
    if (delivery.state === 'SENDING' && !mayRepeat(deps.ways, delivery.way))
      return finish('UNCERTAIN', 'INTERRUPTED', {
        provider: delivery.way ? deps.ways[delivery.way]?.name : undefined,
      });

    const again = async (reason: string, by: Partial<DeliveryEnd> = {}) => {
      if (isLastAttempt) return finish('FAILED', reason, by);
      await releaseDelivery(database, deliveryId, reason, clock.now());
      throw new NotTakenYet(reason);
    };
    const content = openContent(deps.sealer, deliveryId, delivery.content);
    let addressed: Awaited<ReturnType<typeof addressOf>>;
    try {
      addressed = await addressOf(deps, delivery, content);
    } catch (error) {
      logger.warn({ deliveryId, err: error }, 'The address could not be asked for');
      return again(NO_ANSWER_ABOUT_ADDRESS);
    }
    if (!addressed?.to) return finish('NO_ADDRESS', null);
    const { way, to, atDoor } = addressed;
    const carrier = deps.ways[way];
    if (!carrier) return finish('NO_ADDRESS', way === 'PHONE' ? 'NO_SENDER_OF_PHONE_MESSAGES' : 'NO_SENDER');
    if (!ADDRESS_OF[way].safeParse(to).success) return finish('NO_ADDRESS', 'INVALID_ADDRESS');
    const facts = { ...content.facts, ...addressed.facts };
    if (addressed.isReporter && (way !== 'MAIL' || atDoor)) {
      const reason = await reasonNotToTell(deps, delivery.template, { way, to, facts, atDoor });
      if (reason) return finish('NO_ADDRESS', reason);
    }
    let letter: Letter;
    try {
      letter = await letterOf(deps, {
        template: delivery.template,
        content,
        way,
        language: addressed.language,
        isReporter: addressed.isReporter,
        facts,
        atDoor,
      });
    } catch (error) {
      if (error instanceof MissingFact) return finish('FAILED', 'MISSING_FACT');
      throw error;
    }
    const now = clock.now();
    const { timeZone } = addressed.facts;
    const until = heldUntil({ way, template: delivery.template, facts, timeZone }, now, deps.quietHours);
    if (until) return holdDelivery(database, deliveryId, { until, way, waitsFor: 'QUIET_HOURS' }, now);
    // What was asked for, an alarm, what is owed by law and what ends today go however much was told today.
    const isCapped =
      addressed.isReporter && !isOwed(delivery.template) && !endsToday({ facts, timeZone }, now);
    const purpose = purposeOf(way, { isAnswer, isCapped, isUnproven: content.isUnproven === true });
    const isFiling = isOfFiling(delivery.template);
    const counted: Counted | null = purpose && { way, to, purpose, isFiling, timeZone };
    if (counted && (await isFullToday(database, deps.secret, counted, now))) {
      // News waits for the next day, like an answer that opens a report; any other is worth nothing then.
      if (isAnswer && !content.mayWait) return finish('FAILED', 'CAP_OF_THE_DAY');
      const morning = nextMorning(now, deps.quietHours, timeZone);
      return holdDelivery(database, deliveryId, { until: morning, way, waitsFor: 'CAP_OF_THE_DAY' }, now);
    }
    const segments = way === 'PHONE' ? segmentsOf(letter.body.trim()).count : null;
    if (!(await claimDelivery(database, deliveryId, delivery.state, { way, segments }))) return;
    const outcome = await carrier.carry({
      id: deliveryId,
      to,
      ...letter,
      ...(addressed.attachment ? { attachment: addressed.attachment } : {}),
    });
    const by: Partial<DeliveryEnd> = {
      provider: outcome.provider ?? carrier.name,
      ...('messageIds' in outcome ? { messageIds: outcome.messageIds } : {}),
    };
    // Once for a message, not for each try of it.
    const count = async () => counted && noteAddressed(database, deps.secret, counted, now);
    if (outcome.kind === 'TAKEN') {
      await finish('SENT', null, by);
      await count();
      if (atDoor) await deps.reporterAtDoor?.noteTold(delivery.reportId!);
      return;
    }
    if (outcome.kind === 'UNCERTAIN') {
      await finish('UNCERTAIN', outcome.reason, by);
      await count();
      return;
    }
    if (outcome.kind === 'REFUSED_FOR_GOOD') return finish('FAILED', outcome.reason, by);
    return again(outcome.reason, by);
  };
}

/** What a message counts as; `null`: it does not. Answers by mail count where anybody may have written the mail. */
function purposeOf(
  way: Way,
  { isAnswer, isCapped, isUnproven }: { isAnswer: boolean; isCapped: boolean; isUnproven: boolean },
): Counted['purpose'] | null {
  if (isAnswer) return way !== 'MAIL' || isUnproven ? 'ANSWER' : null;
  // Somebody may have filed with the address or number of another.
  return isCapped ? 'NEWS' : null;
}

/** What was under way when a process died may have arrived, except where a second time does no harm. */
function mayRepeat(ways: Ways, way: Way | null): boolean {
  const carriers = way === null ? Object.values(ways) : [ways[way]];
  return carriers.every((carrier) => carrier?.canRepeat === true);
}

/** Why a reporter who is reached by phone or messenger is not told; `null`: there is no reason. */
async function reasonNotToTell(
  { reporterAtDoor }: SendDeps,
  template: string,
  {
    way,
    to,
    facts,
    atDoor,
  }: {
    way: Way;
    to: string;
    facts: Readonly<Record<string, string | null | undefined>>;
    atDoor: ReportAtDoor | null;
  },
): Promise<string | null> {
  // The answer at the door had number and code: one message for one event.
  if (template === 'report-received' && (facts.channel || atDoor)) return 'ANSWERED_AT_DOOR';
  // With the address of what may be left out comes the way to end it.
  return facts.unsubscribeToken && (await reporterAtDoor?.hasStopped(way, to)) ? 'STOPPED' : null;
}

const isTemplate = (name: string): name is Template =>
  isReportTemplate(name) ||
  isSecretLinkTemplate(name) ||
  isHeadTemplate(name) ||
  isLetterTemplate(name) ||
  isOfficerTemplate(name) ||
  isFollowerTemplate(name) ||
  isDigestTemplate(name) ||
  isWebhookTemplate(name) ||
  isPhoneTemplate(name) ||
  (DIRECT_TEMPLATES as readonly string[]).includes(name);

const isForPhone = (template: string) => isPhoneTemplate(template) || template === ANSWER_TEMPLATE;

interface Addressed {
  way: Way;
  to: string | undefined;
  isReporter: boolean;
  language: 'id' | 'en';
  facts: Readonly<Record<string, string | undefined>>;
  attachment?: { fileName: string; contentType: string; content: Buffer } | undefined;
  atDoor: ReportAtDoor | null;
}

/** By what, and where to. A reporter is told by the door that the report came in by, else by mail, else by phone. */
async function addressOf(deps: SendDeps, delivery: DeliveryRow, content: Content): Promise<Addressed | null> {
  const recipient = recipientOf(delivery);
  if (!recipient)
    return {
      way: delivery.way ?? (isForPhone(delivery.template) ? 'PHONE' : 'MAIL'),
      to: content.to,
      isReporter: false,
      language: content.language ?? 'id',
      facts: {},
      atDoor: null,
    };
  const contact = await deps.contactBook.contactFor(recipient);
  if (recipient.kind !== 'REPORTER')
    return (
      contact && {
        way: 'MAIL',
        to: contact.email,
        isReporter: false,
        language: contact.language,
        facts: contact.facts ?? {},
        attachment: contact.attachment,
        atDoor: null,
      }
    );
  const atDoor = (await deps.reporterAtDoor?.find(recipient.reportId, delivery.template)) ?? null;
  const found = atDoor && {
    way: atDoor.way,
    to:
      atDoor.to ??
      (atDoor.way === 'MAIL' ? contact?.email : atDoor.way === 'PHONE' ? contact?.phone : undefined),
  };
  const { way, to } =
    found?.to && deps.ways[found.way]
      ? found
      : contact?.email || !contact?.phone
        ? { way: 'MAIL' as const, to: contact?.email }
        : { way: 'PHONE' as const, to: contact.phone };
  return {
    way,
    to,
    isReporter: true,
    language: contact?.language ?? 'id',
    // Nothing is known of the report then: what it is about is not told.
    facts: contact ? (contact.facts ?? {}) : { isConfidential: 'yes' },
    attachment: contact?.attachment,
    atDoor: found?.to === to ? atDoor : null,
  };
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
