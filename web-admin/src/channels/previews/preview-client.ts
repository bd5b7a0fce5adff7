import { askChannels, queryOf } from '@lapor/web-client';
import type { Measure } from '../desk-client.ts';

export interface TemplateName {
  name: string;
  ways: readonly string[];
  /** Somebody wrote words for it that are in force. */
  isChanged: boolean;
}

export interface Wording {
  /** Null where nothing stands above a message. */
  subject: string | null;
  body: string;
}

export interface WordingFault {
  path: string;
  code: string;
  detail: string | null;
}

/** A wording with made-up facts. */
export interface Draft {
  faults: readonly WordingFault[];
  previews: readonly (Wording & { measure: Measure })[];
  builtInSegments: number;
}

/** The words of a template by mail, by short message, or by messengers. */
export interface TemplateMedium extends Draft {
  medium: string;
  ways: readonly string[];
  /** Of the newest change; 0: nobody wrote any. */
  version: number;
  isBuiltIn: boolean;
  changed: { at: string; accountId: string; reason: string } | null;
  /** It could not be filled, and the built-in words went instead. */
  broken: { reason: string; times: number } | null;
  wording: Wording;
  builtIn: Wording;
  placeholders: readonly { name: string; sample: string; isRequired: boolean; isInSubject: boolean }[];
  /** Each of them, or one of those between "/". */
  required: readonly string[];
  mostSegments: number | null;
}

export interface WordingVersion {
  version: number;
  subject: string | null;
  /** Null: back to the built-in words. */
  body: string | null;
  at: string;
  accountId: string;
  reason: string;
}

export interface WordingKey {
  name: string;
  medium: string;
  language: string;
}

interface Wish {
  requestKey: string;
  version: number;
  reason: string;
}

const pathOf = (name: string) => `/desk/templates/${encodeURIComponent(name)}`;

export const templateNames = () =>
  askChannels<{ templates: readonly TemplateName[] }>('GET', '/desk/templates');

export const readTemplate = (name: string, language: string) =>
  askChannels<{ media: readonly TemplateMedium[] }>('GET', `${pathOf(name)}${queryOf({ language })}`);

export const previewDraft = ({ name, medium, language }: WordingKey, wording: Wording) =>
  askChannels<Draft>('POST', `${pathOf(name)}/preview`, { medium, language, ...wording });

export const changeWording = ({ name, medium, language }: WordingKey, wish: Wish & Wording) =>
  askChannels<{ version: number }>('POST', `${pathOf(name)}/wording`, { medium, language, ...wish });

export const backToBuiltIn = ({ name, medium, language }: WordingKey, wish: Wish) =>
  askChannels<{ version: number }>('POST', `${pathOf(name)}/built-in`, { medium, language, ...wish });

export const wordingVersions = ({ name, medium, language }: WordingKey, before?: number) =>
  askChannels<{ versions: readonly WordingVersion[]; earlier: WordingVersion | null }>(
    'GET',
    `${pathOf(name)}/versions${queryOf({ medium, language, before })}`,
  );
