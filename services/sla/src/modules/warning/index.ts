export { createWarningLoader, type WarningLoader } from './loader.ts';
export { ReportWarningsResolver, WarningResolver } from './resolver.ts';
