import 'reflect-metadata';

export { startSla, type SlaConfig, type SlaOverrides, type SlaService } from './service.ts';
export { buildSlaSchema } from './schema.ts';
