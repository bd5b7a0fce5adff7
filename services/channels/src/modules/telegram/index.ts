export { telegramCarrier } from './carrier.ts';
export { telegramDoor } from './telegram-door.ts';
export { telegramRoutes } from './routes.ts';
export type { Telegram } from './telegram.ts';
