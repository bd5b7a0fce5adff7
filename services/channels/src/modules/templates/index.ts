export { render, MissingFact, type Letter } from './render.ts';
export type { Facts } from './facts.ts';
export {
  DIRECT_TEMPLATES,
  REPORT_TEMPLATES,
  isReportTemplate,
  type DirectTemplate,
  type Language,
  type ReportTemplate,
  type Template,
} from './template.ts';
