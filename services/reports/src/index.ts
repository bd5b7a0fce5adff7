export { reportsDatabase, startReports, type ReportsConfig, type ReportsService } from './service.ts';
export { rotateSealingKeys, type RotationSettings } from './rotate-sealing-keys.ts';
export { buildReportsSchema } from './schema.ts';
export { verifyHistory } from './modules/history/index.ts';
export { parseAnchor, verifyAllHistories } from './verify-histories.ts';
export { changeReport, type ReportsDependencies, type Result } from './modules/report/index.ts';
export * from './modules/handling/use-cases.ts';
export * from './modules/reporter/use-cases.ts';
export { suggestRouting } from './modules/suggestion/index.ts';
