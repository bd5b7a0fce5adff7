export { doorSettingsOf } from './door-settings.ts';
export { recordAction, type DeskAction, type DeskActionName } from './record-action.ts';
export { deskRoutes } from './routes.ts';
export { countForDesk } from './count-for-desk.ts';
