export { Category, Region } from './graphql/index.ts';
export { FigureResolver } from './resolver.ts';
export { figureRoutes } from './routes.ts';
