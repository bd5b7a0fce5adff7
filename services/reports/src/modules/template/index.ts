export { renderAll, type RenderedAnswer } from './render-answer-template.ts';
export { findTemplate, type TemplateRow } from './repository.ts';
export { TemplateResolver } from './resolver.ts';
