export { listExportRoutes } from './routes.ts';
