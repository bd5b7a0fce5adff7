import { expect, it } from 'vitest';
import * as shared from '@lapor/staff/documents';
import * as own from './staff.graphql.ts';

// Documents are collected from each console's own folder; one that is missing here would travel as text.
it('the operations of the shared parts are among this console’s documents', () => {
  expect(Object.keys(own).sort()).toEqual(Object.keys(shared).sort());
});
