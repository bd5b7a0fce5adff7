import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { builtInWording, MEDIA, mediaOf, type Medium, type Wording } from '../templates/index.ts';
import { holdWording, insertVersion, type WordingBook } from '../wording/index.ts';
import {
  badInput,
  CHANGED_MEANWHILE,
  done,
  KEY_USED,
  NOT_FOUND,
  NOTHING_CHANGED,
  type Outcome,
} from './outcome.ts';
import type { Operator } from './policy.ts';
import { draftOf, findTemplate, normal } from './read-template.ts';
import { findAction, recordAction } from './record-action.ts';

export interface ChangeDeps {
  database: Database;
  clock: Clock;
  publicUrl: string;
  wordings: WordingBook;
}

const asked = {
  requestKey: z.uuid(),
  medium: z.enum(MEDIA),
  language: z.enum(['id', 'en']),
  /** The version that was read; 0 where nobody wrote any. */
  version: z.int().min(0),
  /** Kept with the version. */
  reason: z.string().trim().min(10).max(300),
};

export const changeInput = z.object({
  ...asked,
  subject: z.string().max(1_000).nullable(),
  body: z.string().max(20_000),
});
export const resetInput = z.object(asked);

type Asked = z.output<typeof resetInput>;

/** Puts other words in force; what was sent stays as it was. */
export async function changeWording(
  deps: ChangeDeps,
  operator: Operator,
  name: string,
  { subject, body, ...wish }: z.output<typeof changeInput>,
): Promise<Outcome<{ version: number }>> {
  const template = findTemplate(name)?.name;
  if (!template) return NOT_FOUND;
  const wording = normal(wish.medium, { subject, body });
  const builtIn = builtInWording(template, wish.medium, wish.language, deps.publicUrl);
  const { faults, previews } = draftOf(
    template,
    wish.medium,
    wish.language,
    deps.publicUrl,
    wording,
    builtIn,
  );
  if (faults.length > 0)
    return badInput(
      ...faults.map(({ path, code, detail }) => ({
        path,
        message: detail === null ? code : `${code} ${detail}`,
      })),
    );
  const segments = wish.medium === 'PHONE' ? Math.max(...previews.map(({ measure }) => measure.segments)) : 1;
  return put(deps, operator, name, wish, { ...wording, segments }, 'WORDING_CHANGED');
}

/** Back to the words that the platform comes with. */
export const resetWording = (
  deps: ChangeDeps,
  operator: Operator,
  name: string,
  wish: Asked,
): Promise<Outcome<{ version: number }>> => put(deps, operator, name, wish, null, 'WORDING_BACK_TO_BUILT_IN');

async function put(
  { database, clock, wordings }: ChangeDeps,
  operator: Operator,
  name: string,
  { requestKey, medium, language, version, reason }: Asked,
  wording: (Wording & { segments: number }) | null,
  action: 'WORDING_CHANGED' | 'WORDING_BACK_TO_BUILT_IN',
): Promise<Outcome<{ version: number }>> {
  const known = findTemplate(name);
  if (!known || !mediaOf(known.ways).includes(medium)) return NOT_FOUND;
  const key = { template: name, medium, language };
  const subjectId = subjectIdOf(name, medium, language);
  const outcome = await database.transaction(async (em): Promise<Outcome<{ version: number }>> => {
    const last = await holdWording(em, key);
    const earlier = await findAction(em, operator.accountId, requestKey);
    if (earlier)
      return earlier.action === action && earlier.subjectId === subjectId
        ? done({ version: Number(earlier.detail) })
        : KEY_USED;
    if ((last?.version ?? 0) !== version) return CHANGED_MEANWHILE;
    const isSame =
      (last?.body ?? null) === (wording?.body ?? null) &&
      (last?.subject ?? null) === (wording?.subject ?? null);
    if (isSame) return NOTHING_CHANGED;
    const at = clock.now();
    const next = version + 1;
    await insertVersion(em, key, {
      version: next,
      subject: wording?.subject ?? null,
      body: wording?.body ?? null,
      segments: wording?.segments ?? 1,
      at,
      accountId: operator.accountId,
      reason,
    });
    await recordAction(em, {
      at,
      accountId: operator.accountId,
      action,
      subjectId,
      detail: String(next),
      reason,
      requestKey,
    });
    return done({ version: next });
  });
  // This process knows at once; the others are told by the table.
  wordings.forget();
  return outcome;
}

const subjectIdOf = (name: string, medium: Medium, language: string): string =>
  `${name} ${medium} ${language}`;
