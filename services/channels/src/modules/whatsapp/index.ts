export { whatsappCarrier } from './carrier.ts';
export { whatsappRoutes } from './routes.ts';
export { whatsappDoor } from './whatsapp-door.ts';
export type { WhatsApp } from './whatsapp.ts';
