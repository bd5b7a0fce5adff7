const port = Number(process.env.TEST_PORT ?? 23_150);

/** Where the platform under test answers. */
export const PLATFORM_URL = `http://localhost:${port}`;
export const PLATFORM_PORT = port;

/** Where tests move its clock; not part of the platform. */
export const CONTROL_PORT = port + 1;
export const CONTROL_URL = `http://127.0.0.1:${CONTROL_PORT}`;

/** What callbacks of the gateway for short messages are signed with, in journeys. */
export const SMS_CALLBACK_SECRET = 'only-for-journeys-'.padEnd(40, 'x');
