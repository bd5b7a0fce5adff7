import { shortValuesOf, valuesOf } from './placeholders.ts';
import { partsOf, render, type Letter } from './render.ts';
import { renderShort, shortPartsOf } from './render-short.ts';
import { quotedSample, SAMPLE } from './sample.ts';
import {
  CODE_TEMPLATES,
  DIGEST_TEMPLATES,
  FOLLOWER_TEMPLATES,
  HEAD_TEMPLATES,
  INVITATION_TEMPLATES,
  LETTER_TEMPLATES,
  NOTICE_TEMPLATES,
  OFFICER_TEMPLATES,
  PHONE_TEMPLATES,
  REPORT_TEMPLATES,
  SECRET_LINK_TEMPLATES,
  WEBHOOK_TEMPLATES,
  isReportTemplate,
  isSecretLinkTemplate,
  type Language,
  type Template,
} from './template.ts';
import type { Medium, Wording } from './wording.ts';
import { inWordsOf } from './write-letter.ts';

/** By what a template may go, as deliveries name it. */
export type PreviewWay = 'MAIL' | 'PHONE' | 'TELEGRAM' | 'WHATSAPP' | 'X';

/** A reporter is told by the door that the report came by, or by mail, or by phone. */
const OF_REPORTERS: readonly PreviewWay[] = ['MAIL', 'PHONE', 'TELEGRAM', 'WHATSAPP', 'X'];

const of = (ways: readonly PreviewWay[], names: readonly Template[]) => names.map((name) => ({ name, ways }));

/** Every template, and the ways that it may go by. */
export const TEMPLATE_NAMES: readonly { name: Template; ways: readonly PreviewWay[] }[] = [
  ...of(OF_REPORTERS, REPORT_TEMPLATES),
  ...of(OF_REPORTERS, SECRET_LINK_TEMPLATES),
  ...of(['MAIL'], FOLLOWER_TEMPLATES),
  ...of(['MAIL'], HEAD_TEMPLATES),
  ...of(['MAIL'], LETTER_TEMPLATES),
  ...of(['MAIL'], OFFICER_TEMPLATES),
  ...of(['MAIL'], DIGEST_TEMPLATES),
  ...of(['MAIL'], WEBHOOK_TEMPLATES),
  ...of(['MAIL'], CODE_TEMPLATES),
  ...of(['MAIL'], INVITATION_TEMPLATES),
  ...of(['MAIL'], NOTICE_TEMPLATES),
  ...of(['PHONE'], PHONE_TEMPLATES),
];

/** The wordings that a template may have. */
export const mediaOf = (ways: readonly PreviewWay[]): Medium[] => [...new Set(ways.map(mediumOf))];

const mediumOf = (way: PreviewWay): Medium => (way === 'MAIL' || way === 'PHONE' ? way : 'MESSENGER');

/** A template as it leaves by one way, with made-up facts. */
export function previewTemplate(
  template: Template,
  way: PreviewWay,
  language: Language,
  publicUrl: string,
): Letter {
  if (isShort(template, way))
    return renderShort(template, SAMPLE, language, publicUrl, quotedSample(template));
  return render(template, SAMPLE, language, publicUrl);
}

/**
 * A wording with made-up facts: of a report once with what to write back and once with the link. What is too long is not cut here, so that
 * its writer sees what it costs.
 */
export function previewWording(
  template: Template,
  medium: Medium,
  language: Language,
  publicUrl: string,
  wording: Wording,
): Letter[] {
  const message = {
    template,
    medium,
    facts: SAMPLE,
    language,
    publicUrl,
    isShort: isShort(template, medium),
  };
  const inForce = { ...wording, version: 0, segments: Number.MAX_SAFE_INTEGER };
  const readers = message.isShort && !isSecretLinkTemplate(template) ? [AT_DOOR, null] : [null];
  return readers.map((quoted) => inWordsOf({ ...message, quoted }, inForce));
}

/** What each placeholder says with made-up facts. */
export function sampleValues(
  template: Template,
  medium: Medium,
  language: Language,
  publicUrl: string,
): Readonly<Record<string, string>> {
  return isShort(template, medium)
    ? shortValuesOf(template, language, shortPartsOf(template, SAMPLE, language, publicUrl, AT_DOOR))
    : valuesOf(template, SAMPLE, language, partsOf(template, SAMPLE, language, publicUrl));
}

const AT_DOOR = { shortCode: 'K1', words: null };

const isShort = (template: Template, way: PreviewWay | Medium): boolean =>
  way !== 'MAIL' && (isReportTemplate(template) || isSecretLinkTemplate(template));
