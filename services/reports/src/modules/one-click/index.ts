export { oneClickRoutes, type OneClick } from './routes.ts';
