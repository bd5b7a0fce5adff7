export { FigureResolver } from './resolver.ts';
export { figureRoutes } from './routes.ts';
