export { consoleConfig } from './console-config.ts';
export { measureFirstRoute, type FirstRoute } from './first-route.ts';
