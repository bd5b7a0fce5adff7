import { expect, test } from 'vitest';
import { aCategory, aDraft } from './a-draft.testing.ts';
import { whoSeesWhat } from './who-sees-what.ts';
import type { Draft } from './draft.ts';

const see = (fields: Partial<Draft>, signedIn = false) =>
  Object.fromEntries(
    whoSeesWhat(aDraft(fields), { signedIn }).map((row) => [row.who, `${row.name.say} ${row.text.say}`]),
  );

test('the public reads the text and never the name, unless the reporter asks for it', () => {
  expect(see({ name: 'Rina' })).toMatchObject({
    PUBLIC: 'NO YES',
    AGENCY: 'ON_REASON YES',
    NATIONAL: 'SEALED YES',
  });
  expect(see({ name: 'Rina', showNamePublicly: true })).toMatchObject({
    PUBLIC: 'NAME YES',
    AGENCY: 'NAME YES',
  });
});

test('without a name and an account there is nothing to see', () =>
  expect(see({})).toMatchObject({ AGENCY: 'NOT_STORED YES', NATIONAL: 'NOT_STORED YES' }));

test('anonymous hides the name from the agency for good', () => {
  expect(see({ name: 'Rina', isAnonymous: true })).toMatchObject({
    PUBLIC: 'NO YES',
    AGENCY: 'NOT_STORED YES',
  });
  expect(see({ isAnonymous: true }, true)).toMatchObject({ AGENCY: 'NO YES', NATIONAL: 'SEALED YES' });
});

test('anonymous does not count where the name is needed', () =>
  expect(see({ name: 'Rina', isAnonymous: true, category: aCategory('IDENTITY') })).toMatchObject({
    AGENCY: 'ON_REASON YES',
  }));

test('confidential keeps the text to the unit, and the name with it', () =>
  expect(see({ name: 'Rina', showNamePublicly: true, isConfidential: true })).toMatchObject({
    PUBLIC: 'NO NO',
    AGENCY: 'ON_REASON ONLY_UNIT',
  }));

test('field officers see place and task, whatever is chosen', () =>
  expect(see({ name: 'Rina', showNamePublicly: true }).FIELD).toBe('NO TASK_ONLY'));
