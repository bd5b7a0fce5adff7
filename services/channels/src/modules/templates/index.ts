export { builtInWording } from './built-in-wording.ts';
export { checkWording, MOST_SEGMENTS, type WordingFault } from './check-wording.ts';
export { placeholdersOf, type Placeholders } from './placeholders.ts';
export { mediaOf, previewWording, sampleValues, TEMPLATE_NAMES, type PreviewWay } from './preview.ts';
export { PHONE_SUBJECT, type Quoted } from './render-short.ts';
export { MissingFact, type Letter } from './render.ts';
export { MEDIA, type Medium, type Wording } from './wording.ts';
export { writeLetter, type InForce } from './write-letter.ts';
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
