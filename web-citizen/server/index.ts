export { createCitizenPages, type CitizenPagesOptions } from './citizen-pages.ts';
export { renderCitizenPage, type CitizenPage } from './render-page.ts';
export type { PublicGraph } from './public-graph.ts';
