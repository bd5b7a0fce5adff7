import { CombinedError } from '@urql/core';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './outcome.ts';

describe('the outcome of a decision', () => {
  it('is no fault when the report changed', () => {
    expect(faultsOf({ __typename: 'ReportChanged' }, undefined)).toBeNull();
  });

  it('names the fields to mend as the form knows them, the first fault of each', () => {
    expect(
      faultsOf(
        {
          __typename: 'InvalidInput',
          fields: [
            { path: 'input.text', code: 'TOO_SHORT' },
            { path: 'input.text', code: 'INVALID' },
            { path: 'input.attachmentIds.0', code: 'NOT_FOUND' },
          ],
        },
        undefined,
      ),
    ).toEqual({
      fields: { text: 'TOO_SHORT', attachmentIds: 'NOT_FOUND', 'attachmentIds.0': 'NOT_FOUND' },
      refusal: null,
    });
  });

  it('is as if the report were not there once the session has ended, in which it could have been taken back', () => {
    expect(
      faultsOf(
        { __typename: 'InvalidInput', fields: [{ path: 'input.undoSeconds', code: 'NOT_AVAILABLE' }] },
        undefined,
      ),
    ).toEqual({ fields: {}, refusal: { kind: 'GONE' } });
  });

  it('says where the report stands when it has moved on', () => {
    expect(
      faultsOf({ __typename: 'TransitionRefused', code: 'WRONG_STATE', state: 'COMPLETED' }, undefined)
        ?.refusal,
    ).toEqual({ kind: 'REFUSED', code: 'WRONG_STATE', state: 'COMPLETED' });
  });

  it('tells what happened since the officer looked, and the version to go by', () => {
    const entry = {
      id: 'e',
      kind: 'ACKNOWLEDGED',
      actorKind: 'OFFICER',
      reasonCode: null,
      officer: { name: 'Rina' },
      organisation: { name: 'Dinas PUPR' },
      toOrganisation: null,
    } as const;
    expect(
      faultsOf({ __typename: 'StaleReport', version: 7, entriesSince: [entry] }, undefined)?.refusal,
    ).toEqual({ kind: 'STALE', version: 7, entries: [entry] });
  });

  it('says who else works on the report', () => {
    expect(faultsOf({ __typename: 'ReportLeased', officer: { name: 'Rina' } }, undefined)?.refusal).toEqual({
      kind: 'LEASED',
      name: 'Rina',
    });
  });

  it('names the rule that a change of organisations or people runs against', () => {
    expect(faultsOf({ __typename: 'ChangeRefused', code: 'WOULD_CYCLE' }, undefined)).toEqual({
      fields: {},
      refusal: { kind: 'CHANGE_REFUSED', code: 'WOULD_CYCLE' },
    });
  });

  it('tells a lost connection from a server in trouble and from too many requests', () => {
    const offline = new CombinedError({ networkError: new TypeError('Failed to fetch') });
    expect(faultsOf(undefined, offline)?.refusal).toEqual({ kind: 'OFFLINE' });
    const busy = new CombinedError({
      networkError: new Error('Too Many Requests'),
      response: new Response(null, { status: 429 }),
    });
    expect(faultsOf(undefined, busy)?.refusal).toEqual({ kind: 'TOO_MANY' });
    const masked = new CombinedError({ graphQLErrors: ['Internal'], response: new Response(null) });
    expect(faultsOf(undefined, masked)?.refusal).toEqual({ kind: 'UNAVAILABLE' });
  });
});
