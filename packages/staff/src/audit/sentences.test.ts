import { describe, expect, it } from 'vitest';
import indonesian from '../locales/id.json' with { type: 'json' };
import type { StaffMessageId } from '../language/use-text.ts';
import {
  instantsOf,
  ORGANISATION_ACTIONS,
  organisationSentence,
  reportSentence,
  type OrganisationEntry,
  type ReportEntry,
} from './sentences.ts';

/** Fills the values in, so that a sentence is read as people read it. */
const t = (id: StaffMessageId, values: Record<string, string | number> = {}) =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
    (indonesian as Record<string, string>)[id] ?? `?${id}`,
  );

const entry = (part: Partial<OrganisationEntry>): OrganisationEntry => ({
  id: '1',
  at: '2026-11-20T02:40:00.000Z',
  action: 'POST_GRANTED',
  actor: { id: 'a', name: 'Yulia Sari' },
  officer: { id: 'b', name: 'Azwar' },
  organisation: { id: 'opd', name: 'DPUPR Kota Pariaman' },
  facts: [],
  ...part,
});

describe('an entry of the log of organisations', () => {
  it('has a sentence for each action, with every value filled in', () => {
    for (const action of ORGANISATION_ACTIONS) {
      const sentence = organisationSentence(t, entry({ action }));
      expect(sentence).not.toMatch(/[?{}]/);
      expect(sentence).not.toContain(action);
    }
  });

  it('names the role and says who did it to whom', () =>
    expect(organisationSentence(t, entry({ facts: [{ name: 'role', value: 'LIAISON_OFFICER' }] }))).toBe(
      'Yulia Sari memberi Azwar tugas Pejabat penghubung di DPUPR Kota Pariaman',
    ));

  it('hides nothing: an action newer than this page keeps its code', () =>
    expect(organisationSentence(t, entry({ action: 'SOMETHING_NEW' }))).toContain('SOMETHING_NEW'));

  it('tells the platform from somebody whose name is not shown', () => {
    expect(organisationSentence(t, entry({ actor: null }))).toMatch(/^Sistem /);
    expect(organisationSentence(t, entry({ actor: { id: 'a', name: null } }))).toMatch(/^Seorang petugas /);
  });
});

describe('an entry of the log of reports', () => {
  const report = (part: Partial<ReportEntry>): ReportEntry => ({
    id: '1',
    at: '2026-11-20T02:40:00.000Z',
    action: 'IDENTITY_REVEALED',
    actorKind: 'OFFICER',
    apiKeyId: null,
    reportNumber: '12345678',
    actor: { id: 'a', name: 'Azwar' },
    organisation: { id: 'opd', name: 'DPUPR' },
    ...part,
  });

  it('says who did what for whom', () =>
    expect(reportSentence(t, report({}))).toBe('Azwar (DPUPR) membuka identitas pelapor'));

  it('never names a citizen', () =>
    expect(reportSentence(t, report({ actorKind: 'CITIZEN', actor: null, organisation: null }))).toMatch(
      /^Warga /,
    ));
});

describe('the days of the filter', () => {
  it('begin and end at midnight in Jakarta; the last day belongs to it', () =>
    expect(instantsOf({ from: '2026-11-20', until: '2026-11-20' })).toEqual({
      from: '2026-11-19T17:00:00.000Z',
      until: '2026-11-20T17:00:00.000Z',
    }));

  it('may be open', () => expect(instantsOf({ from: '', until: '' })).toEqual({ from: null, until: null }));
});
