import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { type Ways } from './modules/delivery/index.ts';
import type { ContactBook } from './modules/contacts/index.ts';
import {
  lastHeard,
  senderOf,
  type Door,
  type DoorDeps,
  type ReplyBook,
  type WorkDeps,
} from './modules/door/index.ts';
import { mailDoor, openMailIn, type MailIn, type MailServer } from './modules/mail-in/index.ts';
import { smsDoor, smsRoutes } from './modules/sms/index.ts';
import { telegramCarrier, telegramDoor, telegramRoutes, type Telegram } from './modules/telegram/index.ts';
import { whatsappCarrier, whatsappDoor, whatsappRoutes, type WhatsApp } from './modules/whatsapp/index.ts';
import { xCarrier, xDoor, xRoutes, type X } from './modules/x/index.ts';

/** Which doors are open, beside that of short messages; absent: that door is shut. */
export interface OpenDoors {
  smsCallbackSecrets?: readonly string[] | undefined;
  mailIn?: MailIn | undefined;
  telegram?: Telegram | undefined;
  whatsapp?: WhatsApp | undefined;
  x?: X | undefined;
}

interface Setting extends OpenDoors {
  publicUrl: string;
  serviceSecret: string;
  mailFrom: string;
  clock: Clock;
  database: Database;
  contactBook: ContactBook;
  /** Opens a report for whoever answers a mail about it. */
  replies?: ReplyBook | undefined;
  /** Absent: doors stay shut. */
  gatewayUrl?: unknown;
}

/** All doors: what they are, by what they answer, and where they are knocked at. */
export interface Doors {
  doors: readonly Door[];
  ways: Ways;
  /** Whom doors ask about reports and addresses. */
  ports: { contactBook: ContactBook; replies: ReplyBook | undefined };
  /** Callbacks of providers. */
  routes(server: FastifyInstance, deps: DoorDeps): Promise<void>;
  /** Begins to take mail in; `null` where nobody does. */
  open(deps: WorkDeps): Promise<MailServer | null>;
}

/** After so long a provider takes nothing but a template. */
const WINDOW_MILLISECONDS = 24 * 3_600_000;

export function createDoors(setting: Setting): Doors {
  const { publicUrl, serviceSecret: secret, mailFrom } = setting;
  const now = () => setting.clock.now().getTime();
  const isOpen = setting.gatewayUrl !== undefined;
  const mail = setting.mailIn ? mailDoor({ secret, publicUrl }) : null;
  const telegram = setting.telegram
    ? { setting: setting.telegram, door: telegramDoor(setting.telegram, { publicUrl, now }) }
    : null;
  const whatsapp = setting.whatsapp
    ? { setting: setting.whatsapp, door: whatsappDoor(setting.whatsapp, { publicUrl, now }) }
    : null;
  const x = setting.x ? { setting: setting.x, door: xDoor(setting.x, { publicUrl, now }) } : null;
  const heardLately = async (to: string) => {
    const at = await lastHeard(setting.database, senderOf({ secret }, 'WHATSAPP', to));
    return at !== null && now() - at.getTime() < WINDOW_MILLISECONDS;
  };
  const { contactBook, replies } = setting;
  // While a sender is held there is a transaction; in one process its owner would take it for one of its own.
  const outside = AsyncLocalStorage.snapshot();
  return {
    ports: {
      contactBook: { contactFor: (recipient) => outside(() => contactBook.contactFor(recipient)) },
      replies: replies && { open: (token) => outside(() => replies.open(token)) },
    },
    doors: [smsDoor, mail, telegram?.door ?? null, whatsapp?.door ?? null, x?.door ?? null].filter(
      (door) => door !== null,
    ),
    ways: {
      ...(telegram && { TELEGRAM: telegramCarrier(telegram.setting, now) }),
      ...(whatsapp && { WHATSAPP: whatsappCarrier(whatsapp.setting, heardLately) }),
      ...(x && { X: xCarrier(x.setting, now) }),
    },
    async routes(server, deps) {
      const secrets = setting.smsCallbackSecrets ?? [];
      if (secrets.length > 0) await smsRoutes(server, deps, { secrets, isOpen });
      if (!isOpen) return;
      if (telegram) await telegramRoutes(server, { ...deps, door: telegram.door }, telegram.setting);
      if (whatsapp) await whatsappRoutes(server, { ...deps, door: whatsapp.door }, whatsapp.setting);
      if (x) await xRoutes(server, { ...deps, door: x.door }, x.setting);
    },
    async open(deps) {
      return mail && setting.mailIn && isOpen
        ? openMailIn({ ...deps, door: mail, mailFrom }, setting.mailIn)
        : null;
    },
  };
}
