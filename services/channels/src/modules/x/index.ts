export { xCarrier } from './carrier.ts';
export { xRoutes } from './routes.ts';
export { xDoor } from './x-door.ts';
export type { X } from './x.ts';
