import { askChannels, queryOf } from '@lapor/web-client';
import type { Measure } from '../desk-client.ts';

export interface TemplateName {
  name: string;
  ways: readonly string[];
}

export interface TemplatePreview {
  way: string;
  /** Null where nothing stands above a message. */
  subject: string | null;
  body: string;
  /** Of short messages, as they are split and paid for. */
  measure: Measure;
}

export const templateNames = () =>
  askChannels<{ templates: readonly TemplateName[] }>('GET', '/desk/templates');

export const templatePreviews = (name: string, language: string) =>
  askChannels<{ previews: readonly TemplatePreview[] }>(
    'GET',
    `/desk/templates/${encodeURIComponent(name)}${queryOf({ language })}`,
  );
