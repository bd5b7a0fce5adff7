export { importSupervision, planSupervision } from './import-rules.ts';
export { supervisionLoaders } from './loaders.ts';
export { SupervisionResolver, SupervisorsResolver } from './resolver.ts';
