import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { AddressedLetter, Carrier, Outcome } from '../delivery/index.ts';

export interface SmtpOptions {
  /** `smtp://[user:password@]host[:port]` (STARTTLS when offered, demanded with `?tls=required`) or `smtps://…`. */
  url: string;
  /** The sender's address. */
  from: string;
  /** `balas@…`: answers to mails about a report come to `balas+<token>@…`; absent where nobody takes them in. */
  replyTo?: string | undefined;
  /** Where mails that cannot be delivered come back to; absent: to the sender's address. */
  bounces?: string | undefined;
  /** Milliseconds to wait for the connection, the greeting and each answer. */
  timeoutMilliseconds?: number;
}

const SENDER_NAME = 'SP4N-LAPOR!';

/**
 * Sends by SMTP, one connection for each message. Drives the connection itself, because only so it is known whether the
 * message was on its way when a connection broke.
 */
export function smtpCarrier({
  url,
  from,
  replyTo,
  bounces,
  timeoutMilliseconds = 20_000,
}: SmtpOptions): Carrier {
  const server = new URL(url);
  const secure = server.protocol === 'smtps:';
  const login = server.username
    ? { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) }
    : undefined;

  return {
    name: `SMTP ${server.host}`,
    canRepeat: false,
    async carry(letter) {
      const message = await compose(letter, from, replyTo);
      const connection = new SMTPConnection({
        host: server.hostname,
        port: Number(server.port) || (secure ? 465 : 587),
        secure,
        requireTLS: server.searchParams.get('tls') === 'required',
        connectionTimeout: timeoutMilliseconds,
        greetingTimeout: timeoutMilliseconds,
        socketTimeout: timeoutMilliseconds,
        logger: false,
      });
      let underWay = false;
      try {
        await settled((done) => {
          // Also later errors come here; a promise takes only the first.
          connection.on('error', done);
          connection.connect(done);
        });
        if (login)
          await settled((done) => {
            connection.on('error', done);
            connection.login({ credentials: login }, done);
          });
        // Read only after the server said that it waits for the message.
        const body = new Readable({
          read() {
            underWay = true;
            this.push(message);
            this.push(null);
          },
        });
        await settled((done) => {
          connection.on('error', done);
          connection.send({ from: bounces ?? from, to: [letter.to] }, body, done);
        });
        connection.quit();
        // What comes back quotes its Message-ID.
        return { kind: 'TAKEN', messageIds: [letter.id] };
      } catch (error) {
        connection.close();
        return outcomeOf(error, underWay);
      }
    },
  };
}

function compose(letter: AddressedLetter, from: string, replyTo: string | undefined): Promise<Buffer> {
  const { unsubscribeUrl, replyToken, attachment } = letter;
  const composed = new MailComposer({
    from: { name: SENDER_NAME, address: from },
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.body,
    ...(attachment && {
      attachments: [
        {
          filename: attachment.fileName,
          contentType: attachment.contentType,
          content: attachment.content,
        },
      ],
    }),
    messageId: `<${letter.id}@${from.split('@')[1]}>`,
    ...(replyTo && replyToken ? { replyTo: replyTo.replace('@', `+${replyToken}@`) } : {}),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(unsubscribeUrl && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composed.compile().build();
}

const settled = (start: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())));

/** Never the server's words: they repeat the address. */
function outcomeOf(error: unknown, underWay: boolean): Outcome {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (typeof responseCode === 'number') {
    const reason = `SMTP_${responseCode}`;
    // A wrong password answers 535, and is our fault, not the address's.
    const forGood = responseCode >= 500 && code !== 'EAUTH';
    return { kind: forGood ? 'REFUSED_FOR_GOOD' : 'REFUSED_FOR_NOW', reason };
  }
  const reason = typeof code === 'string' && /^E[A-Z]{2,20}$/.test(code) ? code : 'NO_CONNECTION';
  return { kind: underWay ? 'UNCERTAIN' : 'REFUSED_FOR_NOW', reason };
}
