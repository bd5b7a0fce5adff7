import { describe, expect, it } from 'vitest';
import { movableClock } from '@lapor/clock';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { inspectDocument } from '../guard/inspect-document.ts';
import type { KnownDocument } from '../guard/persisted.ts';
import { createPublicAnswers, type Answer } from './public-answers.ts';

const nobody = (source = 'here'): Viewer => ({ ...PUBLIC_VIEWER, source });
const document = (text = '{ books { id } }'): KnownDocument => ({
  text,
  inspection: inspectDocument(text) as KnownDocument['inspection'],
});
const body = { query: null, hash: null, variables: {}, operationName: undefined };

function store(milliseconds = 2_000, isPublicDocument = () => true) {
  const time = { now: 1_000 };
  const clock = movableClock('2026-11-20T02:00:00Z');
  const answers = createPublicAnswers({ milliseconds, isPublicDocument, clock, now: () => time.now });
  let made = 0;
  const make =
    (overrides: Partial<Answer> = {}) =>
    async (): Promise<Answer> => ({ status: 200, text: `answer ${++made}`, isShareable: true, ...overrides });
  const keyOf = (viewer: Viewer = nobody(), headers = {}, asked = document()) =>
    answers.keyOf({ headers, viewer }, asked, body);
  return { answers, time, clock, make, keyOf };
}

describe('the key of a shared answer', () => {
  it('is there for somebody without anything, and differs by document, variables, operation and minute', () => {
    const { answers, clock, keyOf } = store();
    const asked = { headers: {}, viewer: nobody() };
    const keys = [
      keyOf(),
      keyOf(nobody(), {}, document('{ books { id title } }')),
      answers.keyOf(asked, document(), { ...body, variables: { first: 1 } }),
      answers.keyOf(asked, document(), { ...body, operationName: 'Other' }),
    ];
    clock.advance(60_000);
    keys.push(keyOf());
    expect(keys.every((key) => typeof key === 'string')).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
  });
  it('is the same from whatever network', () => {
    const { keyOf } = store();
    expect(keyOf(nobody('here'))).toBe(keyOf(nobody('there')));
  });
  it.each([
    ['a cookie, even one of nobody', {}, { cookie: 'x=1' }],
    ['an API key', {}, { authorization: 'Bearer x' }],
    ['the grant of a report, even a bad one', {}, { 'report-grant': 'x' }],
    ['the grant of a hand-over', {}, { 'hand-over-grant': 'x' }],
    ['a grant of a kind that is still to come', {}, { 'work-order-grant': 'x' }],
    ['an account', { kind: 'citizen', accountId: 'a' }, {}],
    ['an account alone', { accountId: 'a' }, {}],
    ['a post', { posts: [{ role: 'ANALYST', organisationId: 'ksp' }] }, {}],
    ['an opened report', { reportGrants: ['r'] }, {}],
    [
      'an opened hand-over',
      { handOverGrants: [{ handOverId: 'h', reportId: 'r', organisationId: 'o' }] },
      {},
    ],
    ['a key', { apiKey: { id: 'k', scopes: ['graph:read'] } }, {}],
    ['the word of a service', { kind: 'service' }, {}],
    ['something that nobody has thought of yet', { someNewRight: 'x' }, {}],
  ])('is missing with %s', (_what, more, headers) => {
    const { keyOf } = store();
    expect(keyOf({ ...nobody(), ...more } as Viewer, headers)).toBeNull();
  });
  it('is missing for a document with anything that is not public, and where nothing is to be shared', () => {
    expect(store(2_000, () => false).keyOf()).toBeNull();
    expect(store(0).keyOf()).toBeNull();
  });
});

describe('a shared answer', () => {
  it('is made once for its time, then anew', async () => {
    const { answers, time, make } = store();
    const ask = async () => (await answers.answer('k', nobody(), make())).text;
    expect([await ask(), await ask()]).toEqual(['answer 1', 'answer 1']);
    time.now += 1_999;
    expect(await ask()).toBe('answer 1');
    time.now += 2;
    expect(await ask()).toBe('answer 2');
  });
  it('is made once for all who ask at the same time', async () => {
    const { answers, make } = store();
    const all = await Promise.all(
      Array.from({ length: 50 }, (_unused, index) => answers.answer('k', nobody(`s${index}`), make())),
    );
    expect(new Set(all.map(({ text }) => text))).toEqual(new Set(['answer 1']));
  });
  it('is never one with errors, and each who waited for it gets one of their own', async () => {
    const { answers, make } = store();
    const all = await Promise.all(
      [1, 2, 3].map(() => answers.answer('k', nobody(), make({ isShareable: false }))),
    );
    expect(new Set(all.map(({ text }) => text)).size).toBe(3);
    expect((await answers.answer('k', nobody(), make())).text).toBe('answer 4');
  });
  it('fails for nobody but the one whose request failed', async () => {
    const { answers, make } = store();
    const failing = answers.answer('k', nobody(), () => Promise.reject(new Error('gone')));
    const waiting = answers.answer('k', nobody(), make());
    await expect(failing).rejects.toThrow('gone');
    expect((await waiting).text).toBe('answer 1');
  });
  it('is not read by who has just changed something, and their newer one is shared', async () => {
    const { answers, time, make } = store();
    const ask = async (source: string) => (await answers.answer('k', nobody(source), make())).text;
    expect(await ask('reader')).toBe('answer 1');
    answers.noteChange(nobody('writer'));
    expect(await ask('reader')).toBe('answer 1');
    expect(await ask('writer')).toBe('answer 2');
    expect(await ask('reader')).toBe('answer 2');
    time.now += 2_001;
    expect(await ask('writer')).toBe('answer 3');
    expect(await ask('writer')).toBe('answer 3');
  });
  it('is not kept when it is very long', async () => {
    const { answers, make } = store();
    await answers.answer('k', nobody(), make({ text: 'x'.repeat(600_000) }));
    expect((await answers.answer('k', nobody(), make())).text).toBe('answer 2');
  });
});
