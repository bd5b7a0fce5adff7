import { pino, type DestinationStream, type Logger as PinoLogger, type LoggerOptions } from 'pino';

/** Structured log lines (JSON). Never give it personal data: the redaction below is a net, not a plan. */
export type Logger = PinoLogger;

const SENSITIVE = [
  'name',
  'phone',
  'email',
  'nik',
  'address',
  'text',
  'title',
  'password',
  'accessCode',
  'token',
  'authorization',
  'cookie',
];

/** Where log lines go. */
export type LogDestination = DestinationStream;

/** A logger for one service. `level` is a pino level; `silent` in most tests. Without a destination lines go to the standard output. */
export function createLogger(service: string, level: string = 'info', destination?: LogDestination): Logger {
  const options: LoggerOptions = {
    level,
    base: { service },
    messageKey: 'message',
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        ...SENSITIVE.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
        'code',
        'body.code',
        'facts.code',
      ],
      censor: '[removed]',
    },
    serializers: { err: serialiseError, error: serialiseError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error without the values a database driver likes to quote (`detail`, `where`, parameters). */
function serialiseError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as Error & { code?: unknown };
  return {
    type: error.name,
    message: withoutQuotedValues(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    stack: error.stack?.split('\n').slice(1, 12).join('\n'),
    ...(error.cause ? { cause: serialiseError(error.cause) } : {}),
  };
}

const withoutQuotedValues = (message: string) =>
  message
    .replace(/'[^']*'|"[^"]{12,}"/g, '[value]')
    .split('\n')[0]!
    .slice(0, 300);
