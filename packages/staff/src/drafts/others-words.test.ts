// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import {
  createAccountDrafts,
  draftPlaces,
  forgetAsSignedOut,
  forgetEverybodysWords,
  forgetOthersWords,
} from './others-words.ts';

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

const at = (iso: string) => () => new Date(iso);
const drafts = (accountId = 'officer-1', saved = '2026-11-20T02:40:00.000Z') =>
  createAccountDrafts(draftPlaces(), accountId, at(saved));
const onDevice = () => JSON.stringify({ ...localStorage });
const inTab = () => JSON.stringify({ ...sessionStorage });

describe('drafts with words of others', () => {
  it.each(['redact:r1', 'verify:r1', 'counter'])('%s stays in the tab, and is there again', (name) => {
    drafts().save(name, { text: 'kata pelapor' });
    expect(onDevice()).not.toContain('kata pelapor');
    expect(drafts().read(name)?.value).toEqual({ text: 'kata pelapor' });
    expect(drafts('officer-2').read(name)).toBeNull();
    drafts().discard(name);
    expect(inTab()).toBe('{}');
  });

  it('take what was kept on the device before with them', () => {
    localStorage.setItem(
      'draft:officer-1:verify:r1',
      JSON.stringify({ value: { text: 'kata pelapor' }, savedAt: '2026-11-19T02:40:00.000Z' }),
    );
    const { read, save } = drafts();
    expect(read('verify:r1')?.value).toEqual({ text: 'kata pelapor' });
    save('verify:r1', { text: 'kata pelapor' });
    expect(onDevice()).not.toContain('kata pelapor');
  });

  it('stay in the tab also under the name of what was sent', () => {
    drafts().save('sent:k1', { name: 'verify:r1', value: 'kata pelapor' }, 'verify:r1');
    drafts().save('sent:k2', { name: 'answer:r1', value: 'jawaban' }, 'answer:r1');
    expect(onDevice()).not.toContain('kata pelapor');
    expect(onDevice()).toContain('jawaban');
  });

  it('go when their officer signs out; own words and a colleague’s stay', () => {
    drafts().save('verify:r1', 'kata pelapor');
    drafts().save('sent:k1', 'kata pelapor', 'verify:r1');
    drafts().save('answer:r1', 'jawaban');
    drafts('officer-2').save('verify:r1', 'kata lain');
    localStorage.setItem('draft:officer-1:redact:r9', '"kata pelapor"');
    forgetOthersWords(draftPlaces(), 'officer-1', at('2026-11-20T03:00:00.000Z'));
    expect(onDevice() + inTab()).not.toContain('kata pelapor');
    expect(drafts().read('answer:r1')?.value).toBe('jawaban');
    expect(drafts('officer-2').read('verify:r1')?.value).toBe('kata lain');
  });

  it('go of everybody where it is not known who signed out; own words stay', () => {
    drafts().save('verify:r1', 'kata pelapor');
    drafts('officer-2').save('sent:k1', 'kata pelapor', 'redact:r1');
    localStorage.setItem('draft:officer-3:counter', '"kata pelapor"');
    drafts().save('answer:r1', 'jawaban');
    localStorage.setItem('language', 'id');
    forgetEverybodysWords(draftPlaces());
    expect(onDevice() + inTab()).not.toContain('kata pelapor');
    expect(drafts().read('answer:r1')?.value).toBe('jawaban');
    expect(localStorage.getItem('language')).toBe('id');
  });

  it('go from another tab as well, but not what was written after signing in again', () => {
    const elsewhere = { device: localStorage, tab: { ...sessionStorage, length: 0 } as Storage };
    drafts().save('verify:r1', 'sebelum');
    drafts('officer-1', '2026-11-20T04:00:00.000Z').save('verify:r2', 'sesudah');
    drafts('officer-2').save('verify:r1', 'kata lain');
    forgetAsSignedOut(draftPlaces());
    expect(inTab()).toContain('sebelum');
    forgetOthersWords(elsewhere, 'officer-1', at('2026-11-20T03:00:00.000Z'));
    forgetAsSignedOut(draftPlaces());
    expect(inTab()).not.toContain('sebelum');
    expect(inTab()).toContain('sesudah');
    expect(inTab()).toContain('kata lain');
  });
});
