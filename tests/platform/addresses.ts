/** First port of a run of journeys. */
export const FIRST_PORT = Number(process.env.TEST_PORT ?? 23_150);

/** The port of a worker's own platform; the next nine belong to it. */
export const platformPort = (worker: number) => FIRST_PORT + worker * 10;

/** Where the platform of this worker answers: Playwright numbers its workers, and the first is alone where nobody does. */
export const PLATFORM_PORT = platformPort(Number(process.env.TEST_PARALLEL_INDEX ?? 0));
export const PLATFORM_URL = `http://localhost:${PLATFORM_PORT}`;

/** Where tests move the clock of a platform; not part of it. */
export const controlPort = (worker: number) => platformPort(worker) + 1;
export const CONTROL_PORT = PLATFORM_PORT + 1;
export const CONTROL_URL = `http://127.0.0.1:${CONTROL_PORT}`;

/** What callbacks of the gateway for short messages are signed with, in journeys. */
export const SMS_CALLBACK_SECRET = 'only-for-journeys-'.padEnd(40, 'x');
