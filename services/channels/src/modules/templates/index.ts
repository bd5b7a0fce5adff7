export { previewTemplate, TEMPLATE_NAMES } from './preview.ts';
export { renderShort, type Quoted } from './render-short.ts';
export { render, MissingFact, type Letter } from './render.ts';
export type { Facts } from './facts.ts';
export {
  DIRECT_TEMPLATES,
  PHONE_TEMPLATES,
  REPORT_TEMPLATES,
  isDigestTemplate,
  isHeadTemplate,
  isLetterTemplate,
  isFollowerTemplate,
  isOfficerTemplate,
  isPhoneTemplate,
  isReportTemplate,
  isSecretLinkTemplate,
  isWebhookTemplate,
  type DirectTemplate,
  type Language,
  type PhoneTemplate,
  type ReportTemplate,
  type Template,
} from './template.ts';
