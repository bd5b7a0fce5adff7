import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { keyedHash, type Sealer } from '@lapor/sealing';
import type { Carrier } from '../delivery/index.ts';

/** A message in the local mailbox. */
export interface MailboxMessage {
  id: string;
  kind: 'MAIL' | 'PHONE';
  /** Mail address, or phone number in E.164. */
  to: string;
  subject: string;
  body: string;
  /** ISO 8601. */
  sentAt: string;
}

/** The place of mail where no mail server is set: development and demonstration. */
export interface Mailbox extends Carrier {
  /** Newest first, at most 100; `to` narrows to one address. */
  list(to?: string): Promise<MailboxMessage[]>;
}

export interface MailboxDeps {
  database: Database;
  sealer: Sealer;
  hashSecret: string;
  clock: Clock;
}

interface Row {
  id: string;
  recipient: Buffer;
  subject: string;
  body: string;
  sentAt: Date;
}

/** Its name as a carrier. */
export const MAILBOX = 'MAILBOX';

const COLUMNS = 'delivery_id as id, recipient, subject, body, sent_at as "sentAt"';
const PAGE = 100;

export function createMailbox({ database, sealer, hashSecret, clock }: MailboxDeps): Mailbox {
  const hashOf = (to: string) => keyedHash(hashSecret, 'mailbox recipient', to.trim().toLowerCase());
  return {
    name: MAILBOX,
    canRepeat: true,
    async carry({ id, to, subject, body, attachment }) {
      // The mailbox shows words; of a file it says that it went along.
      const shown = attachment
        ? `${body}\n[${attachment.fileName}, ${attachment.content.length} byte]\n`
        : body;
      await database.query(
        'mailbox-put',
        `insert into mailbox_message (delivery_id, recipient, recipient_hash, subject, body, sent_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (delivery_id) do nothing`,
        [id, sealer.seal(to, id), hashOf(to), subject, shown, clock.now()],
      );
      return { kind: 'TAKEN' };
    },
    async list(to) {
      const rows = to
        ? await database.query<Row>(
            'mailbox-of',
            `select ${COLUMNS} from mailbox_message where recipient_hash = $1 order by position desc limit ${PAGE}`,
            [hashOf(to)],
          )
        : await database.query<Row>(
            'mailbox-all',
            `select ${COLUMNS} from mailbox_message order by position desc limit ${PAGE}`,
          );
      return rows.map(({ id, recipient, subject, body, sentAt }) => {
        const address = sealer.open(recipient, id).toString();
        const kind = /^\+\d+$/.test(address) ? 'PHONE' : 'MAIL';
        return { id, kind, to: address, subject, body, sentAt: sentAt.toISOString() };
      });
    },
  };
}
