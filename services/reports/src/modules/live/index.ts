export { createHub, LIVE_CHANNEL } from './hub.ts';
export { liveRoutes } from './routes.ts';
